package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.clinic.ClientId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
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
  private volatile Runnable takenOver = () -> {};
  private volatile Supplier<Optional<String>> remark = Optional::empty;
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
    this.deliverer = new Deliverer(shelves, clock, name(), couriers, settings.portal(), hands);
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

  /** What else is to be done when this node begins to deliver in the place of another. */
  public void whenTakenOver(Runnable then) {
    takenOver = then;
  }

  /** What else staff must know: it stands in the portal, and once a day in the log. */
  public void remarking(Supplier<Optional<String>> what) {
    remark = what;
    deliverer.remarking(what);
  }

  private void remark() {
    Instant now = clock.instant();
    if (remarkedAt.plus(BETWEEN_REMARKS).isAfter(now)) return;
    remark.get().ifPresent(what -> LOG.error("ALARM: {}.", what));
    remarkedAt = now;
  }

  private void walk() {
    boolean enrolled = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        remark();
        if (!enrolled) enrol();
        enrolled = true;
        boolean own = deliverer.pass();
        if (own && waited) takenOver.run();
        waited = !own;
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("the lease of alerts runs out by itself: {}", e.getClass().getSimpleName());
    }
  }
}
