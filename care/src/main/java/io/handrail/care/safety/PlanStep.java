package io.handrail.care.safety;

import java.util.Locale;
import java.util.Optional;

/** The six steps of a safety plan, in the order they are walked (Stanley and Brown, 2012). */
public enum PlanStep {
  SIGNS,
  COPING,
  DISTRACTION,
  HELPERS,
  PROFESSIONALS,
  SURROUNDINGS;

  /** Whether a clinician must agree before what a client writes counts as agreed. */
  public boolean signed() {
    return switch (this) {
      case SIGNS, COPING, DISTRACTION -> false;
      case HELPERS, PROFESSIONALS, SURROUNDINGS -> true;
    };
  }

  /** As it stands in addresses, forms and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a protocol file names it. */
  public String document() {
    return "safety_plan." + key();
  }

  public static Optional<PlanStep> read(String key) {
    for (PlanStep step : values()) {
      if (step.key().equals(key)) return Optional.of(step);
    }
    return Optional.empty();
  }

  public static Optional<PlanStep> ofDocument(String part) {
    for (PlanStep step : values()) {
      if (step.document().equals(part)) return Optional.of(step);
    }
    return Optional.empty();
  }
}
