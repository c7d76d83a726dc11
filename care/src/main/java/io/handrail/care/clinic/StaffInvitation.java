package io.handrail.care.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * A colleague's way in, or the founder's. It is kept under the SHA-256 of its code.
 *
 * @param staff who is invited; empty for whoever founds the clinic
 */
public record StaffInvitation(
    Optional<StaffId> staff, Instant expiresAt, Optional<Instant> acceptedAt) {

  public boolean openAt(Instant now) {
    return acceptedAt.isEmpty() && now.isBefore(expiresAt);
  }

  StaffInvitation accepted(Instant at) {
    return new StaffInvitation(staff, expiresAt, Optional.of(at));
  }
}
