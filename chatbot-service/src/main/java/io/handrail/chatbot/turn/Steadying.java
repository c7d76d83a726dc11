package io.handrail.chatbot.turn;

import java.util.Locale;
import java.util.Optional;

/** Ways to feel steadier in the body, one after the other or as the client chooses. [K] */
public enum Steadying {
  /** Five things to see, four to touch. */
  SENSES,
  BREATH,
  COLD,
  /** Feet on the floor. */
  FEET,
  /** Naming: day, place, things by the alphabet. */
  NAMES;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Steadying> read(String key) {
    for (Steadying way : values()) {
      if (way.key().equals(key)) return Optional.of(way);
    }
    return Optional.empty();
  }
}
