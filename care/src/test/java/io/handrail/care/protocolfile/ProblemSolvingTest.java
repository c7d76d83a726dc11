package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemSolvingTest {

  private static Sitting weighed() {
    return Sitting.with("problem_solving")
        .says("the heating in my flat is broken and the landlord does not answer")
        .picks("partly")
        .says("I can write to him")
        .says("the heating works by friday")
        .says("write him an email\ncall the tenants' office\nstay with my sister", "that's all")
        .says("it costs nothing", "he never answers")
        .says("they know the law", "I have to go there")
        .says("it is warm", "it is far");
  }

  private static Sitting planned() {
    return weighed().picks("2").says("look up their number", "tomorrow at ten", "8");
  }

  private static Sitting next(Sitting before, String run) {
    return Sitting.with("problem_solving", run, "en", Carry.from(before.protocol, before.run()));
  }

  @Test
  void seven_steps_lead_from_the_problem_to_a_first_step() {
    Sitting s = planned();
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(
            new Happening.HomeworkAgreed("look up their number", "tomorrow at ten")),
        s.happened::toString);
    assertEquals(List.of(), s.run().notes());
  }

  @Test
  void every_idea_is_weighed_in_turn() {
    Sitting s = weighed();
    assertEquals("choose", s.step(), s::transcript);
    assertEquals(
        List.of(
            "write him an email, it costs nothing, he never answers",
            "call the tenants' office, they know the law, I have to go there",
            "stay with my sister, it is warm, it is far"),
        s.lines("pros"));
    assertEquals(3, s.last().expect().options().size());
  }

  @Test
  void the_next_sitting_begins_with_what_came_of_it() {
    Sitting s = next(planned(), "run-2");
    assertEquals("done", s.step());
    s.says("yes", "they gave me an appointment", "6").picks("another");
    assertEquals("choose", s.step(), s::transcript);
    s.picks("1").says("write two lines", "tonight", "9");
    assertTrue(
        s.happened.contains(new Happening.HomeworkAgreed("write two lines", "tonight")),
        s::transcript);
    Sitting closed = next(s, "run-3").says("yes", "it is warm again", "9").picks("solved");
    assertEquals(Run.Status.FINISHED, closed.run().status());
    assertFalse(closed.last().has(Happening.HomeworkAgreed.class), "nothing new was planned");
    assertFalse(closed.run().fields().containsKey("problem"));
    assertEquals("problem", next(closed, "run-4").step(), "the next one is a new problem");
  }

  @Test
  void too_hard_becomes_smaller() {
    Sitting s = weighed().picks("2").says("too hard");
    assertEquals("first_step", s.step(), s::transcript);
    s.says("look up their number", "tomorrow at ten", "5");
    assertEquals("smaller", s.step(), s::transcript);
    s.says("write the number on a note", "8");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(
            new Happening.HomeworkAgreed("write the number on a note", "tomorrow at ten")));
  }

  @Test
  void what_is_out_of_their_hands_goes_on_to_worry_time() {
    Sitting s =
        Sitting.with("problem_solving")
            .says("my mother is ill and nobody can cure it")
            .picks("not_mine")
            .picks("worry_time");
    assertTrue(
        s.happened.contains(
            new Happening.BranchTo(
                "worry_time",
                Optional.of(
                    Map.of("worry", new Value.Text("my mother is ill and nobody can cure it"))))),
        s.happened::toString);
    assertEquals("problem", next(s, "run-2").step());
  }

  @Test
  void a_problem_that_is_everything_and_a_goal_that_nobody_can_see_are_asked_about() {
    Sitting s = Sitting.with("problem_solving").says("everything");
    assertEquals("problem", s.step(), s::transcript);
    s.says("the heating in my flat is broken").picks("mine").says("to feel better");
    assertEquals("goal", s.step(), s::transcript);
  }

  @Test
  void fewer_than_three_ideas_are_noted() {
    Sitting s =
        Sitting.with("problem_solving")
            .says("the heating in my flat is broken")
            .picks("mine")
            .says("it works by friday", "write him an email", "that's all");
    assertTrue(s.run().notes().contains("ideas: fewer_than_three_ideas"), s::transcript);
    assertEquals("pros", s.step());
  }

  @Test
  void in_spanish_too() {
    Sitting s =
        Sitting.with("problem_solving", "es-1", "es", Carry.NOTHING)
            .says("la calefacción está rota y el casero no contesta")
            .picks("mine")
            .says(
                "que funcione el viernes",
                "escribirle un correo; llamar a la oficina",
                "eso es todo")
            .says("no cuesta nada", "nunca contesta", "saben la ley", "queda muy lejos")
            .says("la segunda", "buscar el número", "mañana a las diez", "ocho");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertTrue(
        s.happened.contains(new Happening.HomeworkAgreed("buscar el número", "mañana a las diez")),
        s::transcript);
  }
}
