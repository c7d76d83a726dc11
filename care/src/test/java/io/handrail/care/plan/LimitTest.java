package io.handrail.care.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.handrail.care.conversation.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hours, days and minutes on the client's own clock, on the nights when it changes too. */
class LimitTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static CarePlan plan(String from, String to) {
    return CarePlan.cautious(Set.of("thought_record"), Instant.EPOCH)
        .limited(
            Set.of("thought_record"),
            60,
            List.of(new Hours(LocalTime.parse(from), LocalTime.parse(to))),
            CarePlan.ModelUse.OFF);
  }

  private static Optional<Limit> at(String instant, CarePlan plan) {
    var now = Instant.parse(instant).atZone(LONDON);
    return Limit.standing(
        Optional.of(plan),
        new Usage(now.toLocalDate(), 0),
        now,
        Optional.of("thought_record"),
        Optional.empty());
  }

  private static Optional<Limit> opens(String time) {
    return Optional.of(new Limit.OutsideHours(LocalTime.parse(time)));
  }

  @Test
  void in_the_night_the_clocks_go_forward_a_time_that_never_comes_is_not_promised() {
    CarePlan plan = plan("01:30", "05:00");
    // 29 March 2026: at 01:00 in London it is 02:00.
    assertEquals(opens("02:00"), at("2026-03-29T00:30:00Z", plan));
    assertEquals(
        Optional.empty(), at("2026-03-29T01:00:00Z", plan), "02:00, the first moment of it");
    assertEquals(Optional.empty(), at("2026-03-29T03:59:00Z", plan), "04:59");
    assertEquals(opens("01:30"), at("2026-03-29T04:00:00Z", plan), "05:00, and tomorrow at 01:30");
    assertEquals(opens("01:30"), at("2026-03-28T00:30:00Z", plan), "the night before");
    assertEquals(opens("02:00"), at("2026-03-28T06:00:00Z", plan), "on its eve");
  }

  @Test
  void in_the_night_the_clocks_go_back_a_span_comes_twice_and_holds_twice() {
    CarePlan plan = plan("01:30", "01:50");
    // 25 October 2026: at 02:00 in London it is 01:00 again.
    assertEquals(Optional.empty(), at("2026-10-25T00:40:00Z", plan), "01:40, the first");
    assertEquals(opens("01:30"), at("2026-10-25T01:10:00Z", plan), "01:10, the second");
    assertEquals(Optional.empty(), at("2026-10-25T01:40:00Z", plan), "01:40, the second");
    assertEquals(opens("01:30"), at("2026-10-25T01:50:00Z", plan));
  }

  @Test
  void a_span_over_midnight_holds_through_both_changes() {
    CarePlan plan = plan("22:00", "03:00");
    assertEquals(Optional.empty(), at("2026-03-29T00:59:00Z", plan), "00:59");
    assertEquals(Optional.empty(), at("2026-03-29T01:59:00Z", plan), "02:59");
    assertEquals(opens("22:00"), at("2026-03-29T02:00:00Z", plan), "03:00");
    assertEquals(Optional.empty(), at("2026-10-25T02:59:00Z", plan), "02:59 after the change");
    assertEquals(opens("22:00"), at("2026-10-25T03:00:00Z", plan));
  }

  @Test
  void the_clients_day_decides_and_not_the_servers() {
    ZoneId auckland = ZoneId.of("Pacific/Auckland");
    CarePlan plan =
        plan("00:00", "23:59")
            .within(new Scope(Optional.of(10), List.of(), List.of(), Optional.empty()));
    var now = Instant.parse("2026-06-01T12:30:00Z").atZone(auckland); // 2 June there
    var used =
        new Usage(LocalDate.of(2026, 6, 1), 60, Optional.of(Duration.ofHours(1)), Optional.empty());
    assertEquals(
        Optional.empty(),
        Limit.standing(
            Optional.of(plan), used, now, Optional.of("thought_record"), Optional.empty()));
  }

  @Test
  void minutes_are_an_honest_guess_that_counts_no_long_silence() {
    Instant nine = Instant.parse("2026-03-02T09:00:00Z");
    Usage used = new Usage(LocalDate.of(2026, 3, 2), 0).oneMore(nine);
    assertEquals(0, used.minutes(), "a first message counts nothing");
    used = used.oneMore(nine.plusSeconds(90)).oneMore(nine.plusSeconds(150));
    assertEquals(2, used.minutes());
    used = used.oneMore(nine.plus(Duration.ofHours(5)));
    assertEquals(5, used.minutes(), "three minutes of a long silence");
    used = used.oneMore(nine);
    assertEquals(5, used.minutes(), "a clock that goes back takes nothing away");
  }
}
