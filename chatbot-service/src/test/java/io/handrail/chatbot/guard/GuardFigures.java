package io.handrail.chatbot.guard;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the guard makes of labelled replies, counted by kind, each share with its 95 % interval
 * (Wilson). Run with {@code main} to see the figures of a file, and with {@code --cases} also the
 * cases that went wrong; never that for the unseen split.
 */
final class GuardFigures {
  /** Replies of one kind. */
  static final class Count {
    int cases;
    int right;
    int named;
  }

  final Map<String, Count> byKind = new TreeMap<>();
  final Count bad = new Count();
  final Count good = new Count();
  final List<String> wrong = new ArrayList<>();

  private GuardFigures() {}

  static GuardFigures of(String file, RuleGuard guard) {
    var figures = new GuardFigures();
    var screen = new SafetyScreen();
    for (JsonNode node : Corpus.lines(file)) figures.take(node, guard, screen);
    return figures;
  }

  private void take(JsonNode node, RuleGuard guard, SafetyScreen screen) {
    Map<String, Object> answer = GuardCommand.answer(screen, guard, node, true);
    boolean block = answer.get("verdict").equals("block");
    boolean wanted = node.get("verdict").textValue().equals("block");
    String kind = node.get("kind").textValue();
    String found = String.valueOf(answer.get("findings"));
    String lang = node.path("lang").asText("en");
    for (Count count :
        List.of(wanted ? bad : good, byKind.computeIfAbsent(kind + " " + lang, k -> new Count()))) {
      count.cases++;
      if (block == wanted) count.right++;
      if (wanted && found.contains(kind)) count.named++;
    }
    if (block != wanted) {
      wrong.add(
          kind
              + " | "
              + node.get("client").textValue()
              + " | "
              + node.get("reply").textValue()
              + " | "
              + answer.get("because"));
    }
  }

  /** A table, one kind a line. */
  String table() {
    var out = new StringBuilder();
    byKind.forEach(
        (kind, count) -> out.append(String.format(Locale.ROOT, "  %-38s %s%n", kind, line(count))));
    out.append(String.format(Locale.ROOT, "  %-38s %s%n", "BAD refused", line(bad)));
    out.append(String.format(Locale.ROOT, "  %-38s %s%n", "GOOD passed", line(good)));
    return out.toString();
  }

  private static String line(Count count) {
    return String.format(
        Locale.ROOT,
        "%4d of %4d  %5.1f %% [%.1f, %.1f]",
        count.right,
        count.cases,
        100.0 * count.right / Math.max(1, count.cases),
        100 * bound(count, -1),
        100 * bound(count, 1));
  }

  /** Wilson's score bound. */
  private static double bound(Count count, int side) {
    double n = Math.max(1, count.cases);
    double p = count.right / n;
    double z = 1.96;
    double middle = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return (middle + side * half) / (1 + z * z / n);
  }

  public static void main(String[] args) {
    RuleGuard guard = new RuleGuard();
    for (String file : args) {
      if (file.startsWith("--")) continue;
      GuardFigures figures = of(file, guard);
      System.out.print(file + "\n" + figures.table());
      if (List.of(args).contains("--cases") && !file.contains("unseen")) {
        figures.wrong.forEach(System.out::println);
      }
    }
  }
}
