package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Surroundings;
import io.handrail.care.protocol.Value;
import io.handrail.care.protocol.Worries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorryTimeTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static Surroundings on(LocalDate day) {
    return new Surroundings(Optional.of(day), Map.of());
  }

  private static Sitting set() {
    return Sitting.with("worry_time", "run-1", "en", Carry.NOTHING.amid(on(MONDAY)))
        .says("70", "60", "half past five after work", "20", "at the kitchen table");
  }

  private static int runs = 1;

  private static Sitting next(Sitting before, LocalDate day) {
    return Sitting.with(
        "worry_time",
        "run-" + ++runs,
        "en",
        Carry.from(before.protocol, before.run()).amid(on(day)));
  }

  private static Sitting logged(Sitting before, LocalDate day, String worry) {
    return next(before, day).picks("log").says(worry, "80", "after lunch", "the dishes");
  }

  private static long number(Sitting s, String field) {
    return s.run().fields().get(field) instanceof Value.Number(long n) ? n : -1;
  }

  private static int worries(Sitting s) {
    return s.run().fields().get("worries") instanceof Value.Rows(var rows) ? rows.size() : 0;
  }

  @Test
  void the_time_is_set_once_and_not_near_bed() {
    Sitting s =
        Sitting.with("worry_time", "run-0", "en", Carry.NOTHING.amid(on(MONDAY)))
            .says("70", "60", "ten at night");
    assertEquals("slot_time", s.step(), s::transcript);
    s.says("in bed");
    assertEquals("slot_time", s.step(), s::transcript);
    s.says("six in the evening", "45");
    assertEquals("slot_minutes", s.step(), "fifteen to twenty is asked for once");
    s.says("20", "kitchen table");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals(MONDAY.toEpochDay(), number(s, "first_day"));
  }

  @Test
  void a_worry_is_written_down_and_the_days_are_counted() {
    Sitting one = logged(set(), MONDAY, "the car makes a noise");
    assertEquals(Run.Status.FINISHED, one.run().status(), one::transcript);
    Sitting two = logged(one, MONDAY, "the rent is due on friday");
    assertEquals(1, number(two, "days"), "the same day");
    Sitting three = logged(two, MONDAY.plusDays(1), "my exam in may");
    assertEquals(2, number(three, "days"));
    assertEquals(3, number(three, "logged"));
    assertEquals(3, worries(three));
  }

  @Test
  void at_the_slot_each_worry_is_gone_or_practical_or_let_go() {
    Sitting s = logged(set(), MONDAY, "the car makes a noise");
    s = logged(s, MONDAY, "the rent is due on friday");
    s = logged(s, MONDAY, "what if I get ill next year");
    s = next(s, MONDAY).picks("slot").picks("gone").picks("practical").picks("what_if");
    assertEquals("letting_go", s.step(), s::transcript);
    s.says("maybe, maybe not", "tea on the balcony", "30").picks("yes");
    assertEquals(0, worries(s), "the list is empty");
    assertTrue(
        s.happened.contains(
            new Happening.BranchTo(
                "problem_solving",
                Optional.of(Map.of("problem", new Value.Text("the rent is due on friday"))))),
        s.happened::toString);
  }

  @Test
  void when_the_timer_rings_what_is_left_waits() {
    Sitting s = logged(set(), MONDAY, "the car makes a noise");
    s = logged(s, MONDAY, "the rent is due on friday");
    s = next(s, MONDAY).picks("slot").picks("gone").picks("time_up");
    assertEquals("pleasant", s.step(), s::transcript);
    assertEquals(1, worries(s));
  }

  @Test
  void after_two_weeks_the_numbers_stand_side_by_side() {
    Sitting s = logged(set(), MONDAY, "the car makes a noise");
    s = next(s, MONDAY.plusDays(14));
    assertTrue(s.transcript().contains("two weeks"), s::transcript);
    s.picks("back").says("40", "50", "most never came");
    assertTrue(s.transcript().contains("1 h 10 min"), s::transcript);
    assertTrue(s.run().notes().contains("strength_now: fewer_than_five_of_seven_days"));
    assertFalse(next(s, MONDAY.plusDays(15)).transcript().contains("two weeks"));
  }

  private static Sitting lookedBack(int... days) {
    Sitting s = set();
    for (int day : days) s = logged(s, MONDAY.plusDays(day), "worry number " + day);
    return next(s, MONDAY.plusDays(21)).picks("back").says("40", "50", "most never came");
  }

  @Test
  void five_of_seven_days_with_a_note_make_it_complete_and_fewer_do_not() {
    String few = "strength_now: fewer_than_five_of_seven_days";
    Sitting whole = lookedBack(0, 1, 2, 4, 6);
    assertEquals(1, number(whole, "full_weeks"));
    assertFalse(whole.run().notes().contains(few), whole::transcript);
    assertTrue(whole.run().notes().stream().noneMatch(n -> n.endsWith(": incomplete")));
    Sitting four = lookedBack(0, 1, 2, 4);
    assertTrue(four.run().notes().contains(few), four::transcript);
    assertTrue(four.run().notes().stream().anyMatch(n -> n.endsWith(": incomplete")));
    Sitting spread = lookedBack(0, 2, 4, 6, 8, 10, 12);
    assertTrue(spread.run().notes().contains(few), "seven notes, never five in seven days");
    Sitting second = lookedBack(0, 3, 8, 9, 10, 11, 12);
    assertEquals(1, number(second, "full_weeks"), "the second week counts");
  }

  @Test
  void asking_to_be_reassured_three_times_goes_to_the_clinician_unanswered() {
    Sitting s = logged(set(), MONDAY, "did I lock the door");
    s = logged(s, MONDAY, "is it really locked?");
    assertFalse(s.happened.stream().anyMatch(Happening.ForClinician.class::isInstance));
    s = next(s, MONDAY).picks("log").says("can you promise me it's safe");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("reassurance_loop")));
  }

  @Test
  void the_same_worry_again_counts_as_going_round() {
    Sitting s = logged(set(), MONDAY, "the lump on my arm");
    for (int i = 0; i < 3; i++) {
      s = next(s, MONDAY).picks("log").says("The lump on my arm!", "80", "now", "the radio");
    }
    assertTrue(s.happened.contains(new Happening.ForClinician("reassurance_loop")), s::transcript);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what if I stab my baby with the kitchen knife",
        "I'm afraid I could push someone in front of the train",
        "thoughts of hurting my son that I don't want",
        "tengo miedo de hacerle daño a mi bebé",
        "y si empujo a alguien a las vías"
      })
  void unwanted_thoughts_of_harm_go_to_the_clinician(String worry) {
    Sitting s = next(set(), MONDAY).picks("log").says(worry);
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("unwanted_thoughts_of_harm")));
    assertEquals(0, worries(s), "it is not kept on the list");
    assertFalse(s.transcript().contains("On the list"), s::transcript);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what if I lose my job",
        "what if the car breaks down",
        "my son fell and hurt his knee",
        "tengo miedo del examen de matemáticas",
        "I might drop out of the course"
      })
  void ordinary_worries_stay_worries(String worry) {
    assertFalse(Worries.unwantedHarm(worry), worry);
    assertFalse(Worries.danger(worry), worry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my husband hits me when he drinks",
        "we are being evicted on friday",
        "I have chest pain all day",
        "mi marido me pega",
        "tengo un juicio el lunes"
      })
  void violence_law_and_illness_stop_problem_solving(String problem) {
    Sitting s = Sitting.with("problem_solving").says(problem);
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("problem_for_a_person")));
    assertFalse(s.run().fields().containsKey("problem"), "the next sitting begins without it");
    assertFalse(s.transcript().contains("“" + problem), "it is not read out as a task");
  }

  @Test
  void a_worry_handed_over_is_the_first_on_the_list() {
    Sitting s =
        Sitting.with(
                "worry_time",
                "told-1",
                "en",
                Carry.NOTHING
                    .telling(Map.of("worry", new Value.Text("my mother is ill")))
                    .amid(on(MONDAY)))
            .says("70", "60", "half past five", "20", "kitchen table");
    assertEquals("worry_anxiety", s.step(), s::transcript);
    assertTrue(s.transcript().contains("“my mother is ill”"), s::transcript);
    s.says("80", "this morning", "the dishes");
    assertEquals(List.of(Run.Status.FINISHED), List.of(s.run().status()));
    assertEquals(1, worries(s));
  }
}
