package io.handrail.tests.bench;

import java.util.List;
import java.util.Optional;

/** {@code ./handrail bench start|turn|growth|screen|crisis}: prints one JSON object a line. */
public final class BenchCommand {
  private static final String USAGE =
      """
      ./handrail bench start [--rounds N] [--quick]
      ./handrail bench turn  [--rounds N] [--quick] [--store URI]
      ./handrail bench growth [--quick] [--store URI]
      ./handrail bench screen [--rounds N] [--quick]
      ./handrail bench crisis [--quick]
        start   wall time, processor time and memory until everything is ready
        turn    what a turn costs, against the bare relay in the same run
        growth  pages and turns of a clinic of 100, 1,000 and 10,000 clients, up to 1,000,000 messages
        screen  a message of 300 characters, warm, on one core: microseconds, and megabytes more
        crisis  from "I want to kill myself" to the crisis reply: five times the load, no model, the day's
                messages spent, every access to the store slow
        --rounds N    rounds of which the median is told (default 5)
        --quick       one short round, to see that it runs
        --store URI   a MongoDB server instead of the embedded store; HANDRAIL_KEK names its key
      """;

  private BenchCommand() {}

  /**
   * What stands on the command line.
   *
   * @param store connection string; empty for the embedded store
   */
  record Options(int rounds, boolean quick, Optional<String> store) {
    static Options read(List<String> words) {
      int rounds = 5;
      boolean quick = false;
      Optional<String> store = Optional.empty();
      for (int i = 1; i < words.size(); i++) {
        switch (words.get(i)) {
          case "--quick" -> quick = true;
          case "--rounds" -> rounds = Integer.parseInt(words.get(++i));
          case "--store" -> store = Optional.of(words.get(++i));
          default -> throw new IllegalArgumentException("There is no option " + words.get(i));
        }
      }
      if (rounds < 1 || rounds > 50) throw new IllegalArgumentException("--rounds takes 1 to 50");
      return new Options(quick ? 1 : rounds, quick, store);
    }
  }

  public static void main(String[] words) throws Exception {
    List<String> all = List.of(words);
    String which = all.isEmpty() ? "help" : all.getFirst();
    try {
      Options options = Options.read(all);
      switch (which) {
        case "start" -> StartBench.run(options);
        case "turn" -> TurnBench.run(options);
        case "growth" -> GrowthBench.run(options);
        case "screen" -> ScreenBench.run(options);
        case "crisis" -> CrisisBench.run(options);
        case "help", "--help", "-h" -> System.out.print(USAGE);
        default -> {
          System.err.print("handrail: There is no bench " + which + ".\n" + USAGE);
          System.exit(2);
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      System.err.print("handrail: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    }
  }
}
