package io.handrail.care.safety;

import java.util.Locale;

/** What a safety conversation began with; it decides the first words and the first question. */
public enum SafetyTopic {
  /** A wish to be dead, thoughts of suicide, or words that may mean them. */
  SUICIDE,
  /** Hurting oneself without a word of dying. */
  SELF_HARM,
  /** Voices, beliefs or a state that others would not share. */
  UNUSUAL,
  EATING,
  /** Somebody else is in danger. */
  SOMEBODY,
  /** A language that is not read. */
  LANGUAGE,
  /** An answer on a questionnaire, or one left out. */
  ANSWER,
  /** The screen failed: nobody knows what was said. */
  UNREAD;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
