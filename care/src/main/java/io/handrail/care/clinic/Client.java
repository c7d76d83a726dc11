package io.handrail.care.clinic;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A person in care.
 *
 * @param name what the client is called on the screen
 * @param language BCP 47 tag of the language the client works in, {@code en} or {@code es}
 * @param clinician who is responsible now; empty means nobody may read the log
 * @param since when the clinician was assigned
 */
public record Client(
    ClientId id,
    String name,
    ZoneId zone,
    String language,
    Enrolment enrolment,
    Instant enrolledAt,
    Optional<StaffId> clinician,
    Optional<Instant> since,
    boolean synthetic) {

  /** Where a client is between the invitation and the end of care. */
  public enum Enrolment {
    INVITED,
    ACTIVE,
    DISCHARGED
  }

  public Client assignedTo(StaffId clinician, Instant at) {
    return new Client(
        id,
        name,
        zone,
        language,
        enrolment,
        enrolledAt,
        Optional.of(clinician),
        Optional.of(at),
        synthetic);
  }

  public Client active() {
    return new Client(
        id, name, zone, language, Enrolment.ACTIVE, enrolledAt, clinician, since, synthetic);
  }
}
