package io.handrail.care;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Values of one kind, each kept as one document under one key. These are the only things the house
 * asks of its database for such values: there is no query, so nothing can scan, and every change is
 * a compare-and-set, so nothing is overwritten unseen.
 *
 * @param <K> the key; it carries the clinic, so a foreign clinic's value cannot be named
 * @param <V> the value
 */
public interface Shelf<K, V> {

  Optional<V> get(K key);

  /**
   * The values that exist among {@code keys}, in the order of the keys; the missing are left out.
   */
  Map<K, V> get(Collection<K> keys);

  /** Stores a first value; false, and nothing changed, when the key is taken. */
  boolean insert(K key, V value);

  /**
   * Replaces the value by what {@code step} makes of it, durably, and returns what was stored. On a
   * conflict the step runs again on the newer value, so it must be pure. Returning the same
   * instance stores nothing.
   *
   * @throws Missing when the key holds no value
   */
  V change(K key, UnaryOperator<V> step);

  /** As {@link #change}, starting from {@code first} when the key holds nothing yet. */
  V change(K key, V first, UnaryOperator<V> step);

  /** Removes the value; nothing happens when there is none. */
  void remove(K key);

  /** Nothing is kept under this key. The message names the kind, never the content. */
  final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Missing(String kind) {
      super("no " + kind + " under this key");
    }
  }
}
