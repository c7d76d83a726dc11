package io.handrail.care.record.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a clinic's trail, found by its number. A full page never changes again.
 *
 * @param before the hash that its first entry follows
 * @param first the number of its first entry
 * @param entries oldest first, at most {@link #MOST}
 */
public record AuditPage(String before, long first, List<AuditEntry> entries) {
  /** A document of some ten kilobytes, which an entry more rewrites. */
  public static final int MOST = 50;

  public AuditPage {
    entries = List.copyOf(entries);
  }

  static AuditPage empty(int page, String before) {
    return new AuditPage(before, (long) page * MOST + 1, List.of());
  }

  boolean full() {
    return entries.size() >= MOST;
  }

  /** The hash that the next entry follows. */
  String lastHash() {
    return entries.isEmpty() ? before : entries.getLast().hash();
  }

  AuditPage with(AuditDeed deed, Instant at) {
    var all = new ArrayList<>(entries);
    all.add(AuditEntry.after(lastHash(), first + entries.size(), at, deed));
    return new AuditPage(before, first, all);
  }
}
