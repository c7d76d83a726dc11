package io.handrail.tests.eval.nodes;

import io.handrail.care.alert.AlertLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code ./handrail eval nodes}: several programs on one store, killed while clients write. */
public final class NodesEval {
  private static final int TOLD_MOST = 20;

  /** A pass is made every two seconds, and a busy machine is slow. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private NodesEval() {}

  /** How long nobody may deliver after a sender was killed. */
  public static Duration takeoverMost() {
    return AlertLease.LENGTH.plus(SLACK);
  }

  /**
   * Reads {@code --minutes N}, {@code --nodes N}, {@code --seed N}; the exit status is 1 when
   * anything is wrong.
   */
  public static int main(List<String> words) throws IOException {
    double minutes = 2;
    int programs = 3;
    long seed = 1;
    for (int i = 0; i + 1 < words.size(); i += 2) {
      switch (words.get(i)) {
        case "--minutes" -> minutes = Double.parseDouble(words.get(i + 1));
        case "--nodes" -> programs = Integer.parseInt(words.get(i + 1));
        case "--seed" -> seed = Long.parseLong(words.get(i + 1));
        default -> throw new IllegalArgumentException("There is no option " + words.get(i));
      }
    }
    if (programs < 2) throw new IllegalArgumentException("At least two programs are needed");
    Path folder = Files.createTempDirectory("handrail-nodes");
    Duration length = Duration.ofSeconds(Math.round(minutes * 60));
    Outcome outcome = new NodesRun(length, programs, seed).run(folder);
    System.out.println(outcome.json());
    outcome.wrong().stream().limit(TOLD_MOST).forEach(System.err::println);
    boolean inTime = outcome.takeovers().stream().allMatch(t -> t.compareTo(takeoverMost()) <= 0);
    if (!inTime) System.err.println("a takeover took longer than the lease");
    return outcome.wrong().isEmpty() && inTime ? 0 : 1;
  }
}
