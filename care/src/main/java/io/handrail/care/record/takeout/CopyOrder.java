package io.handrail.care.record.takeout;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may not read the record asked for a copy of it. The copy goes to whom it is
 * addressed to and to nobody else: who orders it never holds it.
 *
 * @param by who ordered it
 * @param name their display name
 * @param to who can fetch it
 * @param takenAt when it was first fetched
 */
public record CopyOrder(
    StaffId by, String name, Instant at, Addressee to, Optional<Instant> takenAt) {

  /** For whom a copy is. */
  public enum Addressee {
    CLIENT,
    CLINICIAN
  }

  public CopyOrder taken(Instant at) {
    return takenAt.isPresent() ? this : new CopyOrder(by, name, this.at, to, Optional.of(at));
  }

  /** True while it waits for this reader. */
  public boolean waitsFor(Addressee reader) {
    return to == reader && takenAt.isEmpty();
  }
}
