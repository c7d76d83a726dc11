package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Option;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Approval;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Building the list is free; trying a step needs the clinician's yes to that very step. */
class GradedExposureTest {
  private static final String NEIGHBOUR = "say good morning to the neighbour";
  private static final String BANK = "ring the bank";

  private static Surroundings decided(String entry, Approval approval) {
    return new Surroundings(Optional.empty(), Map.of("steps", Map.of(entry, approval)));
  }

  private static Sitting listed() {
    return Sitting.with("graded_exposure")
        .picks("people")
        .says("they will laugh at me")
        .says(NEIGHBOUR + " 25. ask for the time 35. " + BANK + " 60.", "that's all");
  }

  private static Sitting asked() {
    return listed().picks("ask").says(NEIGHBOUR);
  }

  private static Sitting next(Sitting before, String run, Surroundings around) {
    return Sitting.with(
        "graded_exposure", run, "en", Carry.from(before.protocol, before.run()).amid(around));
  }

  private static Sitting planned() {
    return next(asked(), "run-2", decided(NEIGHBOUR, Approval.APPROVED))
        .picks("plan")
        .says("1", "he will stare at me", "80", "phone stays at home", "tuesday at ten");
  }

  private static Sitting tried() {
    return next(planned(), "run-3", decided(NEIGHBOUR, Approval.APPROVED))
        .says("yes")
        .picks("none")
        .says("60", "80", "30", "15", "nothing", "he said good morning and went on");
  }

  @Test
  void the_list_is_built_and_a_step_is_asked_for() {
    Sitting s = asked();
    assertEquals(List.of(NEIGHBOUR + " 25", "ask for the time 35", BANK + " 60"), s.lines("steps"));
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(new Happening.ApprovalAsked("steps", NEIGHBOUR)), s.happened::toString);
    assertTrue(
        s.transcript().contains("Please wait for their yes")
            || s.transcript().contains("It waits for a yes"),
        s::transcript);
  }

  @Test
  void the_list_stands_from_easy_to_hard_on_the_sheet_whatever_order_it_was_told_in() {
    Sitting s =
        Sitting.with("graded_exposure")
            .picks("people")
            .says("they will laugh at me")
            .says(BANK + " 60. " + NEIGHBOUR + " 25. ask for the time 35.", "that's all");
    assertEquals(
        List.of("say good morning to the neighbour 25", "ask for the time 35", "ring the bank 60"),
        s.lines("steps"));
  }

  @Test
  void a_first_step_above_forty_is_asked_about_once_and_then_noted() {
    Sitting s = listed().picks("ask").says(BANK);
    assertEquals("wish", s.step(), s::transcript);
    s.says(BANK);
    assertTrue(s.run().notes().contains("wish: asked_for_a_step_above_40"), s::transcript);
    assertTrue(s.happened.contains(new Happening.ApprovalAsked("steps", BANK)));
  }

  @Test
  void without_a_yes_nothing_is_planned_and_the_client_is_told_that_it_waits() {
    Sitting s = next(asked(), "run-2", decided(NEIGHBOUR, Approval.WAITING)).picks("plan");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertFalse(s.run().fields().containsKey("planned"));
    assertTrue(s.transcript().contains("Homework"), s::transcript);
  }

  @Test
  void only_the_approved_step_can_be_chosen_whichever_way_it_is_tried() {
    Sitting s = next(asked(), "run-2", decided(NEIGHBOUR, Approval.APPROVED)).picks("plan");
    assertEquals("planned", s.step(), s::transcript);
    assertEquals(List.of(new Option("1", NEIGHBOUR)), s.last().expect().options());
    s.says(BANK);
    assertEquals("planned", s.step(), s::transcript);
    s.does(new Answer.Picked(List.of("3")));
    assertFalse(s.run().fields().containsKey("planned"), s::transcript);
    Sitting read = next(asked(), "run-3", decided(NEIGHBOUR, Approval.APPROVED)).picks("plan");
    read.does(new Answer.Read("I do " + BANK, Map.of("planned", BANK)));
    assertFalse(read.run().fields().containsKey("planned"), read::transcript);
  }

  @Test
  void a_yes_to_other_words_is_no_yes_to_these() {
    Sitting s = next(asked(), "run-2", decided("walk past the neighbour", Approval.APPROVED));
    s.picks("plan");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertFalse(s.run().fields().containsKey("planned"));
  }

  @Test
  void a_yes_taken_back_stops_the_work_on_the_very_next_answer() {
    Sitting s = next(asked(), "run-2", decided(NEIGHBOUR, Approval.APPROVED)).picks("plan");
    s.says("1", "he will stare at me").amid(decided(NEIGHBOUR, Approval.DECLINED)).says("80");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.Stopped("approval_withdrawn")));
    assertFalse(s.run().fields().containsKey("planned"));
    assertFalse(s.run().fields().containsKey("prediction"), "the forecast was about that step");
  }

  @Test
  void a_yes_taken_back_between_sittings_is_told_at_the_start() {
    Sitting s = next(planned(), "run-3", decided(NEIGHBOUR, Approval.DECLINED));
    assertEquals("what_now", s.step(), s::transcript);
    assertFalse(s.run().fields().containsKey("planned"));
  }

  @Test
  void a_try_is_logged_with_all_its_numbers() {
    Sitting s = tried().picks("no").says("40", "he is friendly");
    assertEquals("what_now", s.step(), s::transcript);
    assertTrue(s.run().fields().containsKey("tries"), s::transcript);
    assertFalse(s.run().fields().containsKey("planned"), "the next try is planned anew");
    assertEquals(
        Optional.empty(), s.run().notes().stream().filter(n -> n.contains("ready")).findAny());
  }

  @Test
  void two_tries_that_went_otherwise_than_feared_make_ready_for_the_next_step() {
    Sitting first = tried().picks("no").says("40", "he is friendly").picks("plan");
    first.says("1", "he will turn away", "50", "nothing", "friday");
    Sitting second =
        next(first, "run-4", decided(NEIGHBOUR, Approval.APPROVED))
            .says("yes")
            .picks("none")
            .says("50", "50", "20", "10", "nothing", "he waved")
            .picks("no")
            .says("20", "it gets easier");
    assertTrue(
        second.run().notes().contains("learned: ready_for_the_next_step"), second::transcript);
  }

  @Test
  void signs_of_illness_or_dissociation_stop_the_work_and_go_to_the_clinician() {
    for (String sign : List.of("unreal", "unsafe", "ill")) {
      Sitting s =
          next(planned(), "run-3", decided(NEIGHBOUR, Approval.APPROVED)).says("yes").picks(sign);
      assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
      assertTrue(s.last().has(Happening.ForClinician.class), s::transcript);
      assertFalse(s.run().fields().containsKey("planned"), "it is not asked about again");
    }
  }

  @Test
  void memories_and_rituals_go_to_the_clinician_without_a_list() {
    for (String kind : List.of("memory", "ritual")) {
      Sitting s = Sitting.with("graded_exposure").picks(kind);
      assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
      assertTrue(s.last().has(Happening.ForClinician.class));
    }
  }

  @Test
  void in_spanish_too() {
    Sitting s =
        Sitting.with("graded_exposure", "es-1", "es", Carry.NOTHING)
            .says(
                "gente",
                "que se rían de mí",
                "saludar al vecino 25. preguntar la hora 35",
                "eso es todo",
                "pedir un paso",
                "la primera");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(new Happening.ApprovalAsked("steps", "saludar al vecino")),
        s::transcript);
  }
}
