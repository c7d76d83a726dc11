package io.handrail.care.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int KILLS = 20;

  /** Acknowledgements after which a writer is killed. */
  private static final int WORK_MIN = 10;

  private static final int WORK_SPREAD = 120;

  @TempDir Path folder;

  /** The highest acknowledged number of each kind and writer. */
  private final Map<String, Long> acknowledged = new HashMap<>();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void twenty_kills_lose_nothing_acknowledged_and_store_nothing_twice() throws Exception {
    var random = new Random(20);
    for (int kill = 0; kill < KILLS; kill++) runAndKill(WORK_MIN + random.nextInt(WORK_SPREAD));
    assertTrue(acknowledged.getOrDefault("closed 0", 0L) > 20, "too little was written");

    try (var server = EmbeddedServer.start(folder, Map.of());
        var shelves = StoredShelves.in(server)) {
      for (int writer = 0; writer < KilledWriter.WRITERS; writer++) check(shelves, writer);
    }
  }

  private void runAndKill(int work) throws IOException, InterruptedException {
    Process child = start();
    int acknowledgements = 0;
    try (var out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
      for (String said = out.readLine(); said != null; said = out.readLine()) {
        if (heard(said.split(" "))) acknowledgements++;
        // SIGKILL, by the handle, so that what was said until then can still be read.
        if (acknowledgements == work) child.toHandle().destroyForcibly();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    String complaint = Files.readString(folder.resolve("complaints"));
    assertTrue(acknowledgements >= work, "the writer ended by itself: " + complaint);
    assertFalse(complaint.contains("Exception"), complaint);
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.toString())
        .redirectError(folder.resolve("complaints").toFile())
        .start();
  }

  /** False for a line that was cut by the kill, or that a library printed. */
  private boolean heard(String[] said) {
    if (said.length != 3 || !KilledWriter.SAYS.contains(said[0])) return false;
    String writer = said[1];
    long number = Long.parseLong(said[2]);
    if (said[0].equals("found")) {
      long opened = acknowledged.getOrDefault("opened " + writer, 0L);
      assertTrue(
          number == opened || number == opened + 1,
          "writer " + writer + " had " + opened + " acknowledged and found " + number);
      acknowledged.put("opened " + writer, number);
    }
    acknowledged.merge(said[0] + " " + writer, number, Math::max);
    return true;
  }

  private void check(StoredShelves shelves, int writer) {
    long opened = acknowledged.getOrDefault("opened " + writer, 0L);
    long closed = acknowledged.getOrDefault("closed " + writer, 0L);
    long appended = acknowledged.getOrDefault("appended " + writer, 0L);
    long counted = acknowledged.getOrDefault("counted " + writer, 0L);
    List<Turn> turns = shelves.turns().last(KilledWriter.client(writer), 1_000_000);
    assertTrue(turns.size() == opened || turns.size() == opened + 1);
    long seq = 0;
    for (Turn turn : turns) {
      seq++;
      assertEquals(seq, turn.id().seq());
      var said = (Opening.Said) turn.opening();
      assertEquals(KilledWriter.words(seq), said.text());
      assertTrue(turn.shown().size() <= 1, "a line was stored twice");
      if (seq <= closed) assertFalse(turn.open());
      if (seq == appended) assertEquals(List.of(KilledWriter.line(seq)), turn.shown());
    }
    long stored =
        shelves
            .consents()
            .get(KilledWriter.client(writer))
            .map(c -> Long.parseLong(c.version()))
            .orElse(0L);
    assertTrue(
        counted <= stored && stored <= counted + KILLS,
        counted + " counted, " + stored + " stored");
  }
}
