package io.handrail.tests.eval;

import io.handrail.care.Shelves;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.tests.stage.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * {@code ./handrail eval faults}: thousands of seeded lives on a store that fails and programs that
 * die. No flag may be lost, and none may close itself.
 */
public final class FaultsEval {
  private static final int RUNS = 1000;
  private static final int TOLD_MOST = 20;

  private final FaultRun.SpineOf spine;

  public FaultsEval() {
    var protocols = ProtocolFolder.open(Product.home().resolve("protocols"));
    var screen = new SafetyScreen();
    var guard = new RuleGuard(Set.of("999"));
    this.spine =
        (shelves, clock) ->
            new TurnPipeline(
                shelves,
                screen,
                region -> "999",
                new Stepping(shelves, protocols, new NoModel(), guard),
                clock,
                Duration.ZERO);
  }

  /**
   * All runs together.
   *
   * @param wrong what must not be, with the seed that shows it again
   */
  public record Sum(
      int runs, long kills, long faults, long turns, long flags, long letters, List<String> wrong) {
    String json(double seconds) {
      return String.format(
          Locale.ROOT,
          "{\"eval\":\"faults\",\"runs\":%d,\"kills\":%d,\"store_faults\":%d,\"turns\":%d,"
              + "\"flags\":%d,\"flags_told\":%d,\"wrong\":%d,\"seconds\":%.1f}",
          runs,
          kills,
          faults,
          turns,
          flags,
          letters,
          wrong.size(),
          seconds);
    }
  }

  public Sum run(long from, int runs, UnaryOperator<Shelves> lossy) {
    List<FaultRun.Result> results =
        LongStream.range(from, from + runs)
            .parallel()
            .mapToObj(seed -> new FaultRun(seed, spine, lossy).run())
            .toList();
    var wrong = new ArrayList<String>();
    results.forEach(r -> r.wrong().forEach(w -> wrong.add("seed " + r.seed() + ": " + w)));
    return new Sum(
        runs,
        results.stream().mapToLong(FaultRun.Result::kills).sum(),
        results.stream().mapToLong(FaultRun.Result::faults).sum(),
        results.stream().mapToLong(FaultRun.Result::turns).sum(),
        results.stream().mapToLong(FaultRun.Result::flags).sum(),
        results.stream().mapToLong(FaultRun.Result::letters).sum(),
        wrong);
  }

  /** Reads {@code --runs N} and {@code --seed N}; the exit status is 1 when anything is wrong. */
  static int main(List<String> words) {
    int runs = RUNS;
    long seed = 1;
    for (int i = 0; i + 1 < words.size(); i += 2) {
      switch (words.get(i)) {
        case "--runs" -> runs = Integer.parseInt(words.get(i + 1));
        case "--seed" -> seed = Long.parseLong(words.get(i + 1));
        default -> throw new IllegalArgumentException("There is no option " + words.get(i));
      }
    }
    // Every injected fault is logged as it would be in service; here they are counted.
    ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("io.handrail"))
        .setLevel(ch.qos.logback.classic.Level.OFF);
    long began = System.nanoTime();
    Sum sum = new FaultsEval().run(seed, runs, UnaryOperator.identity());
    System.out.println(sum.json((System.nanoTime() - began) / 1e9));
    sum.wrong().stream().limit(TOLD_MOST).forEach(System.err::println);
    return sum.wrong().isEmpty() ? 0 : 1;
  }
}
