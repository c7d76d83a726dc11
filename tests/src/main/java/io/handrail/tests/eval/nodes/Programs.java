package io.handrail.tests.eval.nodes;

import io.handrail.care.Shelves;
import io.handrail.care.alert.AlertLease;
import io.handrail.tests.stage.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Several programs that clients write to, each a process of its own, on one store. */
final class Programs implements AutoCloseable {
  private static final Duration WATCHED = Duration.ofSeconds(90);

  private final Shelves shelves;
  private final List<One> all = new ArrayList<>();
  private final List<Instant> kills = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> takeovers = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> watching = Collections.synchronizedList(new ArrayList<>());
  private volatile int killedSenders;
  private volatile boolean closing;

  private static final class One {
    private final Product.Start how;
    private final String chat;
    private volatile Product product;
    private volatile boolean ready;

    One(Product.Start how, String chat) {
      this.how = how;
      this.chat = chat;
    }
  }

  Programs(Path folder, int count, Map<String, String> environment, Shelves shelves) {
    this.shelves = shelves;
    for (int i = 0; i < count; i++) {
      String port = Product.freePort();
      all.add(
          new One(
              Product.Start.on(folder.resolve("node-" + i))
                  .with("--only", "chatbot", "--chat-port", port)
                  .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx320m")
                  .environment(environment),
              "http://localhost:" + port));
    }
    List<Thread> starts =
        all.stream().map(one -> Thread.ofVirtual().start(() -> start(one))).toList();
    for (Thread start : starts) join(start, Duration.ofMinutes(4));
  }

  private void start(One one) {
    if (closing) return;
    if (one.product == null) one.product = Product.start(one.how);
    else one.product.start();
    one.ready = true;
  }

  List<String> chats() {
    return all.stream().map(one -> one.chat).toList();
  }

  List<Instant> kills() {
    return List.copyOf(kills);
  }

  int killedSenders() {
    return killedSenders;
  }

  /** How long nobody delivered, for each time that the program which did was killed. */
  List<Duration> takeovers() {
    return List.copyOf(takeovers);
  }

  /** The data folder of a program that runs now. */
  Path folderOfOne() {
    return all.stream().filter(one -> one.ready).findFirst().orElseThrow().how.data();
  }

  private AlertLease lease() {
    return shelves.alertLeases().get(AlertLease.KEY).orElse(AlertLease.NOBODY);
  }

  private Optional<One> sender() {
    String node = lease().node();
    return all.stream()
        .filter(one -> one.ready && node.startsWith("node-" + one.product.pid() + "-"))
        .findFirst();
  }

  /** True when one may be killed and another is there. */
  synchronized boolean spare() {
    return all.stream().filter(one -> one.ready).count() > 1;
  }

  /**
   * Kills one as a power cut would, and starts it again after a while.
   *
   * @param sender the one that delivers now, else any
   */
  synchronized void kill(Random random, boolean sender) {
    if (!spare()) return;
    List<One> ready = all.stream().filter(one -> one.ready).toList();
    Optional<One> delivering = sender();
    One victim =
        sender && delivering.isPresent()
            ? delivering.get()
            : ready.get(random.nextInt(ready.size()));
    boolean wasSender = delivering.filter(victim::equals).isPresent();
    String node = lease().node();
    victim.ready = false;
    Instant at = Instant.now();
    victim.product.kill();
    kills.add(at);
    if (wasSender) {
      killedSenders++;
      watching.add(Thread.ofVirtual().start(() -> watch(node, at)));
    }
    long pause = random.nextInt(12_000);
    watching.add(
        Thread.ofVirtual()
            .start(() -> {
              sleep(pause);
              start(victim);
            }));
  }

  private void watch(String dead, Instant killed) {
    Instant until = killed.plus(WATCHED);
    while (lease().node().equals(dead) && Instant.now().isBefore(until)) sleep(100);
    takeovers.add(Duration.between(killed, Instant.now()));
  }

  /** Waits until all run again and every death was made up for. */
  void settle() {
    for (Thread thread : List.copyOf(watching)) join(thread, Duration.ofMinutes(3));
  }

  @Override
  public void close() {
    closing = true;
    for (One one : all) {
      if (one.product != null && one.product.running()) one.product.kill();
    }
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread, Duration most) {
    try {
      thread.join(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
