package io.handrail.tests.bench;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.tests.stage.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the screen costs for a message of 300 characters, warm, on one core, and what memory it
 * takes: each round is a Java machine of its own, started as the product is, with one processor.
 */
public final class ScreenBench {
  private static final int WARM_UP = 3_000;
  private static final int SAMPLES = 4_000;
  private static final List<String> MESSAGES =
      List.of(
          "On Tuesday my manager asked me why the report was late and I could not say anything. I went"
              + " red, my heart was racing and I thought that everybody could see it. Later I sat in the"
              + " car for half an hour. I keep thinking that I am not good enough for this and that they"
              + " will find out soon, it never ends.",
          "I don't know if this makes sense but since the move I just lie there at night going over every"
              + " thing I said that day. My sister says I should talk to someone. I did the worksheet, the"
              + " one with the columns, and got stuck on the bit about evidence, because there is always"
              + " some, isn't there, if you look.",
          "Hoy en la junta me quede callada otra vez. Mi jefe pregunto si alguien tenia ideas y yo tenia"
              + " dos, pero el corazon me latia tan fuerte que no pude hablar. Despues me fui al bano y me"
              + " dije que soy una inutil. Mi companera dijo casi lo mismo que yo habia pensado y todos la"
              + " felicitaron, y eso dolio.",
          "everyone would be better of without me and i cant keep going like this anymore, i wnt to die tbh."
              + " i wrote my mum a letter and its under the pillow. dont tell my therapist ok, she will only"
              + " worry and its not her fault, its nobodys fault, ive been like this since school and im"
              + " just so tired of it all now");

  private ScreenBench() {}

  private record Round(double p50, double p99, double residentMb, double heapMb, double loadMs) {}

  static void run(BenchCommand.Options options) throws IOException {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < options.rounds(); i++) {
      Round round = round();
      rounds.add(round);
      figures(round).put("round", i).print();
    }
    figures(
            new Round(
                Figures.median(rounds.stream().map(Round::p50).toList()),
                Figures.median(rounds.stream().map(Round::p99).toList()),
                Figures.median(rounds.stream().map(Round::residentMb).toList()),
                Figures.median(rounds.stream().map(Round::heapMb).toList()),
                Figures.median(rounds.stream().map(Round::loadMs).toList())))
        .put("median_of", rounds.size())
        .print();
  }

  private static Figures figures(Round round) {
    return Figures.of("screen")
        .put("p50_micros", round.p50)
        .put("p99_micros", round.p99)
        .put("resident_mb_more", round.residentMb)
        .put("heap_mb_more", round.heapMb)
        .put("load_ms", round.loadMs);
  }

  private static Round round() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Product.home().resolve("web").resolve("java.options"),
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                ScreenBench.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (line == null) throw new IOException("the screen did not start");
      double[] told =
          java.util.Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
      return new Round(told[0], told[1], told[2], told[3], told[4]);
    }
  }

  /** One round: prints p50 and p99 in microseconds, megabytes more, and the time to load. */
  public static void main(String[] words) {
    long pid = ProcessHandle.current().pid();
    double heap = heapMb();
    double resident = Watched.residentMb(pid);
    long began = cpuNanos();
    var screen = new SafetyScreen();
    double load = (cpuNanos() - began) / 1e6;
    for (int i = 0; i < WARM_UP; i++) screen.screen(heard(i));
    long[] nanos = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      long start = cpuNanos();
      screen.screen(heard(i));
      nanos[i] = cpuNanos() - start;
    }
    double moreHeap = heapMb() - heap;
    System.out.printf(
        java.util.Locale.ROOT,
        "%.1f %.1f %.1f %.1f %.1f%n",
        1e3 * Figures.percentileMs(nanos, 0.5),
        1e3 * Figures.percentileMs(nanos, 0.99),
        Watched.residentMb(pid) - resident,
        moreHeap,
        load);
  }

  private static Heard heard(int i) {
    return new Heard(
        MESSAGES.get(i % MESSAGES.size()),
        "en",
        List.of(),
        Optional.empty(),
        Level.NONE,
        Optional.empty());
  }

  private static double heapMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  /** Time of this thread on a core: a busy machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
