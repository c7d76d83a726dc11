package io.handrail.tests.eval;

import io.handrail.chatbot.guard.ResemblanceTraining;
import io.handrail.chatbot.screen.LikenessTraining;
import io.handrail.tests.eval.nodes.NodesEval;
import io.handrail.tests.eval.safety.SafetyEval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code ./handrail eval guide|safety|likeness|resemblance|faults|nodes}: how well it works, with a
 * report of it.
 */
public final class EvalCommand {
  private static final String USAGE =
      """
      ./handrail eval guide [--out DIR] [--seed N] [--person NAME] [--exercise NAME] [--voice NAME]
        Lets made-up people do every exercise with the running product, and writes
        guide.html (figures and every transcript) and guide.json.
        --out DIR         where to write (default target/eval)
        --seed N          another draw of what the people do (default 1)
        --person NAME     one of the people only; may be given again
        --exercise NAME   one of the exercises only; may be given again
        --quick           at the spine itself: no pages, nothing on disk
        --voice NAME      scripted, worded or guided (by a stub model) only; may be given again
      ./handrail eval safety [--out DIR] [--quick | --vera | --model]
        Runs the labelled cases through the screen and the guard, and the public sets through
        the running product; writes safety.html and safety.json; counts only.
        --quick           without the product
        --vera            only VERA-MH's personas, with the product; nothing is written
        --model           only what a model that obeys and agrees cannot do; nothing is written
      ./handrail eval likeness [--write FILE] CASES...
        Learns what the screen's likeness weighs from labelled cases, and says what it is worth.
      ./handrail eval resemblance [--write FILE] [--apart CASES] CASES...
        Learns what the guard's resemblance weighs from labelled replies, and says what it is worth.
      ./handrail eval faults [--runs N] [--seed N]
        Kills programs and lets the store fail around flags, by a seed, and prints a JSON summary.
        It fails when a flag is lost or closes itself.
        --runs N          how many lives (default 1000)
        --seed N          the first seed (default 1)
      ./handrail eval nodes [--minutes N] [--nodes N] [--seed N]
        Starts programs of their own on one store with a mail server and a webhook's receiver, kills
        them again and again while clients write of danger, and prints a JSON summary. It fails when
        a flag is lost, closes itself or comes twice without a kill.
        --minutes N       how long they are killed (default 2)
        --nodes N         how many programs (default 3)
        --seed N          another draw (default 1)
      """;

  private EvalCommand() {}

  private static int faults(List<String> all) {
    try {
      return FaultsEval.main(all.subList(1, all.size()));
    } catch (IllegalArgumentException e) {
      System.err.print("handrail: " + e.getMessage() + "\n" + USAGE);
      return 2;
    }
  }

  private static int nodes(List<String> all) throws IOException {
    try {
      return NodesEval.main(all.subList(1, all.size()));
    } catch (IllegalArgumentException e) {
      System.err.print("handrail: " + e.getMessage() + "\n" + USAGE);
      return 2;
    }
  }

  public static void main(String[] words) throws IOException {
    List<String> all = List.of(words);
    String which = all.isEmpty() ? "" : all.getFirst();
    if (which.equals("safety")) System.exit(safety(all.subList(1, all.size())));
    if (which.equals("faults")) System.exit(faults(all));
    if (which.equals("nodes")) System.exit(nodes(all));
    if (which.equals("likeness")) {
      LikenessTraining.main(all.subList(1, all.size()).toArray(String[]::new));
      return;
    }
    if (which.equals("resemblance")) {
      ResemblanceTraining.main(all.subList(1, all.size()).toArray(String[]::new));
      return;
    }
    if (!which.equals("guide")) {
      System.err.print(USAGE);
      System.exit(all.isEmpty() || all.getFirst().matches("help|--help|-h") ? 0 : 2);
    }
    Path out = Path.of("target", "eval");
    long seed = 1;
    Set<String> people = new HashSet<>();
    Set<String> exercises = new HashSet<>();
    Set<String> voices = new HashSet<>();
    boolean quick = all.contains("--quick");
    all = all.stream().filter(word -> !word.equals("--quick")).toList();
    try {
      for (int i = 1; i < all.size(); i += 2) {
        String value = all.get(i + 1);
        switch (all.get(i)) {
          case "--out" -> out = Path.of(value);
          case "--seed" -> seed = Long.parseLong(value);
          case "--person" -> people.add(value);
          case "--exercise" -> exercises.add(value);
          case "--voice" -> voices.add(value);
          default -> throw new IllegalArgumentException("There is no option " + all.get(i));
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      System.err.print("handrail: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    }
    var eval = new GuideEval(seed, people, exercises, voices);
    List<GuideEval.Result> results = quick ? eval.quick() : eval.run();
    Files.createDirectories(out);
    Files.writeString(out.resolve("guide.html"), ReportPage.of(results, seed));
    Files.writeString(out.resolve("guide.json"), ReportJson.of(results, seed));
    boolean met = true;
    for (Goals.Goal goal : Goals.of(results)) {
      System.out.printf(
          "%-44s %10s   goal %s%s%n",
          goal.name(), goal.figure(), goal.goal(), goal.met() ? "" : "   missed");
      met &= goal.met();
    }
    System.out.println("Written: " + out.resolve("guide.html") + " and guide.json");
    System.exit(met ? 0 : 1);
  }

  private static int safety(List<String> words) throws IOException {
    try {
      return SafetyEval.run(words);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      System.err.print("handrail: " + e.getMessage() + "\n" + USAGE);
      return 2;
    }
  }
}
