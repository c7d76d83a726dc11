package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.clinic.ClientId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the chain going while the service runs. */
public final class AlertPost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPost.class);
  private static final Duration BETWEEN_PASSES = Duration.ofSeconds(2);
  private static final Duration BETWEEN_BULLETINS = Duration.ofSeconds(10);
  private static final Duration BETWEEN_REMARKS = Duration.ofDays(1);
  private static final int LETTERS_AT_ONCE = 16;

  private final Shelves shelves;
  private final Clock clock;
  private final Path folder;
  private final Deliverer deliverer;
  private final ExecutorService hands =
      Executors.newFixedThreadPool(LETTERS_AT_ONCE, Thread.ofVirtual().name("alert-", 0).factory());
  private Thread walking;
  private Instant bulletinAt = Instant.EPOCH;
  private boolean failing;
  private boolean waited;
  private final Nodes nodes;
  private volatile Runnable oneGone = () -> {};
  private volatile Supplier<Optional<String>> remark = Optional::empty;
  private Optional<String> remarked = Optional.empty();
  private Instant remarkedAt = Instant.EPOCH;

  /**
   * @param folder where the bulletin for {@code ./handrail alerts} is kept
   */
  public AlertPost(Shelves shelves, Clock clock, AlertSettings settings, Path folder) {
    this.shelves = shelves;
    this.clock = clock;
    this.folder = folder;
    var couriers =
        settings.couriers(clock).stream()
            .<Courier>map(way -> new InTime(way, Duration.ofSeconds(Courier.MOST_SECONDS)))
            .toList();
    String name = name();
    this.deliverer = new Deliverer(shelves, clock, name, couriers, settings.portal(), hands);
    this.nodes = new Nodes(shelves, clock, name);
    alike(settings, Map::of);
    deliverer.remarking(this::remark);
  }

  /**
   * What else must be the same on every node, by its name in plain English.
   *
   * @param more asked for when this node signs in
   */
  public void alike(AlertSettings settings, Supplier<Map<String, String>> more) {
    nodes.alike(() -> {
      var all = new HashMap<>(settings.alike());
      all.putAll(more.get());
      return all;
    });
  }

  private static String name() {
    byte[] chance = new byte[5];
    ThreadLocalRandom.current().nextBytes(chance);
    return "node-" + ProcessHandle.current().pid() + "-" + HexFormat.of().formatHex(chance);
  }

  /** Begins; done once. */
  public synchronized void start() {
    if (walking == null) walking = Thread.ofVirtual().name("alerts").start(this::walk);
  }

  /** What is to be done when this node delivers and another is gone, with a word or without. */
  public void whenOneIsGone(Runnable then) {
    oneGone = then;
  }

  /**
   * What else staff must know, in whole sentences without a last stop: it stands in the portal, and
   * in the log when it comes up and then once a day.
   */
  public void remarking(Supplier<Optional<String>> what) {
    remark = what;
  }

  /** True while the nodes of this store are not set up alike. */
  public boolean nodesDiffer() {
    return nodes.differing().isPresent();
  }

  private Optional<String> remark() {
    String all =
        Stream.of(remark.get(), nodes.differing())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(". "));
    return Optional.of(all).filter(said -> !said.isEmpty());
  }

  private void sayRemark() {
    Instant now = clock.instant();
    Optional<String> what = remark();
    if (what.equals(remarked) && remarkedAt.plus(BETWEEN_REMARKS).isAfter(now)) return;
    what.ifPresent(said -> LOG.error("ALARM: {}.", said));
    remarked = what;
    remarkedAt = now;
  }

  private void walk() {
    boolean enrolled = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (!enrolled) enrol();
        enrolled = true;
        boolean own = deliverer.pass();
        List<String> gone = nodes.signIn(own);
        if (own && (waited || !gone.isEmpty())) oneGone.run();
        waited = !own;
        sayRemark();
        bulletin();
        failing = false;
      } catch (RuntimeException e) {
        // Said once for each time that it begins: a store that is away is away for many passes.
        if (!failing) {
          String what = e.getClass().getSimpleName();
          LOG.error("ALARM: no alert can be delivered, for the store does not answer: {}", what);
        }
        failing = true;
      }
      try {
        Thread.sleep(BETWEEN_PASSES);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Flags that were raised before there was a roll are found by their journals, once a start. */
  private void enrol() {
    var clinics = shelves.turns().journals().stream().map(ClientId::clinic).distinct().toList();
    shelves.alertRolls().change(AlertRoll.KEY, AlertRoll.EMPTY, roll -> roll.with(clinics));
  }

  private void bulletin() {
    Instant now = clock.instant();
    if (bulletinAt.plus(BETWEEN_BULLETINS).isAfter(now)) return;
    try {
      Bulletin.read(shelves, now).write(folder);
      bulletinAt = now;
    } catch (IOException e) {
      LOG.error("the list of open alerts cannot be written to the data folder");
    }
  }

  /** Ends, and lets another node take over. Letters under way are taken up by it. */
  @Override
  public synchronized void close() {
    hands.shutdownNow();
    if (walking == null) return;
    walking.interrupt();
    try {
      walking.join(Duration.ofSeconds(2));
      deliverer.release();
      nodes.signOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the lease of alerts runs out by itself: {}", e.getClass().getSimpleName());
    }
  }
}
