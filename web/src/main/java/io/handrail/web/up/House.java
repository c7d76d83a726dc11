package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.StaffDesk;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import io.handrail.web.up.Service.Running;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store and the services while they run: one process, started and stopped as one. */
final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);
  private static final long STOP_SECONDS = 10;
  private final Store store;
  private final Map<String, Running> running = new LinkedHashMap<>();
  private List<Seed.SignIn> signIns = List.of();
  private Optional<String> founding = Optional.empty();

  private House(Store store) {
    this.store = store;
  }

  /** Starts the store, then the services and the seeding side by side. All of it, or nothing. */
  static House open(Settings settings, Options options, Map<String, String> environment) {
    boolean demo =
        Beginning.withDemo(settings.data(), options.empty() || settings.mongodb().isPresent());
    var house = new House(Store.open(settings, environment));
    try {
      house.start(settings, options, demo);
      return house;
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  private void start(Settings settings, Options options, boolean demo) {
    Shelves shelves = store.shelves();
    Map<String, CompletableFuture<Running>> starts = new LinkedHashMap<>();
    for (Service service : ServiceLoader.load(Service.class)) {
      if (!options.only().map(service.name()::equals).orElse(true)) continue;
      starts.put(
          service.name(),
          CompletableFuture.supplyAsync(
              () -> service.start(settings, shelves), House::onThreadOfItsOwn));
    }
    RuntimeException fault = null;
    try {
      if (demo) signIns = sow(settings, shelves);
    } catch (RuntimeException e) {
      fault = e;
    }
    for (var start : starts.entrySet()) {
      try {
        running.put(start.getKey(), start.getValue().join());
      } catch (CompletionException e) {
        fault = e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    if (fault != null) throw fault;
    running.values().forEach(Running::opened);
    if (!demo && running.containsKey("portal")) {
      founding =
          new StaffDesk(shelves, new SecureRandom())
              .founding(settings.clock().instant())
              .map(code -> running.get("portal").url() + "/join?code=" + code.shown());
    }
  }

  private static List<Seed.SignIn> sow(Settings settings, Shelves shelves) {
    var accounts = new Accounts(shelves, new Passwords(), settings.clock());
    List<Seed.SignIn> all = new ArrayList<>();
    for (Seed seed : ServiceLoader.load(Seed.class)) {
      all.addAll(seed.sow(settings, shelves, accounts));
    }
    return all;
  }

  private static void onThreadOfItsOwn(Runnable start) {
    Thread.ofPlatform().name("starting").start(start);
  }

  /** Addresses by service, the clients' first. */
  Map<String, String> urls() {
    Map<String, String> urls = new java.util.TreeMap<>();
    running.forEach((name, service) -> urls.put(name, service.url()));
    return urls;
  }

  /** Where the first administrator founds the clinic, with the code in it; empty when it stands. */
  Optional<String> founding() {
    return founding;
  }

  List<Seed.SignIn> signIns() {
    return signIns;
  }

  /** Lets what is under way end, then stops; the store goes last. */
  @Override
  public void close() {
    CompletableFuture<?>[] stops =
        running.values().stream()
            .map(service -> CompletableFuture.runAsync(service::stop, House::onThreadOfItsOwn))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(stops).get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("a service did not stop in time");
    }
    store.close();
  }
}
