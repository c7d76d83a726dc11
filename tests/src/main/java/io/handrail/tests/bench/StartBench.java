package io.handrail.tests.bench;

import io.handrail.tests.stage.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long {@code ./handrail up} takes to be ready, from the command to the ready line. {@code
 * first} begins a new data folder and seeds the demo clinic; {@code again} starts on those data;
 * {@code plain} starts on them without the Java machine's kept cache.
 */
final class StartBench {
  private StartBench() {}

  private record Run(double wallMs, double cpuMs, double residentMb) {}

  static void run(BenchCommand.Options options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("handrail-bench");
    try {
      List<Run> first = new ArrayList<>();
      List<Run> again = new ArrayList<>();
      List<Run> plain = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        Path data = folder.resolve("data" + round);
        first.add(one("first", round, data, true));
        again.add(one("again", round, data, true));
        plain.add(one("plain", round, data, false));
      }
      sum("first", first);
      sum("again", again);
      sum("plain", plain);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Run one(String kind, int round, Path data, boolean cache)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                Product.home().resolve("handrail").toString(),
                "up",
                "--json",
                "--data",
                data.toString(),
                "--chat-port",
                "0",
                "--portal-port",
                "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    if (!cache) builder.environment().put("HANDRAIL_AOT", "off");
    long began = System.nanoTime();
    Process process = builder.start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      double wall = (System.nanoTime() - began) / 1e6;
      if (line == null || !line.startsWith("{\"ready\":true")) {
        throw new IOException("./handrail up did not become ready");
      }
      long pid = Long.parseLong(line.replaceAll(".*\"pids\":\\[(\\d+).*", "$1"));
      double cpu = Watched.cpuMs(pid);
      Thread.sleep(500);
      var run = new Run(wall, cpu, Watched.residentMb(pid));
      figures(kind, run).put("round", round).print();
      return run;
    } finally {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
    }
  }

  private static Figures figures(String kind, Run run) {
    return Figures.of("start")
        .put("kind", kind)
        .put("wall_ms", run.wallMs)
        .put("cpu_ms", run.cpuMs)
        .put("resident_mb", run.residentMb);
  }

  private static void sum(String kind, List<Run> runs) {
    figures(
            kind,
            new Run(
                Figures.median(runs.stream().map(Run::wallMs).toList()),
                Figures.median(runs.stream().map(Run::cpuMs).toList()),
                Figures.median(runs.stream().map(Run::residentMb).toList())))
        .put("median_of", runs.size())
        .print();
  }
}
