package io.handrail.tests.bench;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Role;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a turn costs on top of the model, against the bare relay. Each round measures in turn: the
 * relay at full speed, the product at full speed (T), scripted turns at full speed and paced, the
 * relay paced, the product paced (P).
 */
final class TurnBench implements AutoCloseable {
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final String SCRIPTED_FULL = "scripted_T16";
  private static final String SCRIPTED_PACED = "scripted_P";
  private static final int FIRST_MS = 50;
  private static final int EACH_MS = 10;
  private static final double PACED_PER_SECOND = 24;
  private static final byte[] PLAIN =
      """
      {"model":"bench","stream":true,"messages":[{"role":"user","content":"Hello"}]}\
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final String JSON =
      "Content-Type: application/json\r\nAccept: text/event-stream\r\n";

  private final BenchCommand.Options options;
  private final Path folder;
  private final PacedModel model;
  private final RelayProcess relay;
  private final Product product;
  private final int port;
  private final Clients phrased;
  private final Clients scripted;
  private final Map<String, List<Double>> medians = new HashMap<>();

  private TurnBench(BenchCommand.Options options) throws IOException {
    this.options = options;
    this.folder = Files.createTempDirectory("handrail-bench");
    this.model = new PacedModel();
    this.relay = new RelayProcess(model.port(), folder);
    Path data = folder.resolve("data");
    Map<String, String> environment = environment();
    String run = Long.toString(System.currentTimeMillis(), 36);
    int clients = options.quick() ? 32 : 16 * (3 + 3 * options.rounds());
    var everyone =
        MadeUpClinic.in(
            data, options.store(), environment, shelves -> enrolled(shelves, run, clients));
    this.product =
        Product.start(
            Product.Start.on(data).with("--empty").environment(environment).jvm(quickStart()));
    Runtime.getRuntime().addShutdownHook(new Thread(product::close));
    this.port = URI.create(product.chat()).getPort();
    this.phrased = new Clients(product.chat(), everyone.model());
    this.scripted = new Clients(product.chat(), everyone.script());
  }

  /** As `./handrail up` starts it, so that the Java machine knows beforehand what to compile. */
  private static String[] quickStart() {
    Path cache = Product.home().resolve("target/app/handrail.aot");
    return Files.exists(cache) ? new String[] {"-XX:AOTCache=" + cache} : new String[0];
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HANDRAIL_MODEL_URL", model.url());
    environment.put("HANDRAIL_MODEL_NAME", "bench");
    environment.put("HANDRAIL_MODEL_TOKENS_PER_DAY", "1000000000000");
    options.store().ifPresent(uri -> environment.put("HANDRAIL_MONGODB_URI", uri));
    Optional.ofNullable(System.getenv("HANDRAIL_KEK"))
        .ifPresent(key -> environment.put("HANDRAIL_KEK", key));
    return environment;
  }

  /**
   * @param model who agreed to a model
   * @param script who did not
   */
  private record Enrolled(List<SignIn> model, List<SignIn> script) {}

  private static Enrolled enrolled(Shelves shelves, String run, int each) {
    var clinic = new MadeUpClinic(shelves, "bench-" + run);
    clinic.staff("therapist", Role.CLINICIAN);
    List<SignIn> model = new ArrayList<>();
    List<SignIn> script = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      model.add(clinic.client("model-" + i, "therapist", true));
      script.add(clinic.client("script-" + i, "therapist", false));
    }
    return new Enrolled(model, script);
  }

  static void run(BenchCommand.Options options) throws IOException {
    try (var bench = new TurnBench(options)) {
      Duration time = Duration.ofSeconds(options.quick() ? 2 : 4);
      // Until the Java machine has compiled what a turn needs, it is that which would be measured.
      Duration warm = options.quick() ? time : WARM_UP;
      bench.fullSpeedRelay("warm-up", warm);
      bench.fullSpeed("warm-up", warm);
      bench.scripted(SCRIPTED_FULL, "warm-up", warm, 0);
      bench.medians.clear();
      for (int round = 0; round < options.rounds(); round++) {
        String name = Integer.toString(round);
        bench.fullSpeedRelay(name, time);
        bench.fullSpeed(name, time);
        bench.scripted(SCRIPTED_FULL, name, time, 0);
        bench.scripted(SCRIPTED_PACED, name, time, between());
        bench.pacedRelay(name, time);
        bench.paced(name, time);
      }
      bench.sum();
    }
  }

  private void fullSpeedRelay(String round, Duration time) {
    model.pace(0, 0);
    double cpu = Watched.cpuMs(relay.pid());
    Load.Came came = Load.run(relay.port(), time, 0, (wire, c) -> relayed(wire));
    cpu = Watched.cpuMs(relay.pid()) - cpu;
    figures("relay_T16", round, came)
        .put("turns_per_s", kept("relay_T16", came.perSecond()))
        .put("cpu_ms_per_turn", kept("relay_cpu", cpu / came.done()))
        .print();
  }

  private static long relayed(Wire wire) throws IOException {
    long began = System.nanoTime();
    var first = new long[1];
    Wire.Answer answer =
        wire.post(
            "/relay",
            JSON,
            PLAIN,
            (bytes, count) -> {
              if (first[0] == 0) first[0] = System.nanoTime() - began;
            });
    if (answer.status() != 200 || answer.bytes() < 1000) {
      throw new IOException("the relay answered " + answer.status());
    }
    return first[0];
  }

  private void fullSpeed(String round, Duration time) {
    model.pace(0, 0);
    long asked = model.requests();
    double cpu = Watched.cpuMs(product.pid());
    Load.Came came = Load.run(port, time, 0, (wire, c) -> phrased.talker(c).turn(wire));
    cpu = Watched.cpuMs(product.pid()) - cpu;
    double modelTurns = (model.requests() - asked) / came.seconds();
    figures("T16", round, came)
        .put("turns_per_s", kept("T16", came.perSecond()))
        .put("model_turns_per_s", kept("T16_model", modelTurns))
        .put("cpu_ms_per_turn", kept("T16_cpu", cpu / came.done()))
        .print();
  }

  /** Without a model: at full speed for what it can carry, paced for what a client waits. */
  private void scripted(String kind, String round, Duration time, long between) {
    var samples = new ConcurrentLinkedQueue<Long>();
    double cpu = Watched.cpuMs(product.pid());
    Load.Came came =
        Load.run(
            port,
            time,
            between,
            (wire, c) -> samples.add(scripted.talker(c).turn(wire).wholeNanos()));
    cpu = Watched.cpuMs(product.pid()) - cpu;
    long[] nanos = samples.stream().mapToLong(Long::longValue).toArray();
    figures(kind, round, came)
        .put("turns_per_s", kept(kind, came.perSecond()))
        .put("p50_ms", kept(kind + "_p50", Figures.percentileMs(nanos, 0.5)))
        .put("p99_ms", kept(kind + "_p99", Figures.percentileMs(nanos, 0.99)))
        .put("cpu_ms_per_turn", kept(kind + "_cpu", cpu / came.done()))
        .print();
  }

  private static long between() {
    return (long) (Load.CONVERSATIONS / PACED_PER_SECOND * 1e9);
  }

  private void pacedRelay(String round, Duration time) {
    model.pace(FIRST_MS, EACH_MS);
    var samples = new ConcurrentLinkedQueue<Long>();
    Load.Came came =
        Load.run(
            relay.port(),
            time,
            between(),
            (wire, c) -> samples.add(relayed(wire) - FIRST_MS * 1_000_000L));
    long[] nanos = samples.stream().mapToLong(Long::longValue).toArray();
    figures("relay_P", round, came)
        .put("added_first_token_p50_ms", kept("relay_P50", Figures.percentileMs(nanos, 0.5)))
        .put("added_first_token_p99_ms", kept("relay_P99", Figures.percentileMs(nanos, 0.99)))
        .print();
  }

  private void paced(String round, Duration time) {
    model.pace(FIRST_MS, EACH_MS);
    var added = new ConcurrentLinkedQueue<Long>();
    Load.Came came =
        Load.run(
            port,
            time,
            between(),
            (wire, c) -> {
              Talker.Met met = phrased.talker(c).turn(wire);
              Long own = model.toSentence(met.mark());
              if (own != null && met.program()) added.add(met.firstNanos() - own);
            });
    long[] nanos = added.stream().mapToLong(Long::longValue).toArray();
    figures("P", round, came)
        .put("sentences", nanos.length)
        .put("added_first_sentence_p50_ms", kept("P50", Figures.percentileMs(nanos, 0.5)))
        .put("added_first_sentence_p99_ms", kept("P99", Figures.percentileMs(nanos, 0.99)))
        .print();
  }

  private static Figures figures(String kind, String round, Load.Came came) {
    return Figures.of("turn")
        .put("kind", kind)
        .put("round", round)
        .put("turns", came.done())
        .put("faults", came.faults());
  }

  private double kept(String name, double value) {
    medians.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    return value;
  }

  private double median(String name) {
    return Figures.median(medians.getOrDefault(name, List.of()));
  }

  private void sum() {
    Figures.of("turn")
        .put("kind", "median")
        .put("median_of", options.rounds())
        .put("store", options.store().isPresent() ? "server" : "embedded")
        .put("relay_turns_per_s", median("relay_T16"))
        .put("T16_turns_per_s", median("T16"))
        .put("T16_model_turns_per_s", median("T16_model"))
        .put("T16_to_relay", median("T16") / median("relay_T16"))
        .put("relay_cpu_ms_per_turn", median("relay_cpu"))
        .put("T16_cpu_ms_per_turn", median("T16_cpu"))
        .put("T16_cpu_to_relay", median("T16_cpu") / median("relay_cpu"))
        .put("scripted_T16_turns_per_s", median(SCRIPTED_FULL))
        .put("scripted_T16_cpu_ms_per_turn", median(SCRIPTED_FULL + "_cpu"))
        .put("scripted_P_p50_ms", median(SCRIPTED_PACED + "_p50"))
        .put("scripted_P_p99_ms", median(SCRIPTED_PACED + "_p99"))
        .put("relay_added_first_token_p50_ms", median("relay_P50"))
        .put("P_added_first_sentence_p50_ms", median("P50"))
        .put("P_added_first_sentence_p99_ms", median("P99"))
        .put("product_resident_mb", Watched.residentMb(product.pid()))
        .put("relay_resident_mb", Watched.residentMb(relay.pid()))
        .print();
  }

  /**
   * Signs clients in as they are needed, sixteen at a time, and takes the next when one is spent.
   */
  private static final class Clients {
    private final String chat;
    private final List<SignIn> everyone;
    private final Talker[] now = new Talker[Load.CONVERSATIONS];
    private int next;

    Clients(String chat, List<SignIn> everyone) {
      this.chat = chat;
      this.everyone = everyone;
      for (int i = 0; i < now.length; i++) now[i] = fresh();
    }

    private synchronized Talker fresh() {
      if (next >= everyone.size()) {
        throw new IllegalStateException("every client's allowance of the day is used up");
      }
      try (var device = Device.signedIn(chat, everyone.get(next++))) {
        return new Talker(device.cookieHeader());
      }
    }

    Talker talker(int conversation) {
      if (!now[conversation].hasTurnsLeft()) now[conversation] = fresh();
      return now[conversation];
    }
  }

  @Override
  public void close() throws IOException {
    product.close();
    relay.close();
    model.close();
    Folders.delete(folder);
  }
}
