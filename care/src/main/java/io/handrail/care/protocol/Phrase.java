package io.handrail.care.protocol;

import java.util.Locale;

/** What is said at any step. The wordings are in {@code protocols/shared/phrases.yaml}. */
public enum Phrase {
  /** Options. */
  OPTION_KEEP,
  OPTION_ENOUGH,
  OPTION_STOP,
  OPTION_GO_ON,

  /** Re-asks, by what was missing. */
  REASK_TEXT,
  REASK_NUMBER,
  REASK_RANGE,
  REASK_TIME,
  REASK_MINUTES,
  REASK_MOOD,
  REASK_MOOD_IS_THOUGHT,
  EARLY_FEELING,
  REASK_LIST,
  REASK_PICK,
  REASK_TOO_LONG,
  NODDED,
  ASK_AGAIN,
  TOO_MANY,

  /** On the way. */
  NOTED,
  DONT_KNOW,
  SKIPPED,
  LEFT,
  CANNOT_SKIP,
  BACK_NOTHING,
  REVISIT,
  KEPT,
  CORRECTED,
  NO_HINT,
  NO_MORE_HINTS,
  NO_EXAMPLE,
  NO_WHY,
  RESUMED,

  /** Questions and remarks of the client. */
  ASKED_QUESTION,
  ASKED_HUMAN,
  ASKED_WHO_READS,
  ASKED_ADVICE,
  ASKED_PERSON,
  FRUSTRATED,
  GREETED,
  NEEDS_APPROVAL,
  APPROVAL_WITHDRAWN,

  /** Ends. */
  OFFER_STOP,
  GO_ON,
  STOPPED,
  STOPPED_REFUSALS,
  TOO_LONG_RUN;

  /** The key in the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
