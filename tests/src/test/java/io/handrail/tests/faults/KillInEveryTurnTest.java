package io.handrail.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.stage.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any write of a turn, and the next one on the same data. */
class KillInEveryTurnTest {
  private static final int WRITES_MAX = 40;
  @TempDir Path data;

  @Test
  void a_turn_survives_a_kill_before_each_of_its_writes() throws Exception {
    everyWriteOf("answer", 0);
  }

  @Test
  void a_crisis_survives_a_kill_before_each_of_its_writes() throws Exception {
    everyWriteOf("crisis", 1);
  }

  @Test
  void the_end_of_an_exercise_survives_a_kill_before_each_of_its_writes() throws Exception {
    everyWriteOf("finish", 0);
  }

  /** One process after the other: each looks after the one that died before it. */
  private void everyWriteOf(String kind, int flags) throws Exception {
    Said whole = run("-", kind, "whole", 0);
    assertTrue(whole.ended, "the turn is whole when nothing is killed");
    int writes = Integer.parseInt(whole.first("WRITES "));
    assertTrue(writes >= 3 && writes < WRITES_MAX, "writes of a turn: " + writes);
    Said before = whole;
    String earlier = kind + ":whole";
    Stored expected = null;
    for (int n = 1; n <= writes + 2; n++) {
      boolean last = n == writes + 2;
      String name = "halted-" + n;
      Said now = last ? run(earlier, "-", "-", 0) : run(earlier, kind, name, n);
      assertEquals(last, now.ended, kind + ": halted before write " + n);
      Stored stored = Stored.read(now.lines);
      String where = kind + ", killed before write " + (n - 1);
      if (expected == null) expected = stored;
      check(where, before, stored, expected, flags, earlier.substring(kind.length() + 1));
      before = now;
      earlier = kind + ":" + name;
    }
  }

  private static void check(
      String where, Said before, Stored stored, Stored expected, int flags, String client) {
    String message = TurnProcess.lastId(client);
    assertEquals(
        1,
        stored.turns.stream().filter(t -> t.contains(" " + message + " ")).count(),
        where + ": the message is there once, however often it was sent");
    assertEquals(
        expected.turns.size(), stored.turns.size(), where + ": as many turns as without a kill");
    assertTrue(
        stored.turns.stream().noneMatch(t -> t.contains(" open ")), where + ": no turn stays open");
    for (String told : before.all("TOLD LINE ")) {
      assertTrue(
          stored.lines.contains(told),
          where + ": what was shown is stored as it was shown: " + told);
    }
    for (String told : before.all("TOLD TURN ")) {
      assertTrue(
          stored.turns.stream().anyMatch(t -> t.startsWith(told + " ")),
          where + ": what was acknowledged is stored");
    }
    assertEquals(flags, stored.queue.size(), where + ": flags in the risk queue");
    assertEquals(flags, stored.queue.stream().distinct().count(), where + ": each flag there once");
    assertEquals(expected.homework.size(), stored.homework.size(), where + ": pieces of homework");
    assertEquals(expected.exercises.size(), stored.exercises.size(), where + ": kept worksheets");
    assertEquals(expected.row, stored.row, where + ": the caseload row");
  }

  /** What is stored about one client. */
  private record Stored(
      List<String> turns,
      List<String> lines,
      List<String> queue,
      List<String> homework,
      List<String> exercises,
      String row) {
    static Stored read(List<String> said) {
      return new Stored(
          of(said, "TURN "),
          of(said, "LINE "),
          of(said, "QUEUE "),
          of(said, "HOMEWORK "),
          of(said, "EXERCISE "),
          String.join("", of(said, "ROW ")));
    }

    private static List<String> of(List<String> said, String prefix) {
      return said.stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .toList();
    }
  }

  /**
   * What a process said.
   *
   * @param ended false when it was halted
   */
  private record Said(List<String> lines, boolean ended) {
    List<String> all(String prefix) {
      return Stored.of(lines, prefix);
    }

    String first(String prefix) {
      return all(prefix).getFirst();
    }
  }

  private Said run(String earlier, String kind, String client, int haltBefore)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx160m",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            TurnProcess.class.getName(),
            data.toString(),
            earlier,
            kind,
            client,
            Integer.toString(haltBefore));
    Path errors = data.resolve("turn-process.log");
    Process process =
        new ProcessBuilder(command)
            .directory(Product.home().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    var lines = new ArrayList<String>();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) lines.add(line);
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process ends");
    int code = process.exitValue();
    assertTrue(
        code == 0 || code == 9,
        () -> "the process ended with " + code + ": " + String.join("\n", tail(errors)));
    return new Said(lines, lines.contains("END"));
  }

  private static List<String> tail(Path log) {
    try {
      List<String> all = java.nio.file.Files.readAllLines(log);
      return all.subList(Math.max(0, all.size() - 30), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
