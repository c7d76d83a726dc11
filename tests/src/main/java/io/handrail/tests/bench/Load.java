package io.handrail.tests.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Sixteen conversations at once, as fast as they go or paced, for a bounded time. */
final class Load {
  static final int CONVERSATIONS = 16;

  private Load() {}

  /** One request of one conversation. */
  interface Request {
    void send(Wire wire, int conversation) throws IOException;
  }

  /**
   * What a load came to.
   *
   * @param done requests that were answered to their end
   * @param faults requests that were not
   */
  record Came(long done, long faults, double seconds) {
    double perSecond() {
      return done / seconds;
    }
  }

  /**
   * @param everyNanos time between two requests of one conversation; 0 sends the next at once
   */
  static Came run(int port, Duration time, long everyNanos, Request request) {
    long began = System.nanoTime();
    long until = began + time.toNanos();
    var done = new AtomicLong();
    var faults = new ConcurrentLinkedQueue<String>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONVERSATIONS; i++) {
      int conversation = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                long next = began + everyNanos * conversation / CONVERSATIONS;
                try (var wire = new Wire(port)) {
                  while (System.nanoTime() < until) {
                    if (everyNanos > 0) {
                      long wait = next - System.nanoTime();
                      if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                      next += everyNanos;
                    }
                    request.send(wire, conversation);
                    done.incrementAndGet();
                  }
                } catch (IOException e) {
                  faults.add(String.valueOf(e.getMessage()));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    try {
      for (Thread thread : threads) thread.join(time.plusSeconds(90));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    faults.stream().distinct().limit(3).forEach(f -> System.err.println("bench: " + f));
    return new Came(done.get(), faults.size(), (System.nanoTime() - began) / 1e9);
  }
}
