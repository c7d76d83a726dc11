package io.handrail.chatbot.turn;

import java.util.Locale;
import java.util.Optional;

/** A step towards a person that is smaller than a call. [K] */
public enum SmallStep {
  /** A line that is written to. */
  TEXT,
  /** A message to one person, ready to send. */
  MESSAGE,
  /** Where other people are. */
  PLACE,
  /** The clinician is asked to call; it stands in their queue as a wish of the client's. */
  ASK;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SmallStep> read(String key) {
    for (SmallStep step : values()) {
      if (step.key().equals(key)) return Optional.of(step);
    }
    return Optional.empty();
  }
}
