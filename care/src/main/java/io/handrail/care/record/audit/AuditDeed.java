package io.handrail.care.record.audit;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import java.util.Optional;

/**
 * What is to be written down: who did what, to whom. There is no room in it for words: nothing that
 * a client or a clinician wrote can get into the trail.
 *
 * @param by the member of staff; empty where the client did it themselves
 * @param client whom it was about, or who did it
 * @param colleague the member of staff whom it was about
 */
public record AuditDeed(
    AuditKind kind, Optional<StaffId> by, Optional<ClientId> client, Optional<StaffId> colleague) {

  public static AuditDeed of(AuditKind kind, StaffId by) {
    return new AuditDeed(kind, Optional.of(by), Optional.empty(), Optional.empty());
  }

  public static AuditDeed about(AuditKind kind, StaffId by, ClientId client) {
    return new AuditDeed(kind, Optional.of(by), Optional.of(client), Optional.empty());
  }

  public static AuditDeed about(AuditKind kind, StaffId by, StaffId colleague) {
    return new AuditDeed(kind, Optional.of(by), Optional.empty(), Optional.of(colleague));
  }

  /** The client did it themselves. */
  public static AuditDeed own(AuditKind kind, ClientId client) {
    return new AuditDeed(kind, Optional.empty(), Optional.of(client), Optional.empty());
  }
}
