package io.handrail.care.mongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was used last, up to a bound; the least recently used goes first. */
final class Recent<K, V> {
  private final Map<K, V> entries;

  Recent(int most) {
    this.entries =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  synchronized void remove(K key) {
    entries.remove(key);
  }
}
