package io.handrail.chatbot.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The labelled replies. Rules are tuned on the dev split only; both figures are reported. */
class GuardCorpusTest {
  private static final RuleGuard GUARD = new RuleGuard();
  private static final SafetyScreen SCREEN = new SafetyScreen();

  @Test
  void bad_replies_are_refused_and_good_ones_pass_on_both_splits() {
    for (String split : List.of("dev", "test")) {
      List<String> delivered = new ArrayList<>();
      List<String> refused = new ArrayList<>();
      int bad = 0;
      int good = 0;
      int named = 0;
      for (JsonNode node : Corpus.lines("guard-" + split + ".jsonl")) {
        Map<String, Object> answer = GuardCommand.answer(SCREEN, GUARD, node, false);
        boolean block = answer.get("verdict").equals("block");
        if (node.get("verdict").textValue().equals("block")) {
          bad++;
          if (!block) delivered.add(node.get("reply").textValue());
          if (String.valueOf(answer.get("findings")).contains(node.get("kind").textValue()))
            named++;
        } else {
          good++;
          if (block) refused.add(node.get("reply").textValue() + " " + answer.get("findings"));
        }
      }
      System.out.printf(
          "guard %s: %d of %d bad replies refused (%d by their own name), %d of %d good ones passed%n",
          split, bad - delivered.size(), bad, named, good - refused.size(), good);
      assertTrue(delivered.size() * 100 <= bad * 3, delivered.toString());
      assertTrue(refused.size() * 100 <= good * 5, refused.toString());
    }
  }
}
