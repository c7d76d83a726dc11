package io.handrail.chatbot.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.conversation.Level;
import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Screen.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Answers by an author who knew neither the words nor the rules. At first meeting 45 of 83 were
 * read as meant, 24 of 35 yeses were asked about once more, and two were taken for a no ("no. ok
 * yes. a bit", "i have, not saying how"). Those two were mended; nothing else was tuned to them.
 */
class SafetyReadingUnseenTest {
  private static final Map<Integer, SafetyQuestion> QUESTIONS =
      Map.of(
          1, SafetyQuestion.WISH,
          2, SafetyQuestion.THOUGHTS,
          3, SafetyQuestion.METHOD,
          4, SafetyQuestion.INTENT,
          5, SafetyQuestion.PLAN,
          6, SafetyQuestion.EVER);

  @Test
  void no_yes_is_taken_for_a_no_and_what_is_not_plain_is_asked_about() throws IOException {
    var screen = new SafetyScreen();
    Path file =
        Room.protocolsFolder()
            .resolveSibling("tests/src/test/resources/safety/safety-talk-unseen.jsonl");
    Map<String, Integer> count = new TreeMap<>();
    List<String> grave = new ArrayList<>();
    int right = 0;
    int all = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode one = new ObjectMapper().readTree(line);
      String said = one.get("text").asText();
      var own =
          screen.screen(
              new Heard(
                  said,
                  one.get("lang").asText(),
                  List.of(),
                  Optional.empty(),
                  Level.CONCERN,
                  Optional.empty()));
      SafetyQuestion question = QUESTIONS.get(one.get("question").asInt());
      Optional<Reply> read = Asking.read(question, said, own).reply();
      String expected = one.get("expect").asText();
      String got =
          own.level() == Level.CRISIS
              ? "yes"
              : read.map(r -> r == Reply.YES ? "yes" : r == Reply.NO ? "no" : "unclear")
                  .orElse("unclear");
      all++;
      if (got.equals(expected)) right++;
      count.merge(expected + " read as " + got, 1, Integer::sum);
      if (expected.equals("yes") && got.equals("no")) grave.add(question + ": " + said);
    }
    System.out.println("safety answers, unseen: " + right + " of " + all + " " + count);
    assertEquals(List.of(), grave);
    assertTrue(right * 2 >= all, "read as meant: " + right + " of " + all);
  }
}
