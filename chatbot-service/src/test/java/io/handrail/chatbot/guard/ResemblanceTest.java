package io.handrail.chatbot.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Violation;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is learned from labelled replies: it adds to the rules, and takes back matters of manner
 * only.
 */
class ResemblanceTest {
  private static final RuleGuard GUARD = new RuleGuard();
  private static final RuleGuard RULES = RuleGuard.ofRulesOnly();
  private static final SafetyScreen SCREEN = new SafetyScreen();

  private static About about(String said, Level level) {
    return new About(said, level, "en", List.of(), 60);
  }

  @Test
  void what_is_no_matter_of_manner_is_never_let_off() {
    int grave = 0;
    for (JsonNode node : Corpus.lines("guard-train-a.jsonl")) {
      About about = GuardCommand.about(SCREEN, node);
      String reply = node.get("reply").textValue();
      List<Finding> rules = RULES.whole(reply, about);
      if (rules.isEmpty() || rules.stream().allMatch(RuleGuard::ofManner)) continue;
      grave++;
      assertFalse(GUARD.whole(reply, about).isEmpty(), reply);
    }
    assertTrue(grave > 100, "cases of it: " + grave);
  }

  @Test
  void nothing_is_let_off_where_the_client_spoke_of_danger() {
    for (JsonNode node : Corpus.lines("guard-train-a.jsonl")) {
      About about = GuardCommand.about(SCREEN, node);
      if (!about.level().atLeast(Level.CONCERN)) continue;
      String reply = node.get("reply").textValue();
      if (!RULES.whole(reply, about).isEmpty()) {
        assertFalse(GUARD.whole(reply, about).isEmpty(), reply);
      }
    }
  }

  @Test
  void a_finding_of_its_own_names_a_violation_and_the_words_and_is_the_same_each_time() {
    int found = 0;
    for (JsonNode node : Corpus.lines("guard-train-b.jsonl")) {
      About about = GuardCommand.about(SCREEN, node);
      String reply = node.get("reply").textValue();
      List<Finding> findings = GUARD.whole(reply, about);
      assertEquals(findings, GUARD.whole(reply, about));
      for (Finding finding : findings) {
        if (!finding.rule().equals(Resemblance.RULE)) continue;
        found++;
        assertTrue(Violation.labelled(finding.violation()).isPresent(), finding.violation());
        assertFalse(finding.words().isBlank(), reply);
      }
    }
    assertTrue(found > 5, "found by it alone: " + found);
  }

  @Test
  void a_plain_reflection_is_shown_at_once_and_a_claim_waits_for_the_whole() {
    About about = about("I failed my exam and thought I am a failure.", Level.NONE);
    assertFalse(
        GUARD.waits("You failed your exam, and the thought was \"I am a failure\".", about));
    assertTrue(GUARD.waits("Exams like that follow people for the rest of their careers.", about));
  }
}
