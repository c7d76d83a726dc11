package io.handrail.chatbot.turn;

import io.handrail.care.clinic.ClientId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one turn of a client run at a time on this node. Between nodes the unique place in the
 * journal decides.
 */
final class OneAtATime {
  private static final int STRIPES = 1024;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];
  private final Duration patience;

  OneAtATime(Duration patience) {
    this.patience = patience;
    for (int i = 0; i < STRIPES; i++) stripes[i] = new ReentrantLock(true);
  }

  <T> T run(ClientId client, Supplier<T> work) {
    ReentrantLock stripe = stripes[Math.floorMod(client.hashCode(), STRIPES)];
    try {
      if (!stripe.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) throw new Conversing.Busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Conversing.Busy();
    }
    try {
      return work.get();
    } finally {
      stripe.unlock();
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Conversing.Busy();
    }
  }
}
