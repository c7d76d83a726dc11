package io.handrail.chatbot.http;

import io.handrail.care.clinic.ClientId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the streams of a client when something was appended in this very process. What another
 * process appends they find by looking, a little later.
 */
@Singleton
class Notices {
  private final Map<ClientId, Set<Semaphore>> waiting = new ConcurrentHashMap<>();

  /** One stream's bell. */
  final class Bell implements AutoCloseable {
    private final ClientId client;
    private final Semaphore rung = new Semaphore(0);

    private Bell(ClientId client) {
      this.client = client;
    }

    /** Returns when it rang, or after the time. */
    void await(Duration most) throws InterruptedException {
      if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) rung.drainPermits();
    }

    @Override
    public void close() {
      waiting.computeIfPresent(
          client,
          (id, bells) -> {
            bells.remove(rung);
            return bells.isEmpty() ? null : bells;
          });
    }
  }

  Bell bell(ClientId client) {
    var bell = new Bell(client);
    waiting.compute(
        client,
        (id, bells) -> {
          Set<Semaphore> all = bells == null ? ConcurrentHashMap.newKeySet() : bells;
          all.add(bell.rung);
          return all;
        });
    return bell;
  }

  void ring(ClientId client) {
    waiting.getOrDefault(client, Set.of()).forEach(Semaphore::release);
  }

  /** How many streams of a client are open. */
  int open(ClientId client) {
    return waiting.getOrDefault(client, Set.of()).size();
  }
}
