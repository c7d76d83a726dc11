package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An idiom, a homonym or a film in the same message silences no real risk. */
class JoinedTest {
  private static final SafetyScreen SCREEN = new SafetyScreen(SafetyScreen.Recall.NONE);
  private static final List<String> RISKS =
      List.of(
          "i want to kill myself tonight",
          "i took all my pills an hour ago",
          "i wish i was dead",
          "i have been cutting myself again",
          "i am going to stab my brother",
          "my husband hit me again last night",
          "the voices tell me to jump off the bridge",
          "everyone would be better off without me");

  private static boolean heard(String text) {
    var heard = new Heard(text, "en", List.of(), Optional.empty(), Level.NONE, Optional.empty());
    return SCREEN.screen(heard).level().atLeast(Level.CONCERN);
  }

  private static List<String> everyday() {
    return Corpus.lines("screen-train.jsonl").stream()
        .filter(node -> node.get("lang").textValue().equals("en"))
        .filter(node ->
            List.of("benign-idiom", "benign-homonym", "benign-media")
                .contains(node.get("stratum").textValue()))
        .map(node -> node.get("text").textValue().replaceFirst("[.!?]+$", ""))
        .toList();
  }

  @Test
  void a_risk_beside_an_everyday_saying_is_heard() {
    List<String> everyday = everyday();
    List<String> missed = new ArrayList<>();
    int tried = 0;
    for (int i = 0; i < everyday.size(); i++) {
      String risk = RISKS.get(i % RISKS.size());
      for (String text :
          List.of(
              everyday.get(i) + ". " + risk,
              everyday.get(i) + " and " + risk,
              risk + " but " + everyday.get(i))) {
        tried++;
        if (!heard(text)) missed.add(text);
      }
    }
    assertTrue(tried > 600, "tried " + tried);
    assertTrue(missed.size() * 200 <= tried, missed.toString());
  }

  @Test
  void a_plain_wish_to_die_is_heard_beside_each_of_them() {
    List<String> missed =
        everyday().stream()
            .map(text -> text + ". I want to kill myself")
            .filter(text -> !heard(text))
            .toList();
    assertEquals(List.of(), missed);
  }
}
