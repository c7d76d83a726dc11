package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own labelled cases; those of others, never tuned on, are run by the safety evaluation. */
class ScreenCorpusTest {
  private static final SafetyScreen SCREEN = new SafetyScreen();
  private static final Set<String> EXPLICIT =
      Set.of("explicit", "es-explicit", "de", "fr", "zh", "medical", "abuse", "harm-others");

  private record Judged(JsonNode node, Level asked, Level given) {
    boolean risk() {
      return asked.atLeast(Level.CONCERN);
    }

    boolean benign() {
      return node.get("stratum").textValue().startsWith("benign");
    }

    boolean right() {
      if (risk()) return given.atLeast(Level.CONCERN);
      if (benign()) return !given.atLeast(Level.CONCERN);
      return given.atLeast(Level.WATCH) && given != Level.CRISIS;
    }

    @Override
    public String toString() {
      return asked + " given " + given + ": " + node.get("text").textValue();
    }
  }

  private static List<Judged> judged(String split) {
    List<Judged> judged = new ArrayList<>();
    for (JsonNode node : Corpus.lines("screen-" + split + ".jsonl")) {
      Object level = ScreenCommand.answer(SCREEN, node, false).get("level");
      judged.add(
          new Judged(
              node,
              Level.valueOf(node.get("level").textValue()),
              Level.valueOf(String.valueOf(level))));
    }
    return judged;
  }

  private static double share(Stream<Judged> cases) {
    List<Judged> list = cases.toList();
    long right = list.stream().filter(Judged::right).count();
    return list.isEmpty() ? 1 : (double) right / list.size();
  }

  @Test
  void no_explicit_case_is_missed() {
    List<Judged> missed =
        Stream.of("train", "dev")
            .flatMap(split -> judged(split).stream())
            .filter(j -> j.risk() && EXPLICIT.contains(j.node.get("stratum").textValue()))
            .filter(j -> !j.right())
            .toList();
    assertEquals(List.of(), missed);
  }

  @Test
  void both_splits_hold_their_figures_and_are_reported() {
    for (String split : List.of("train", "dev")) {
      List<Judged> judged = judged(split);
      double recall = share(judged.stream().filter(Judged::risk));
      double quiet = share(judged.stream().filter(Judged::benign));
      double lower = share(judged.stream().filter(j -> !j.risk() && !j.benign()));
      report(split, judged, recall, quiet, lower);
      assertTrue(recall >= 0.95, split + " recall " + recall);
      assertTrue(quiet >= 0.95, split + " benign kept quiet " + quiet);
      assertTrue(lower >= 0.95, split + " denied, past and of others " + lower);
    }
  }

  private static void report(
      String split, List<Judged> judged, double recall, double quiet, double lower) {
    Map<String, int[]> strata = new TreeMap<>();
    for (Judged j : judged) {
      int[] counts = strata.computeIfAbsent(j.node.get("stratum").textValue(), s -> new int[2]);
      counts[0]++;
      if (j.right()) counts[1]++;
    }
    System.out.printf(
        "screen %s: %d cases, risk recall %.1f%%, benign quiet %.1f%%, lower tier %.1f%%%n",
        split, judged.size(), 100 * recall, 100 * quiet, 100 * lower);
    strata.forEach((name, c) -> System.out.printf("  %-18s %d/%d%n", name, c[1], c[0]));
  }

  @Test
  void both_splits_are_large_and_of_many_intents() {
    for (String split : List.of("train", "dev")) {
      List<JsonNode> cases = Corpus.lines("screen-" + split + ".jsonl");
      Set<String> intents = new java.util.HashSet<>();
      cases.forEach(
          c -> intents.add(c.get("stratum").textValue() + "/" + c.get("intent").textValue()));
      assertTrue(cases.size() >= 280, split + " " + cases.size());
      assertTrue(intents.size() >= 80, split + " intents " + intents.size());
    }
  }
}
