package io.handrail.care.record.audit;

/**
 * Where a clinic's trail ends: how many entries there are, and the hash of the last. Kept apart
 * from the pages, so that entries cut off at the end are missed too. It may be an entry or two
 * behind after a crash, never ahead.
 *
 * @param entries 0 before the first
 */
public record AuditHead(long entries, String hash) {
  public static final AuditHead NONE = new AuditHead(0, "");

  /** As it is said and kept elsewhere: {@code 412:9f…}. */
  public String anchor() {
    return entries + ":" + hash;
  }

  int page() {
    return (int) (Math.max(0, entries - 1) / AuditPage.MOST);
  }

  AuditHead at(AuditEntry entry) {
    return entry.seq() > entries ? new AuditHead(entry.seq(), entry.hash()) : this;
  }
}
