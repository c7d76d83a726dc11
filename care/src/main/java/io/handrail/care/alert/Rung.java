package io.handrail.care.alert;

import io.handrail.care.clinic.StaffId;
import java.util.List;
import java.util.stream.Stream;

/** Who is told, in the order of telling. */
public enum Rung {
  CLINICIAN,
  COVER,
  ON_CALL,
  EVERYONE;

  /** The people of this rung, as the rota stands now. */
  public List<StaffId> people(Standing standing) {
    return switch (this) {
      case CLINICIAN -> standing.clinician().stream().toList();
      case COVER -> standing.rota().cover();
      case ON_CALL -> standing.rota().onCall();
      case EVERYONE ->
          Stream.of(CLINICIAN, COVER, ON_CALL)
              .flatMap(rung -> rung.people(standing).stream())
              .distinct()
              .toList();
    };
  }
}
