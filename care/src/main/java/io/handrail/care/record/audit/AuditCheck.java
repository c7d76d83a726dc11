package io.handrail.care.record.audit;

/** What a look at a whole trail found. */
public sealed interface AuditCheck {

  /** Every entry follows the one before it, and none is missing at the end. */
  record Holds(AuditHead head) implements AuditCheck {}

  /**
   * An entry was changed, put in or taken out.
   *
   * @param entry the first number that is not as it was written
   */
  record Broken(long entry, Fault fault) implements AuditCheck {}

  /** What is wrong. */
  enum Fault {
    /** An entry does not follow the one before it. */
    CHANGED,
    /** Entries are missing, within the trail or at its end. */
    MISSING,
    /** A page does not open: it was damaged, moved, or put back from an older time. */
    UNREADABLE,
    /** The trail is not the one that was noted down elsewhere. */
    NOT_AS_NOTED
  }
}
