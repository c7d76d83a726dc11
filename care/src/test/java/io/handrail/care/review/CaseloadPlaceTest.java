package io.handrail.care.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseloadPlaceTest {
  private static final ClinicId CLINIC = new ClinicId("harbour");
  private static final Instant NOW = Instant.parse("2026-03-03T14:10:00Z");

  private static Client client(String name) {
    Instant since = NOW.minus(Duration.ofDays(3));
    return new Client(
        new ClientId(CLINIC, name),
        name,
        ZoneOffset.UTC,
        "en",
        Client.Enrolment.ACTIVE,
        since,
        Optional.of(new StaffId(CLINIC, "maya")),
        Optional.of(since),
        true);
  }

  private static CaseloadRow row(
      long last,
      Duration active,
      Level highest,
      boolean held,
      int homework,
      long read,
      Duration review) {
    return new CaseloadRow(
        last,
        Optional.of(NOW.minus(active)),
        highest,
        0,
        held,
        homework,
        0,
        Optional.empty(),
        read,
        Optional.of(NOW.minus(review)),
        last);
  }

  private static CaseloadPlace place(String name, CaseloadRow row, Level... flags) {
    Client client = client(name);
    List<RiskQueue.Entry> open =
        Stream.of(flags)
            .map(level -> new RiskQueue.Entry(name, client.id(), level, NOW.minusSeconds(60)))
            .toList();
    return CaseloadPlace.of(client, row, open, NOW);
  }

  private static final Duration HOUR = Duration.ofHours(1);
  private static final CaseloadRow READ = row(9, HOUR, Level.NONE, false, 0, 9, HOUR);

  @Test
  void a_rise_by_half_is_told_once_there_is_enough_to_tell_and_passes_with_the_days() {
    var first = LocalDate.of(2026, 3, 1);
    Optional<UseByDay> pace = Optional.empty();
    for (int i = 0; i < 12; i++) pace = Optional.of(UseByDay.oneMore(pace, first.plusDays(i)));
    assertEquals(Optional.empty(), pace.get().rising(first.plusDays(14)), "nothing before it");
    for (int i = 0; i < 19; i++) pace = Optional.of(UseByDay.oneMore(pace, first.plusDays(20)));
    LocalDate then = first.plusDays(25);
    assertEquals(Optional.empty(), pace.get().rising(then), "nineteen are too few to tell");
    pace = Optional.of(UseByDay.oneMore(pace, then));
    assertEquals(Optional.of(new Reason.Rising(12, 20)), pace.get().rising(then));
    assertEquals(Optional.empty(), pace.get().rising(then.plusDays(10)), "it passes by itself");
    assertEquals(UseByDay.DAYS, UseByDay.oneMore(pace, then.plusDays(400)).counts().size());
    assertEquals(pace.get(), UseByDay.oneMore(pace, first), "a day before the last counted");
  }

  @Test
  void what_was_finished_is_to_be_read_in_time_and_overdue_after_it() {
    var entry = new ToRead.Entry("graded_exposure", 8, NOW.plus(Duration.ofDays(2)));
    CaseloadRow row = row(9, HOUR, Level.NONE, false, 0, 4, HOUR).finished(entry);
    CaseloadPlace before = CaseloadPlace.of(client("x"), row, List.of(), NOW);
    var quiet = new Reason.ToBeRead("graded_exposure", entry.due(), false);
    assertEquals(List.of(new Reason.Unread(5, Level.NONE), quiet), before.reasons());
    assertEquals(Optional.empty(), before.daysOverdue(NOW));

    Instant later = entry.due().plus(Duration.ofHours(30));
    CaseloadPlace after = CaseloadPlace.of(client("x"), row, List.of(), later);
    Reason due = new Reason.ToBeRead("graded_exposure", entry.due(), true);
    assertTrue(after.reasons().contains(due), () -> after.reasons().toString());
    assertEquals(Reason.Place.OVERDUE, due.place());
    assertEquals(Optional.of(1L), after.daysOverdue(later));

    CaseloadRow read = row.reviewed(9, 9, Level.NONE, NOW);
    assertEquals(
        List.of(),
        CaseloadPlace.of(client("x"), read, List.of(), NOW).reasons(),
        "reading the log answers it");
  }

  @Test
  void reasons_stand_in_the_order_of_care() {
    List<CaseloadPlace> all =
        Stream.of(
                place("nothing", READ),
                place("new", CaseloadRow.NEW),
                place("quiet", row(9, Duration.ofDays(11), Level.NONE, false, 0, 9, HOUR)),
                place("overdue", row(9, HOUR, Level.NONE, false, 0, 9, Duration.ofDays(8))),
                place("unread", row(9, HOUR, Level.NONE, false, 0, 4, HOUR)),
                place("unread-watch", row(9, HOUR, Level.WATCH, false, 0, 4, HOUR)),
                place("homework", row(9, HOUR, Level.NONE, false, 2, 9, HOUR)),
                place("concern", READ, Level.CONCERN),
                place("held", row(9, HOUR, Level.NONE, true, 0, 9, HOUR)),
                place("crisis", READ, Level.CONCERN, Level.CRISIS))
            .sorted(CaseloadPlace.READING_ORDER)
            .toList();
    assertEquals(
        List.of(
            "crisis",
            "held",
            "concern",
            "homework",
            "unread-watch",
            "unread",
            "overdue",
            "quiet",
            "new",
            "nothing"),
        all.stream().map(place -> place.client().name()).toList());
  }

  @Test
  void a_review_is_overdue_past_seven_days_and_a_client_quiet_past_ten() {
    assertTrue(
        place("x", row(9, HOUR, Level.NONE, false, 0, 9, Duration.ofDays(7))).reasons().isEmpty());
    assertTrue(
        place("x", row(9, Duration.ofDays(10), Level.NONE, false, 0, 9, HOUR)).reasons().isEmpty());
    assertEquals(
        List.of(new Reason.Quiet(10)),
        place("x", row(9, Duration.ofDays(10).plusSeconds(1), Level.NONE, false, 0, 9, HOUR))
            .reasons());
  }

  @Test
  void every_reason_is_kept_and_the_most_pressing_comes_first() {
    CaseloadPlace all =
        place(
            "x",
            row(20, Duration.ofDays(12), Level.WATCH, true, 1, 4, Duration.ofDays(13)),
            Level.CRISIS);
    assertEquals(
        List.of(
            Reason.Place.RISK,
            Reason.Place.HOLD,
            Reason.Place.HOMEWORK,
            Reason.Place.UNREAD,
            Reason.Place.OVERDUE,
            Reason.Place.QUIET),
        all.reasons().stream().map(Reason::place).toList());
    assertEquals(Level.CRISIS, all.highest());
  }

  @Test
  void a_release_leaves_a_newer_hold_alone() {
    CaseloadRow newer = row(12, HOUR, Level.CRISIS, true, 0, 9, HOUR);
    assertEquals(newer, newer.releasedAt(11, true));
    assertEquals(false, newer.releasedAt(13, true).held());
  }
}
