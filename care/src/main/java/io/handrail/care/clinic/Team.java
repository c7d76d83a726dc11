package io.handrail.care.clinic;

import java.util.List;

/** Whose work one supervisor looks at. An administrator says so. */
public record Team(List<StaffId> clinicians) {
  public static final Team NOBODY = new Team(List.of());

  public Team {
    clinicians = List.copyOf(clinicians);
  }

  public boolean has(StaffId clinician) {
    return clinicians.contains(clinician);
  }
}
