package io.handrail.care.alert;

import io.handrail.care.clinic.StaffId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told, in the order of telling. Whoever stands in for an absent clinician is told in their
 * place; the absent one only when everyone is.
 */
public enum Rung {
  CLINICIAN,
  COVER,
  ON_CALL,
  EVERYONE;

  /** The people of this rung, as the rota stands now. */
  public List<StaffId> people(Standing standing) {
    return switch (this) {
      case CLINICIAN -> standing.standsIn().or(standing::clinician).stream().toList();
      case COVER -> standing.rota().cover();
      case ON_CALL -> standing.rota().onCall();
      case EVERYONE ->
          Stream.concat(
                  Stream.of(CLINICIAN, COVER, ON_CALL)
                      .flatMap(rung -> rung.people(standing).stream()),
                  standing.clinician().stream())
              .distinct()
              .toList();
    };
  }
}
