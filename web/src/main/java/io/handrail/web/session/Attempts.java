package io.handrail.web.session;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing. Per name and source: five tries, then waits of two minutes and twice as long
 * each time, so that at most ten are looked at in an hour; the rightful owner, coming from
 * elsewhere, is not kept out by somebody else's guesses. Per source: sixty failures, one more a
 * minute. Names count alike whether they exist or not. Memory is bounded; the oldest are forgotten.
 */
@Singleton
class Attempts {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
  private static final Duration FORGET = Duration.ofHours(24);
  private static final int SOURCE_MAX = 60;
  private static final Duration SOURCE_REFILL = Duration.ofMinutes(1);
  private static final int REMEMBERED_MAX = 20_000;
  private final Clock clock;
  private final Map<String, Failures> byName = bounded();
  private final Map<String, Spent> bySource = bounded();

  Attempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Instant openAt() {
      if (count < FREE) return Instant.MIN;
      return last.plus(FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE, 10)));
    }
  }

  private record Spent(double failures, Instant at) {
    double leakedBy(Instant now) {
      double gone = (double) Duration.between(at, now).toMillis() / SOURCE_REFILL.toMillis();
      return Math.max(0, failures - Math.max(0, gone));
    }
  }

  /** How long until a try would be looked at; zero is now. */
  synchronized Duration wait(String name, String source) {
    Instant now = clock.instant();
    Failures failures = byName.get(key(name, source));
    if (failures != null && failures.last.plus(FORGET).isBefore(now)) {
      byName.remove(key(name, source));
      failures = null;
    }
    Duration named =
        failures == null || !now.isBefore(failures.openAt())
            ? Duration.ZERO
            : Duration.between(now, failures.openAt());
    Spent spent = bySource.get(source);
    double over = spent == null ? 0 : spent.leakedBy(now) - (SOURCE_MAX - 1);
    Duration sourced =
        over <= 0 ? Duration.ZERO : Duration.ofMillis((long) (over * SOURCE_REFILL.toMillis()));
    return named.compareTo(sourced) > 0 ? named : sourced;
  }

  /** Counts a try before it is looked at, so that many at once are no way around. */
  synchronized void begin(String name, String source) {
    Instant now = clock.instant();
    Failures failures = byName.get(key(name, source));
    int count = failures == null ? 1 : failures.count + 1;
    byName.put(key(name, source), new Failures(count, now));
    Spent spent = bySource.get(source);
    bySource.put(source, new Spent((spent == null ? 0 : spent.leakedBy(now)) + 1, now));
  }

  /** It was the right password. */
  synchronized void succeeded(String name, String source) {
    byName.remove(key(name, source));
    Spent spent = bySource.get(source);
    if (spent != null) {
      Instant now = clock.instant();
      bySource.put(source, new Spent(Math.max(0, spent.leakedBy(now) - 1), now));
    }
  }

  synchronized int remembered() {
    return byName.size() + bySource.size();
  }

  private static String key(String name, String source) {
    String key = Accounts.key(name);
    return source + " " + (key.length() > 80 ? key.substring(0, 80) : key);
  }

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED_MAX;
      }
    };
  }
}
