package io.handrail.web.session;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what was read for a moment, and never more than so many values. */
final class Recent<K, V> {
  private record Seen<V>(V value, long atNanos) {}

  private final ConcurrentHashMap<K, Seen<V>> seen = new ConcurrentHashMap<>();
  private final long keepNanos;
  private final int max;

  Recent(Duration keep, int max) {
    this.keepNanos = keep.toNanos();
    this.max = max;
  }

  V get(K key, Function<K, V> read) {
    V known = atHand(key);
    if (known != null) return known;
    long before = System.nanoTime(); // of the read's start: a value is never older than it says
    V value = read.apply(key);
    if (seen.size() >= max) seen.clear();
    seen.put(key, new Seen<>(value, before));
    return value;
  }

  /** The value, or null when it would have to be read. */
  V atHand(K key) {
    Seen<V> known = seen.get(key);
    return known != null && System.nanoTime() - known.atNanos < keepNanos ? known.value : null;
  }

  void forget(K key) {
    seen.remove(key);
  }
}
