package io.handrail.care.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  private static String after(WorkingDays days, String from, Duration wait, ZoneId zone) {
    Instant at = LocalDateTime.parse(from).atZone(zone).toInstant();
    return days.after(at, wait, zone).atZone(zone).toLocalDateTime().toString();
  }

  private static String usual(String from) {
    return after(WorkingDays.USUAL, from, FOUR_HOURS, LONDON);
  }

  @Test
  void within_a_day_a_wait_is_what_it_says() {
    assertEquals("2026-03-04T13:10", usual("2026-03-04T09:10"));
    assertEquals("2026-03-04T16:00", usual("2026-03-04T12:00"));
  }

  @Test
  void before_the_day_ends_the_next_person_is_told_while_they_can_still_answer() {
    assertEquals("2026-03-04T16:00", usual("2026-03-04T14:30"));
    assertEquals("2026-03-04T16:00", usual("2026-03-04T15:59"));
  }

  @Test
  void what_comes_in_the_last_hour_waits_on_into_the_next_day() {
    assertEquals("2026-03-05T12:30", usual("2026-03-04T16:30"));
  }

  @Test
  void a_friday_evening_waits_for_monday_and_a_holiday_is_passed_over() {
    assertEquals("2026-03-09T13:00", usual("2026-03-06T19:00"));
    assertEquals("2026-03-09T13:00", usual("2026-03-08T11:00"));
    var closed =
        new WorkingDays(
            WorkingDays.USUAL.days(),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28")));
    assertEquals("2026-12-29T13:00", after(closed, "2026-12-24T18:00", FOUR_HOURS, LONDON));
    assertFalse(closed.open(Instant.parse("2026-12-25T10:00:00Z"), LONDON));
    assertTrue(closed.open(Instant.parse("2026-12-24T10:00:00Z"), LONDON));
  }

  @Test
  void the_hours_are_the_clinics_own_whatever_the_clocks_do() {
    // Clocks in London go forward on 29 March 2026 and back on 25 October 2026.
    assertEquals("2026-03-30T13:00", usual("2026-03-27T18:00"));
    assertEquals("2026-10-26T13:00", usual("2026-10-23T18:00"));
    var nights =
        new WorkingDays(
            EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 0), LocalTime.of(8, 0), Set.of());
    var two = Duration.ofHours(2);
    assertEquals("2026-03-29T03:30", after(nights, "2026-03-29T00:30", two, LONDON));
    assertEquals("2026-10-25T01:30", after(nights, "2026-10-25T00:30", two, LONDON));
    // Seven hours of work are left of that night, and the eighth is in the next one.
    assertEquals(
        "2026-03-30T01:00", after(nights, "2026-03-28T12:00", Duration.ofHours(8), LONDON));
  }

  @Test
  void a_zone_half_a_day_away_has_its_own_friday() {
    assertEquals(
        "2026-03-09T13:00",
        after(WorkingDays.USUAL, "2026-03-06T17:30", FOUR_HOURS, ZoneId.of("Pacific/Auckland")));
  }

  @Test
  void a_wait_longer_than_a_day_goes_on_over_several() {
    assertEquals(
        "2026-03-06T09:30",
        after(WorkingDays.USUAL, "2026-03-03T17:00", Duration.ofMinutes(16 * 60 + 30), LONDON));
  }

  @Test
  void nothing_waits_for_ever() {
    var never = new WorkingDays(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of());
    assertEquals("2026-03-04T14:00", after(never, "2026-03-04T10:00", FOUR_HOURS, LONDON));
    var backwards =
        new WorkingDays(
            WorkingDays.USUAL.days(), LocalTime.of(17, 0), LocalTime.of(9, 0), Set.of());
    assertFalse(backwards.whole());
    assertEquals("2026-03-04T14:00", after(backwards, "2026-03-04T10:00", FOUR_HOURS, LONDON));
  }
}
