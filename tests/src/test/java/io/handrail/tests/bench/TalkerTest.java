package io.handrail.tests.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Screen.Heard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said in the measurements raises no flag, or pages would grow by what measures them. */
class TalkerTest {
  @Test
  void nothing_that_the_talker_says_stops_the_screen() {
    var screen = new SafetyScreen();
    Set<String> stopped = new HashSet<>();
    for (String answer : Talker.ANSWERS) {
      for (String one : Talker.PLAIN) {
        for (String other : Talker.PLAIN) {
          String said = answer + ", " + one + "-" + other;
          var heard =
              new Heard(said, "en", List.of(), Optional.empty(), Level.NONE, Optional.empty());
          if (screen.screen(heard).level().atLeast(Level.CONCERN)) stopped.add(said);
        }
      }
    }
    assertEquals(Set.of(), stopped);
  }
}
