package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThoughtRecordTest {

  static Sitting whole() {
    return Sitting.with("thought_record")
        .says(
            "my boss walked past me without saying hello and then closed his door",
            "this morning at the office",
            "anxious about 70, a bit of shame maybe 40",
            "he's going to fire me. I'm not good enough",
            "that I'm a failure",
            "no",
            "the second one",
            "he closed the door. he didn't answer my email from monday",
            "that's all",
            "my last review was fine",
            "nothing",
            "mind reading and predicting the worst",
            "it's partly true",
            "I don't know what he thinks. My last review was fine and I have a lot to learn",
            "60",
            "40 and 30",
            "yes please",
            "thursday evening");
  }

  @Test
  void a_whole_thought_record_goes_from_the_moment_to_the_homework() {
    Sitting s = whole();

    assertEquals(Run.Status.FINISHED, s.run().status(), s::transcript);
    assertEquals(List.of("anxious 70", "shame 40"), s.lines("moods"));
    assertEquals(List.of("I'm not good enough"), s.lines("hot_thought"));
    assertEquals(
        List.of("he closed the door", "he didn't answer my email from monday"),
        s.lines("evidence_for"));
    assertEquals(List.of("Guessing what others think", "Predicting the worst"), s.lines("traps"));
    assertEquals(List.of("anxious 40", "shame 30"), s.lines("moods_now"));
    assertEquals("I'm not good enough", s.sheet().pinned().orElseThrow().text());
    assertTrue(s.happened.contains(new Happening.Finished()));
    var homework = s.happened.stream().filter(h -> h instanceof Happening.HomeworkAgreed).toList();
    assertEquals(1, homework.size(), s::transcript);
    assertEquals("thursday evening", ((Happening.HomeworkAgreed) homework.getFirst()).when());
    assertEquals(List.of(), s.run().notes());
  }

  private static Sitting rated(String... now) {
    Sitting s =
        Sitting.with("thought_record")
            .says(
                "on monday at ten my boss closed the door",
                "sad 70",
                "he will fire me",
                "no",
                "no");
    for (int i = 0; i < 12 && !s.step().equals("moods_now") && s.run().running(); i++) {
      s.does(Answer.Control.SKIP);
      if (s.transcript().endsWith("stop here?\n")) s.says("no, go on");
    }
    assertEquals("moods_now", s.step(), s::transcript);
    return s.says(now);
  }

  @Test
  void a_fall_of_less_than_ten_is_noted_for_the_session_and_one_of_ten_is_not() {
    assertTrue(rated("61").run().notes().contains("moods_now: little_change"));
    assertFalse(rated("60").run().notes().contains("moods_now: little_change"));
  }

  @Test
  void where_nothing_eased_a_stop_is_offered() {
    Sitting same = rated("70");
    assertTrue(same.run().notes().contains("moods_now: no_change"), same::transcript);
    assertEquals(Run.Status.STOPPED, same.says("yes").run().status(), same::transcript);
    assertFalse(rated("65").run().notes().contains("moods_now: no_change"));
  }

  @Test
  void an_old_hurt_lived_through_again_stops_the_exercise_and_the_clinician_looks() {
    Sitting s =
        Sitting.with("thought_record")
            .says("on the bus at nine a man shouted and suddenly I was back there in that room");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("lived_through_again")));
    assertFalse(s.run().leftOff(), "it is not taken up again by a tap");
  }

  @Test
  void a_belief_that_others_do_not_share_is_not_weighed_as_a_thought() {
    Sitting s =
        Sitting.with("thought_record")
            .says(
                "on monday at ten I was on the bus",
                "afraid 80",
                "they put a chip in my head",
                "no",
                "no");
    assertEquals(Run.Status.STOPPED, s.run().status(), s::transcript);
    assertTrue(s.happened.contains(new Happening.ForClinician("belief_others_do_not_share")));
    Sitting es =
        Sitting.with("thought_record", "run-1", "es", Carry.NOTHING)
            .says("ayer a las diez en el metro", "miedo 80", "los vecinos me espían", "no", "no");
    assertEquals(Run.Status.STOPPED, es.run().status(), es::transcript);
  }
}
