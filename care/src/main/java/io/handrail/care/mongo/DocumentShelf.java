package io.handrail.care.mongo;

import io.handrail.care.Shelf;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import io.handrail.care.mongo.Documents.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One collection of sealed documents, each under its key. */
final class DocumentShelf<K, V> implements Shelf<K, V> {
  private static final int TRIES_MAX = 60;
  private static final long PAUSE_MAX_NANOS = 20_000_000;
  private static final int LANES = 64;

  private final Documents documents;
  private final KeyRing keys;
  private final Kept<K, V> kept;
  private final ReentrantLock[] lanes =
      Stream.generate(ReentrantLock::new).limit(LANES).toArray(ReentrantLock[]::new);

  /**
   * What is kept and how it is named.
   *
   * @param kind the collection, in one word
   * @param id the document's id for a key
   * @param owner whose key seals it
   */
  record Kept<K, V>(
      String kind, SealedValues<V> values, Function<K, String> id, Function<K, Owner> owner) {}

  private record Found<V>(long version, V value) {}

  DocumentShelf(Documents documents, KeyRing keys, Kept<K, V> kept) {
    this.documents = documents;
    this.keys = keys;
    this.kept = kept;
  }

  @Override
  public Optional<V> get(K key) {
    return find(key).map(Found::value);
  }

  @Override
  public Map<K, V> get(Collection<K> wanted) {
    List<K> all = wanted.stream().distinct().toList();
    var found = new LinkedHashMap<K, V>();
    for (int from = 0; from < all.size(); from += Documents.KEYS_MAX) {
      readBatch(all.subList(from, Math.min(all.size(), from + Documents.KEYS_MAX)), found);
    }
    return found;
  }

  private void readBatch(List<K> batch, Map<K, V> into) {
    var ids = new HashMap<K, String>();
    batch.forEach(key -> ids.put(key, kept.id().apply(key)));
    Map<String, Document> stored = documents.get(kept.kind(), ids.values());
    List<K> there = batch.stream().filter(key -> stored.containsKey(ids.get(key))).toList();
    keys.prepare(there.stream().map(kept.owner()).toList());
    there.forEach(key -> into.put(key, opened(key, stored.get(ids.get(key)))));
  }

  @Override
  public boolean insert(K key, V value) {
    // Not from 1: a value removed and put back must not pass for the one that was there before.
    long version = ThreadLocalRandom.current().nextLong(1, 1L << 40);
    return documents.insert(kept.kind(), sealed(key, version, value));
  }

  @Override
  public V change(K key, UnaryOperator<V> step) {
    return changed(key, Optional.empty(), step);
  }

  @Override
  public V change(K key, V first, UnaryOperator<V> step) {
    return changed(key, Optional.of(first), step);
  }

  @Override
  public void remove(K key) {
    documents.delete(kept.kind(), kept.id().apply(key));
  }

  /** Changers of one process queue in a lane; those of different processes meet in the database. */
  private V changed(K key, Optional<V> first, UnaryOperator<V> step) {
    ReentrantLock lane = lanes[Math.floorMod(key.hashCode(), LANES)];
    lane.lock();
    try {
      for (int tried = 0; tried < TRIES_MAX; tried++) {
        Optional<V> stored = attempt(key, first, step);
        if (stored.isPresent()) return stored.get();
        pause(tried);
      }
    } finally {
      lane.unlock();
    }
    throw new StoreFault(
        Category.CONTENDED, "a " + kept.kind() + " was changed by others all the time");
  }

  /** Empty when another was faster. */
  private Optional<V> attempt(K key, Optional<V> first, UnaryOperator<V> step) {
    Optional<Found<V>> found = find(key);
    if (found.isEmpty()) {
      V next = step.apply(first.orElseThrow(() -> new Missing(kept.kind())));
      return next == first.get() || insert(key, next) ? Optional.of(next) : Optional.empty();
    }
    V now = found.get().value();
    V next = step.apply(now);
    if (next == now) return Optional.of(next);
    long version = found.get().version();
    boolean done = documents.replace(kept.kind(), sealed(key, version + 1, next), version);
    return done ? Optional.of(next) : Optional.empty();
  }

  private static void pause(int tried) {
    long most = Math.min(PAUSE_MAX_NANOS, 500_000L << Math.min(tried, 10));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }

  private Optional<Found<V>> find(K key) {
    return documents
        .get(kept.kind(), kept.id().apply(key))
        .map(document -> new Found<>(document.version(), opened(key, document)));
  }

  private V opened(K key, Document document) {
    return kept.values().open(kept.owner().apply(key), document);
  }

  private Document sealed(K key, long version, V value) {
    return kept.values().seal(kept.owner().apply(key), kept.id().apply(key), version, value);
  }
}
