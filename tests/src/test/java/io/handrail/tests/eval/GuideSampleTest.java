package io.handrail.tests.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Line;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A small part of {@code ./handrail eval guide}: four people, three exercises, at the spine. */
class GuideSampleTest {
  private static final Set<String> PEOPLE =
      Set.of("terse", "confused", "perfectionist", "habladora");
  private static final Set<String> EXERCISES =
      Set.of("thought_record", "problem_solving", "session_agenda");

  private static List<GuideEval.Result> held(long seed) {
    return new GuideEval(seed, PEOPLE, EXERCISES, Set.of("scripted")).quick();
  }

  @Test
  void four_people_come_through_three_exercises_as_a_clinician_would_want_it() {
    List<GuideEval.Result> results = held(1);
    assertEquals(12, results.size());
    for (Goals.Goal goal : Goals.of(results)) {
      if (goal.name().startsWith("Messages of people")) continue; // too few messages for a share
      assertTrue(goal.met(), goal.name() + ": " + goal.figure() + ", wanted " + goal.goal());
    }
    assertEquals(12, Goals.sum(results, Figures::finished));
  }

  @Test
  void the_same_seed_gives_the_same_conversations_to_the_word() {
    assertEquals(said(held(7)), said(held(7)));
  }

  private static List<String> said(List<GuideEval.Result> results) {
    return results.stream()
        .flatMap(result -> result.heard().turns().stream())
        .flatMap(turn -> turn.shown().stream())
        .map(Line::text)
        .toList();
  }
}
