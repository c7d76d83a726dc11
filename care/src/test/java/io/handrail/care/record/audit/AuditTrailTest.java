package io.handrail.care.record.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.StoredShelves;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final ClinicId CLINIC = new ClinicId("harbour");
  private static final StaffId MAYA = new StaffId(CLINIC, "maya");
  private static final ClientId ANA = new ClientId(CLINIC, "ana");
  private final Shelves shelves = StoredShelves.inMemory();
  private final AuditTrail trail =
      new AuditTrail(shelves, Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      trail.write(CLINIC, AuditDeed.about(AuditKind.RECORD_OPENED, MAYA, ANA));
    }
  }

  private AuditCheck check() {
    return trail.check(CLINIC, Optional.empty());
  }

  private void alter(int page, java.util.function.UnaryOperator<List<AuditEntry>> how) {
    shelves
        .auditPages()
        .change(
            new OfClinic<>(CLINIC, page),
            now -> new AuditPage(now.before(), now.first(), how.apply(now.entries())));
  }

  @Test
  void entries_are_numbered_without_gaps_over_pages_and_the_chain_holds() {
    write(2 * AuditPage.MOST + 3);
    var holds = assertInstanceOf(AuditCheck.Holds.class, check());
    assertEquals(2 * AuditPage.MOST + 3, holds.head().entries());
    assertEquals(trail.head(CLINIC), holds.head());
    List<Long> newestFirst = trail.before(CLINIC, 0, 20).stream().map(AuditEntry::seq).toList();
    List<Long> expected =
        new ArrayList<>(LongStream.rangeClosed(1, 2 * AuditPage.MOST + 3).boxed().toList());
    Collections.reverse(expected);
    assertEquals(expected, newestFirst);
    assertEquals(AuditPage.MOST, trail.before(CLINIC, AuditPage.MOST + 1, 1).size());
  }

  @Test
  void a_trail_without_entries_holds() {
    assertEquals(new AuditCheck.Holds(AuditHead.NONE), check());
  }

  @Test
  void an_altered_entry_shows() {
    write(AuditPage.MOST + 5);
    alter(
        0,
        entries -> {
          var all = new ArrayList<>(entries);
          AuditEntry e = all.get(7);
          var other = AuditDeed.about(AuditKind.LIMITS_CHANGED, MAYA, ANA);
          all.set(7, new AuditEntry(e.seq(), e.at(), other, e.hash()));
          return all;
        });
    assertEquals(new AuditCheck.Broken(8, AuditCheck.Fault.CHANGED), check());
  }

  @Test
  void an_entry_taken_out_in_the_middle_shows() {
    write(AuditPage.MOST + 5);
    alter(0, entries -> entries.stream().filter(e -> e.seq() != 20).toList());
    assertEquals(new AuditCheck.Broken(20, AuditCheck.Fault.MISSING), check());
  }

  @Test
  void entries_cut_off_at_the_end_show() {
    write(AuditPage.MOST + 5);
    alter(1, entries -> entries.subList(0, 2));
    assertEquals(new AuditCheck.Broken(AuditPage.MOST + 3, AuditCheck.Fault.MISSING), check());
    shelves.auditPages().remove(new OfClinic<>(CLINIC, 1));
    assertEquals(new AuditCheck.Broken(AuditPage.MOST + 1, AuditCheck.Fault.MISSING), check());
  }

  @Test
  void a_page_taken_out_shows_though_others_follow() {
    write(3 * AuditPage.MOST);
    shelves.auditPages().remove(new OfClinic<>(CLINIC, 1));
    assertEquals(new AuditCheck.Broken(AuditPage.MOST + 1, AuditCheck.Fault.MISSING), check());
  }

  @Test
  void a_chain_that_was_written_anew_from_end_to_end_shows_against_a_line_kept_elsewhere() {
    write(9);
    AuditHead kept = trail.head(CLINIC);
    var others = StoredShelves.inMemory();
    var forged = new AuditTrail(others, Clock.systemUTC());
    for (int i = 0; i < 12; i++) {
      forged.write(CLINIC, AuditDeed.of(AuditKind.SIGNED_IN, MAYA));
    }
    assertInstanceOf(AuditCheck.Holds.class, forged.check(CLINIC, Optional.empty()));
    assertEquals(
        new AuditCheck.Broken(9, AuditCheck.Fault.NOT_AS_NOTED),
        forged.check(CLINIC, Optional.of(kept)));
    write(4);
    assertInstanceOf(AuditCheck.Holds.class, trail.check(CLINIC, Optional.of(kept)));
  }

  @Test
  void a_crash_before_the_head_was_written_costs_nothing() {
    write(3);
    AuditHead behind = new AuditHead(2, trail.before(CLINIC, 0, 1).get(1).hash());
    shelves.auditHeads().change(CLINIC, now -> behind);
    assertInstanceOf(AuditCheck.Holds.class, check());
    write(1);
    assertEquals(4, trail.head(CLINIC).entries());
    assertInstanceOf(AuditCheck.Holds.class, check());
  }

  @Test
  void many_writers_at_once_leave_one_chain() throws Exception {
    Callable<Boolean> writer =
        () -> {
          write(20);
          return true;
        };
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : writers.invokeAll(Collections.nCopies(8, writer))) {
        assertTrue(done.get());
      }
    }
    var holds = assertInstanceOf(AuditCheck.Holds.class, check());
    assertEquals(160, holds.head().entries());
  }

  @Test
  void clinics_have_trails_of_their_own_and_are_listed() {
    var elm = new ClinicId("elm");
    write(2);
    trail.write(elm, AuditDeed.of(AuditKind.SIGNED_IN, new StaffId(elm, "ola")));
    assertEquals(1, trail.head(elm).entries());
    assertEquals(
        List.of(CLINIC, elm), shelves.auditRolls().get(AuditRoll.KEY).orElseThrow().clinics());
  }
}
