package io.handrail.tests.bench;

import io.handrail.tests.bench.GrownClinic.People;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages and turns cost as a clinic grows to ten thousand clients and a million messages. One
 * clinic grows from size to size in one store; at each size the product is started on it and its
 * pages are asked for one after the other over one kept connection, so what is told is the time of
 * the server and of loopback. The ratio to the smallest size is what counts.
 */
final class GrowthBench {
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
  private static final List<Integer> QUICK = List.of(100, 200);
  private static final int WARM_UP = 400;
  private static final int SAMPLES = 400;

  private final BenchCommand.Options options;
  private final Map<String, Double> smallest = new HashMap<>();

  private GrowthBench(BenchCommand.Options options) {
    this.options = options;
  }

  static void run(BenchCommand.Options options) throws IOException {
    new GrowthBench(options).run();
  }

  private void run() throws IOException {
    Path folder = Files.createTempDirectory("handrail-bench");
    try {
      Path data = folder.resolve("data");
      String name = "growth-" + Long.toString(System.currentTimeMillis(), 36);
      int before = 0;
      for (int clients : options.quick() ? QUICK : SIZES) {
        int from = before;
        long began = System.nanoTime();
        People people =
            MadeUpClinic.in(
                data,
                options.store(),
                System.getenv(),
                shelves -> GrownClinic.grow(shelves, name, from, clients));
        double seconds = (System.nanoTime() - began) / 1e9;
        Figures.of("growth").put("filled", clients).put("seconds", seconds).print();
        measure(data, clients, people);
        before = clients;
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure(Path data, int clients, People people) throws IOException {
    long began = System.nanoTime();
    try (var product =
        Product.start(Product.Start.on(data).with("--empty").environment(environment()))) {
      Figures.of("growth")
          .put("page", "start")
          .put("clients", clients)
          .put("messages", people.messages())
          .put("wall_ms", (System.nanoTime() - began) / 1e6)
          .put("resident_mb", Watched.residentMb(product.pid()))
          .print();
      String clinician = cookie(product.portal(), people.clinician());
      int portal = port(product.portal());
      page("caseload", portal, clinician, "/caseload", clients, people);
      page("log", portal, clinician, "/clients/talker/log", clients, people);
      page("log_2000_turns", portal, clinician, "/clients/longtalker/log", clients, people);
      page("risk", portal, clinician, "/risk", clients, people);
      page("client", portal, clinician, "/clients/talker", clients, people);
      String admin = cookie(product.portal(), people.admin());
      page("clinic", portal, admin, "/clinic", clients, people);
      page("find", portal, admin, "/clinic?name=longtalker", clients, people);
      turns("turn", product, people.talker(), clients, people);
      turns("turn_after_2000", product, people.longTalker(), clients, people);
    }
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    options.store().ifPresent(uri -> environment.put("HANDRAIL_MONGODB_URI", uri));
    Optional.ofNullable(System.getenv("HANDRAIL_KEK"))
        .ifPresent(key -> environment.put("HANDRAIL_KEK", key));
    return environment;
  }

  private static String cookie(String base, SignIn who) {
    try (var device = Device.signedIn(base, who)) {
      return device.cookieHeader();
    }
  }

  private static int port(String base) {
    return URI.create(base).getPort();
  }

  private void page(String page, int port, String cookie, String path, int clients, People people)
      throws IOException {
    String headers = "Accept: text/html\r\nAccept-Encoding: gzip\r\nCookie: " + cookie + "\r\n";
    var nanos = new long[SAMPLES];
    long bytes = 0;
    try (var wire = new Wire(port)) {
      for (int i = -WARM_UP; i < SAMPLES; i++) {
        long began = System.nanoTime();
        Wire.Answer answer = wire.get(path, headers);
        if (i >= 0) nanos[i] = System.nanoTime() - began;
        if (answer.status() != 200) throw new IOException(page + " answered " + answer.status());
        bytes = answer.bytes();
      }
    }
    told(page, clients, people, nanos).put("bytes", bytes).print();
  }

  private void turns(String page, Product product, SignIn who, int clients, People people)
      throws IOException {
    var talker = new Talker(cookie(product.chat(), who));
    int samples = 200;
    var nanos = new long[samples];
    try (var wire = new Wire(port(product.chat()))) {
      for (int i = -samples; i < samples; i++) {
        long took = talker.turn(wire).wholeNanos();
        if (i >= 0) nanos[i] = took;
      }
    }
    told(page, clients, people, nanos).print();
  }

  private Figures told(String page, int clients, People people, long[] nanos) {
    double p50 = Figures.percentileMs(nanos, 0.5);
    double first = smallest.computeIfAbsent(page, p -> p50);
    return Figures.of("growth")
        .put("page", page)
        .put("clients", clients)
        .put("messages", people.messages())
        .put("p50_ms", p50)
        .put("p99_ms", Figures.percentileMs(nanos, 0.99))
        .put("times_smallest", p50 / first);
  }
}
