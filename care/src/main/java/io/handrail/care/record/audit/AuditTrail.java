package io.handrail.care.record.audit;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.StoreFault;
import io.handrail.care.clinic.ClinicId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A clinic's trail of who did what. Entries are only ever added; there is no way here to change or
 * remove one.
 */
public final class AuditTrail {
  /** How many pages are read at once when a trail is looked through. */
  private static final int PAGES_A_READ = 20;

  private final Shelves shelves;
  private final Clock clock;

  public AuditTrail(Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  /** Writes an entry at the end, durably. */
  public AuditEntry write(ClinicId clinic, AuditDeed deed) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AuditHead head = head(clinic);
    int page = head.page();
    String before = head.entries() == 0 ? beginning(clinic) : beforePage(clinic, page, head);
    while (true) {
      var mine = new AuditEntry[1];
      AuditPage stored =
          shelves
              .auditPages()
              .change(
                  new OfClinic<>(clinic, page),
                  AuditPage.empty(page, before),
                  now -> {
                    AuditPage next = now.full() ? now : now.with(deed, at);
                    mine[0] = next == now ? null : next.entries().getLast();
                    return next;
                  });
      if (mine[0] != null) {
        if (head.entries() == 0) listed(clinic);
        AuditEntry written = mine[0];
        shelves.auditHeads().change(clinic, AuditHead.NONE, now -> now.at(written));
        return written;
      }
      before = stored.lastHash();
      page++;
    }
  }

  private void listed(ClinicId clinic) {
    shelves.auditRolls().change(AuditRoll.KEY, AuditRoll.EMPTY, roll -> roll.with(clinic));
  }

  /** What a page that is not there yet would follow. */
  private String beforePage(ClinicId clinic, int page, AuditHead head) {
    if (page == 0) return beginning(clinic);
    return page(clinic, page - 1).map(AuditPage::lastHash).orElse(head.hash());
  }

  private static String beginning(ClinicId clinic) {
    return AuditEntry.sha256("handrail trail of " + clinic);
  }

  public AuditHead head(ClinicId clinic) {
    return shelves.auditHeads().get(clinic).orElse(AuditHead.NONE);
  }

  /**
   * @param page counts from 0, the oldest
   */
  public Optional<AuditPage> page(ClinicId clinic, int page) {
    return shelves.auditPages().get(new OfClinic<>(clinic, page));
  }

  /**
   * Entries before a number, newest first.
   *
   * @param before 0 for the end of the trail
   * @param pages how many pages to read at most
   */
  public List<AuditEntry> before(ClinicId clinic, long before, int pages) {
    AuditHead head = head(clinic);
    // From the end one page more is looked for: it may have been begun in this moment.
    int last = before > 0 ? new AuditHead(before - 1, "").page() : head.page() + 1;
    int first = before > 0 ? last - pages + 1 : last - pages;
    var keys =
        IntStream.rangeClosed(Math.max(0, first), last)
            .mapToObj(page -> new OfClinic<>(clinic, page))
            .toList();
    var found = new ArrayList<AuditEntry>();
    shelves.auditPages().get(keys).values().forEach(page -> found.addAll(page.entries()));
    if (before > 0) found.removeIf(entry -> entry.seq() >= before);
    Collections.reverse(found);
    return found;
  }

  /**
   * Looks at every entry there is.
   *
   * @param noted a head that was kept elsewhere, to hold the trail against
   */
  public AuditCheck check(ClinicId clinic, Optional<AuditHead> noted) {
    AuditHead head = head(clinic);
    var walk = new Walk(beginning(clinic), head, noted);
    try {
      for (int from = 0; ; from += PAGES_A_READ) {
        var keys =
            IntStream.range(from, from + PAGES_A_READ)
                .mapToObj(page -> new OfClinic<>(clinic, page))
                .toList();
        var pages = shelves.auditPages().get(keys);
        for (OfClinic<Integer> key : keys) {
          if (!pages.containsKey(key)) return walk.ended();
          Optional<AuditCheck> broken = walk.over(pages.get(key));
          if (broken.isPresent()) return broken.get();
        }
      }
    } catch (StoreFault e) {
      if (e.category() != StoreFault.Category.UNREADABLE) throw e;
      return new AuditCheck.Broken(walk.seq + 1, AuditCheck.Fault.UNREADABLE);
    }
  }

  /** Where a look through the trail has come to. */
  private static final class Walk {
    private final AuditHead head;
    private final Optional<AuditHead> noted;
    private String hash;
    private long seq;

    Walk(String beginning, AuditHead head, Optional<AuditHead> noted) {
      this.hash = beginning;
      this.head = head;
      this.noted = noted;
    }

    Optional<AuditCheck> over(AuditPage page) {
      if (page.first() != seq + 1 || seq % AuditPage.MOST != 0)
        return broken(AuditCheck.Fault.MISSING);
      for (AuditEntry entry : page.entries()) {
        if (entry.seq() != seq + 1) return broken(AuditCheck.Fault.MISSING);
        if (!entry.follows(hash)) return broken(AuditCheck.Fault.CHANGED);
        seq = entry.seq();
        hash = entry.hash();
        if (seq == head.entries() && !hash.equals(head.hash())) return at(AuditCheck.Fault.CHANGED);
        if (noted.filter(n -> n.entries() == seq && !n.hash().equals(hash)).isPresent()) {
          return at(AuditCheck.Fault.NOT_AS_NOTED);
        }
      }
      return Optional.empty();
    }

    AuditCheck ended() {
      if (seq < head.entries()) return new AuditCheck.Broken(seq + 1, AuditCheck.Fault.MISSING);
      if (noted.filter(n -> n.entries() > seq).isPresent()) {
        return new AuditCheck.Broken(seq + 1, AuditCheck.Fault.MISSING);
      }
      return new AuditCheck.Holds(new AuditHead(seq, seq == 0 ? "" : hash));
    }

    private Optional<AuditCheck> broken(AuditCheck.Fault fault) {
      return Optional.of(new AuditCheck.Broken(seq + 1, fault));
    }

    private Optional<AuditCheck> at(AuditCheck.Fault fault) {
      return Optional.of(new AuditCheck.Broken(seq, fault));
    }
  }
}
