package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SleepDiaryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Sitting begun(Carry carry, String language) {
    return Sitting.with("sleep_diary", "run-" + carry.today(), language, carry);
  }

  private static Sitting night(Carry carry) {
    return begun(carry, "en")
        .says("11pm", "half eleven", "about 20", "2", "half an hour", "6:30", "7", "3", "skip");
  }

  private static long number(Sitting s, String field) {
    return s.run().fields().get(field) instanceof Value.Number(long n) ? n : -1;
  }

  private static List<Map<String, Value>> nights(Sitting s) {
    return s.run().fields().get("nights") instanceof Value.Rows(var rows) ? rows : List.of();
  }

  @Test
  void time_in_bed_sleep_and_their_share_are_worked_out_over_midnight() {
    Sitting s = night(Carry.NOTHING.on(DAY));
    assertEquals(480, number(s, "in_bed"), s::transcript);
    assertEquals(370, number(s, "asleep"), s::transcript);
    assertEquals(77, number(s, "efficiency"));
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(s.transcript().contains("6 h 10 min"), s::transcript);
    assertTrue(s.transcript().contains("8 h"), s::transcript);
    assertEquals(List.of("23:30"), s.lines("tried"));
    assertEquals(List.of("30 min"), s.lines("awake"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, eleven, same time, 1380",
    "en, 23:10, 'same, straight away', 1390",
    "en, half past ten, right away, 1350",
    "en, 23:50, about twenty minutes later, 10",
    "en, 11, half past eleven, 1410",
    "es, a las once, a la misma hora, 1380",
    "es, a las once, en seguida, 1380",
    "es, a las once, media hora después, 1410",
  })
  void a_second_time_may_be_told_by_the_first(
      String language, String first, String second, long minutes) {
    Sitting s = begun(Carry.NOTHING, language).says(first, second);
    assertEquals(new Value.Clock((int) minutes), s.run().fields().get("tried"), s::transcript);
  }

  @Test
  void same_as_usual_is_no_time_where_no_time_was_just_given() {
    Sitting s = begun(Carry.NOTHING, "en").says("same time");
    assertFalse(s.run().fields().containsKey("into_bed"), s::transcript);
  }

  @Test
  void a_night_without_waking_asks_for_no_minutes() {
    Sitting s = begun(Carry.NOTHING.on(DAY), "en").says("22:00", "22:15", "10", "none");
    assertEquals("woke", s.step(), s::transcript);
    s.says("6", "6:10", "4", "no");
    assertEquals(455, number(s, "asleep"), s::transcript);
    assertEquals(93, number(s, "efficiency"));
  }

  @Test
  void times_that_cannot_be_are_asked_about_kindly_and_then_not_counted() {
    Sitting s = begun(Carry.NOTHING.on(DAY), "en").says("23:00", "9am");
    assertEquals("tried", s.step(), s::transcript);
    s.says("23:10", "3 hours", "3", "2 hours", "3:30");
    assertEquals("woke", s.step(), s::transcript);
    assertTrue(s.said(Kind.ASK).orElse("").contains("time"), s::transcript);
    s.says("3:30", "7:00");
    assertEquals(-1, number(s, "asleep"), "a night of less than no sleep is no number");
    s.says("1", "skip");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals(List.of(), nights(s));
    assertTrue(s.transcript().matches("(?s).*(isn't counted|can't be counted).*"), s::transcript);
  }

  @Test
  void what_is_put_right_later_is_worked_out_anew() {
    Sitting s =
        begun(Carry.NOTHING.on(DAY), "en").says("23:00", "23:00", "30", "0", "7:00", "7:30");
    assertEquals(450, number(s, "asleep"));
    s.does(new io.handrail.care.protocol.Answer.GoTo("fell_asleep")).says("90");
    assertEquals(390, number(s, "asleep"), s::transcript);
  }

  @Test
  void the_week_is_summed_up_after_seven_nights_and_not_before() {
    Carry carry = Carry.NOTHING.on(DAY);
    Sitting s = night(carry);
    for (int i = 1; i < 7; i++) {
      assertFalse(s.transcript().contains("week in numbers"), s::transcript);
      assertFalse(s.transcript().contains("on average"), s::transcript);
      carry = Carry.from(s.protocol, s.run()).on(DAY.plusDays(i)).permitting(Set.of());
      s = night(carry);
      assertEquals(i + 1, nights(s).size());
    }
    assertEquals("habit", s.step(), s::transcript);
    assertTrue(s.said(Kind.READ).orElse("").contains("6 h 10 min"), s::transcript);
    assertTrue(s.said(Kind.ASK).orElse("").contains("you and your therapist"), s::transcript);
  }

  @Test
  void a_second_entry_on_the_same_day_takes_the_place_of_the_first() {
    Sitting one = night(Carry.NOTHING.on(DAY));
    Carry same = Carry.from(one.protocol, one.run()).on(DAY);
    Sitting two = begun(same, "en").says("23:00", "23:00", "0", "0", "7:00", "7:00", "5", "skip");
    assertEquals(1, nights(two).size());
    assertEquals(new Value.Number(480), nights(two).getFirst().get("asleep"));
    assertEquals(new Value.Text("2026-03-02"), nights(two).getFirst().get("night"));
  }

  @Test
  void the_oldest_night_makes_room_for_the_fifteenth() {
    Carry carry = Carry.NOTHING.on(DAY);
    Sitting s = night(carry);
    for (int i = 1; i < 15; i++) {
      s = night(Carry.from(s.protocol, s.run()).on(DAY.plusDays(i)));
    }
    assertEquals(14, nights(s).size());
    assertEquals(new Value.Text("2026-03-03"), nights(s).getFirst().get("night"));
  }

  @Test
  void the_program_never_proposes_less_time_in_bed() {
    Sitting s = night(Carry.NOTHING.on(DAY));
    for (int i = 1; i < 9; i++) s = night(Carry.from(s.protocol, s.run()).on(DAY.plusDays(i)));
    String all = s.transcript().toLowerCase(java.util.Locale.ROOT);
    for (String word :
        List.of("restrict", "go to bed later", "window", "less time in bed", "shorten")) {
      assertFalse(all.contains(word), word);
    }
    assertFalse(s.happened.stream().anyMatch(h -> h instanceof Happening.HomeworkAgreed));
  }

  @Test
  void a_night_in_spanish() {
    Sitting s =
        begun(Carry.NOTHING.on(DAY), "es")
            .says("a las once", "once y media", "media hora", "una vez", "20 minutos")
            .says("a las siete menos cuarto", "a las siete", "4", "saltar");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals(385, number(s, "asleep"), s::transcript);
  }
}
