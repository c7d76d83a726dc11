package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Happening;
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
}
