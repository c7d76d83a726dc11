package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class BehaviouralActivationTest {

  private static Sitting planning() {
    return Sitting.with("behavioural_activation")
        .says(
            "if I stop doing things I feel worse, so I start small",
            "stayed in bed till noon 2 1 2; called my sister 6 8 7; watched tv",
            "3 1 4",
            "relationships",
            "being a good sister",
            "send her a photo 2, call her 4, visit her 7",
            "that's all",
            "the first one",
            "saturday morning",
            "at home alone",
            "10 minutes",
            "I'll be too tired",
            "do it from bed");
  }

  private static Sitting first() {
    return planning().says("8", "no");
  }

  private static Sitting next(Sitting before, String run) {
    return Sitting.with(
        "behavioural_activation", run, "en", Carry.from(before.protocol, before.run()));
  }

  @Test
  void the_first_sitting_goes_from_the_idea_to_a_plan_that_becomes_homework() {
    Sitting s = first();
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals(List.of("send her a photo 2", "call her 4", "visit her 7"), s.lines("ladder"));
    assertEquals(
        List.of("stayed in bed till noon 2 1 2", "called my sister 6 8 7", "watched tv 3 1 4"),
        s.lines("day"));
    assertTrue(
        s.happened.contains(
            new Happening.HomeworkAgreed(
                "send her a photo (at home alone, 10 minutes)", "saturday morning")),
        s.happened::toString);
    assertEquals(List.of(), s.run().notes());
  }

  @Test
  void confidence_below_seven_makes_the_plan_smaller() {
    Sitting s = planning().says("5");
    assertEquals("plan_smaller", s.step(), s::transcript);
    s.says("just pick the photo");
    assertEquals("plan_confidence", s.step());
    assertEquals(List.of("just pick the photo"), s.lines("plan_what"));
    s.says("6");
    assertEquals("plan_smaller", s.step(), "twice at most");
    s.says("look at one photo", "4");
    assertEquals("plan_more", s.step(), s::transcript);
    assertTrue(s.run().notes().contains("plan_confidence: low_confidence"));
  }

  @Test
  void up_to_three_things_can_be_planned_for_a_week() {
    Sitting s =
        planning()
            .says(
                "8",
                "yes",
                "call her",
                "sunday",
                "at home",
                "5 minutes",
                "she is out",
                "leave a message",
                "7");
    assertEquals("plan_more", s.step(), s::transcript);
    s.says("yes", "visit her", "next week", "her place", "an hour", "rain", "take the bus", "9");
    assertEquals("plan_more", s.step(), s::transcript);
    s.says("yes");
    assertEquals(Run.Status.FINISHED, s.run().status(), "three is the most");
    assertEquals(3, s.happened.stream().filter(h -> h instanceof Happening.HomeworkAgreed).count());
  }

  @Test
  void the_next_sitting_begins_with_the_plan_and_does_not_ask_what_it_knows() {
    Sitting s = next(first(), "run-2");
    assertEquals("done", s.step());
    assertTrue(s.transcript().contains("plan"), s::transcript);
    s.says("yes", "6", "8", "3", "6");
    assertTrue(s.said(Kind.REFLECT).orElse("").contains("3"), s::transcript);
    s.says("it was easier than I had thought");
    assertEquals("day", s.step(), "the idea is known");
    s.says("skip");
    assertEquals("plan_what", s.step(), "area, value and ladder are known");
  }

  @Test
  void a_miss_finds_the_trap_and_another_way() {
    Sitting s =
        next(first(), "run-2")
            .says("not this time", "came home late and it was dark", "heavy", "lay on the sofa");
    assertEquals("coping", s.step());
    assertTrue(s.said(Kind.REFLECT).orElse("").contains("lay on the sofa"), s::transcript);
    s.says("put my shoes on first");
    assertEquals("day", s.step());
    assertFalse(s.last().has(Happening.ForClinician.class));
  }

  private static Sitting missed(Sitting before, String run) {
    return next(before, run)
        .says("no", "it was dark", "heavy", "lay on the sofa", "shoes on first");
  }

  private static Sitting plannedAgain(Sitting s) {
    if (s.step().equals("half")) s.says("look at one photo");
    if (s.step().equals("day")) s.says("skip");
    if (s.step().equals("plan_what")) s.says("1");
    return s.says("sunday", "home", "5 minutes", "tired", "from bed", "9", "no");
  }

  @Test
  void the_second_miss_halves_it_and_the_third_goes_to_the_clinician() {
    Sitting second = missed(plannedAgain(missed(first(), "run-2")), "run-3");
    assertEquals("half", second.step(), second::transcript);
    plannedAgain(second);
    assertEquals(List.of("look at one photo"), second.lines("plan_what"), second::transcript);

    Sitting third = missed(second, "run-4");
    assertTrue(
        third.happened.contains(new Happening.ForClinician("third_miss")), third::transcript);
    assertEquals(Run.Status.FINISHED, third.run().status(), "nothing new is planned");
    assertFalse(third.last().has(Happening.HomeworkAgreed.class));
  }

  @Test
  void doing_it_ends_the_row_of_misses() {
    Sitting once = plannedAgain(missed(first(), "run-2"));
    Sitting done = next(once, "run-3").says("yes", "5", "5", "4", "5", "it was fine", "skip", "1");
    plannedAgain(done);
    Sitting again = missed(done, "run-4");
    assertEquals("day", again.step(), "one miss again, not two");
  }

  private static Sitting two() {
    return planning()
        .says(
            "8", "yes", "call her", "sunday", "home", "5 minutes", "she is out", "text", "9", "no");
  }

  @Test
  void two_planned_things_are_reviewed_one_after_the_other() {
    Sitting s = next(two(), "run-2").says("yes", "6", "8", "3", "6", "it was easy");
    assertEquals("reviewed", s.step(), s::transcript);
    s.says("yes");
    assertEquals("done", s.step());
    assertTrue(s.sheet().pinned().orElseThrow().text().startsWith("call her"), s::transcript);
    s.says("yes", "4", "7", "4", "5", "she laughed");
    assertEquals("day", s.step(), s::transcript);
    assertTrue(
        s.run().fields().get("reviews") instanceof Value.Rows(var rows) && rows.size() == 2,
        s::transcript);
  }

  @Test
  void one_done_and_one_missed_is_one_miss() {
    Sitting s =
        next(two(), "run-2")
            .says("yes", "6", "8", "3", "6", "easy", "yes", "no", "late", "heavy", "sofa", "alarm");
    assertEquals("day", s.step(), s::transcript);
    assertEquals(new Value.Number(1), s.run().fields().get("misses"));
  }

  @Test
  void too_hard_at_a_step_of_the_plan_makes_it_smaller() {
    Sitting s =
        Sitting.with("behavioural_activation").says("idea of mine", "skip", "friends", "kind");
    s.says("call her 4, visit her 7", "that's all", "2", "that's too hard");
    assertEquals("plan_smaller", s.step(), s::transcript);
    s.says("walk past her door");
    assertEquals("plan_when", s.step(), s::transcript);
    assertEquals(List.of("walk past her door"), s.lines("plan_what"));
  }

  @Test
  void alcohol_is_no_activity() {
    Sitting s = choosing().says("have a few beers at home");
    assertTrue(s.transcript().contains("this plan") || s.transcript().contains("the mood down"));
    assertEquals("plan_what", s.step(), s::transcript);
    assertEquals(List.of(), s.lines("plan_what"));
    s.says("two glasses of wine", "smoke weed");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
  }

  private static Sitting choosing() {
    Sitting s =
        Sitting.with("behavioural_activation")
            .says(
                "if I stop doing things I feel worse, so I start small",
                "stayed in bed till noon 2 1 2",
                "that's all",
                "relationships",
                "being a good sister",
                "send her a photo 2, call her 4, visit her 7",
                "that's all");
    assertEquals("plan_what", s.step(), s::transcript);
    return s;
  }

  @Test
  void eating_or_moving_to_undo_is_no_activity_and_goes_to_the_clinician_the_third_time() {
    Sitting s = choosing().says("skip dinner three times a week");
    assertEquals("plan_what", s.step(), s::transcript);
    s.says("run to burn off lunch");
    assertEquals("plan_what", s.step(), s::transcript);
    assertEquals(List.of(), s.lines("plan_what"));
    s.says("train until I've lost five kilos");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("plan_against_the_body")));
    assertTrue(s.happened.stream().noneMatch(Happening.HomeworkAgreed.class::isInstance));
  }

  @Test
  void what_could_hurt_is_asked_about_again() {
    Sitting s = choosing().says("football although my knee is still swollen");
    assertEquals("plan_what", s.step(), s::transcript);
    s.says("sit in the garden for ten minutes");
    assertEquals("plan_when", s.step(), s::transcript);
  }

  @Test
  void a_mood_that_runs_high_stops_a_plan_for_more() {
    Sitting s =
        Sitting.with("behavioural_activation")
            .says("I don't need any sleep any more, so I can do even more");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("mood_runs_high")));
  }
}
