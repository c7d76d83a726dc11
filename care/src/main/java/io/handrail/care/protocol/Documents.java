package io.handrail.care.protocol;

import java.util.Set;

/** The parts of a client's own documents that a protocol can read from and add to. */
public final class Documents {
  public static final Set<String> PARTS =
      Set.of(
          "safety_plan.signs",
          "safety_plan.coping",
          "safety_plan.distraction",
          "safety_plan.helpers",
          "safety_plan.professionals",
          "safety_plan.surroundings");

  private Documents() {}
}
