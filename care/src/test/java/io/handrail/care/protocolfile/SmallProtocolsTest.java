package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Template;
import io.handrail.care.protocol.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The safety plan's exercise, the agenda, the check-in, and the short reads. */
class SmallProtocolsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  static Stream<String> pieces() {
    return Sitting.folder().active().stream()
        .filter(p -> p.shown().kind() == Protocol.Kind.PIECE)
        .map(p -> p.ref().name());
  }

  private static void brief(Sitting s) {
    for (Advance advance : s.advances) {
      String said = String.join(" ", advance.say().stream().map(Advance.Say::text).toList());
      assertTrue(said.split("\\s+").length <= 90, said);
      assertTrue(said.chars().filter(c -> c == '?').count() <= 1, said);
    }
  }

  @Test
  void each_step_of_the_safety_plan_is_added_as_soon_as_it_is_left() {
    Sitting s = Sitting.with("safety_plan").says("I stop answering messages\nmy chest gets tight");
    assertTrue(
        s.happened.contains(
            new Happening.Added(
                "safety_plan.signs", List.of("I stop answering messages", "my chest gets tight"))),
        s::transcript);
    s.says("cold water on my face", "the café by the station", "Ana, my sister, 07700 900123");
    assertTrue(
        s.happened.contains(
            new Happening.Added("safety_plan.helpers", List.of("Ana, my sister, 07700 900123"))),
        s::transcript);
    s.says("skip", "my brother keeps it at his place");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    brief(s);
  }

  @Test
  void what_stands_on_the_plan_is_read_back_and_asked_on() {
    Carry carry = Carry.NOTHING.knowing(Map.of("safety_plan.signs", List.of("I pace at night")));
    Sitting s = Sitting.with("safety_plan", "r", "en", carry);
    assertEquals("signs", s.step());
    assertTrue(s.transcript().contains("I pace at night"), s::transcript);
  }

  @Test
  void the_agenda_puts_first_what_the_client_puts_first() {
    Sitting s =
        Sitting.with("session_agenda")
            .says("skip", "the row on Sunday\nI stopped the walks", "no")
            .picks("2");
    assertEquals(
        List.of("I stopped the walks", "the row on Sunday"), s.lines("points"), s::transcript);
    s.says("one thing I can do on Sundays");
    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    Sitting next = Sitting.with("session_agenda", "r2", "en", Carry.from(s.protocol, s.run()));
    assertTrue(next.transcript().contains("I stopped the walks"), next::transcript);
    assertEquals("bridge", next.step());
    brief(s);
  }

  @Test
  void one_point_needs_no_order() {
    Sitting s = Sitting.with("session_agenda").says("saying no", "my father's visit", "no");
    assertEquals("hope", s.step(), s::transcript);
  }

  @Test
  void a_check_in_keeps_one_number_a_day() {
    Sitting one = Sitting.with("check_in", "a", "en", Carry.NOTHING.on(DAY)).says("4", "rain");
    one.picks("nothing");
    assertEquals(Run.Status.FINISHED, one.run().status(), one::transcript);
    Carry carry = Carry.from(one.protocol, one.run()).on(DAY.plusDays(1));
    Sitting two = Sitting.with("check_in", "b", "en", carry);
    assertTrue(two.transcript().contains("4 of 10"), two::transcript);
    two.says("about a 6");
    assertTrue(
        two.run().fields().get("days") instanceof Value.Rows(var rows) && rows.size() == 2,
        two::transcript);
    two.says("skip");
    brief(two);
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void a_short_read_has_at_most_150_words_in_every_language(String name) {
    Protocol piece = Sitting.folder().active(name).orElseThrow();
    for (String language : Set.of("en", "es")) {
      long words =
          piece.steps().stream()
              .filter(s -> s instanceof Step.Question)
              .flatMap(s -> ((Step.Question) s).before().stream())
              .flatMap(told -> told.say().in(language).stream().limit(1))
              .map(Template::source)
              .mapToLong(text -> text.split("\\s+").length)
              .sum();
      assertTrue(words >= 60 && words <= 150, name + " has " + words + " words in " + language);
    }
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void a_short_read_ends_with_the_clients_own_words(String name) {
    for (String language : List.of("en", "es")) {
      Sitting s = Sitting.with(name, "r", language, Carry.NOTHING).picks("next").picks("next");
      assertEquals("question", s.step(), s::transcript);
      s.says(language.equals("en") ? "It starts in my stomach" : "Empieza en el estómago");
      assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
      brief(s);
      Sitting early = Sitting.with(name, "r", language, Carry.NOTHING).picks("done");
      assertEquals(Run.Status.FINISHED, early.run().status(), early::transcript);
      assertFalse(early.transcript().contains("own words”"), early::transcript);
    }
  }

  @Test
  void there_is_a_short_read_on_each_subject() {
    assertTrue(
        pieces()
            .toList()
            .containsAll(
                List.of(
                    "piece_cbt_model",
                    "piece_avoidance",
                    "piece_worry",
                    "piece_panic_body",
                    "piece_sleep",
                    "piece_low_mood")));
  }
}
