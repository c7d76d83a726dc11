package io.handrail.care.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * One client's way in. It is kept under the SHA-256 of its code, so the store cannot hand out a
 * working code.
 */
public record Invitation(
    ClientId client, StaffId invitedBy, Instant expiresAt, Optional<Instant> acceptedAt) {

  public boolean openAt(Instant now) {
    return acceptedAt.isEmpty() && now.isBefore(expiresAt);
  }

  public Invitation accepted(Instant at) {
    return new Invitation(client, invitedBy, expiresAt, Optional.of(at));
  }
}
