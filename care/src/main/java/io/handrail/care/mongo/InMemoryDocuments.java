package io.handrail.care.mongo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Documents that live as long as the process, under the same contract. */
final class InMemoryDocuments implements Documents {
  private final ConcurrentMap<String, ConcurrentMap<String, Document>> collections =
      new ConcurrentHashMap<>();

  private ConcurrentMap<String, Document> in(String collection) {
    return collections.computeIfAbsent(collection, c -> new ConcurrentHashMap<>());
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    return Optional.ofNullable(in(collection).get(id));
  }

  @Override
  public Map<String, Document> get(String collection, Collection<String> ids) {
    if (ids.size() > KEYS_MAX) throw new IllegalArgumentException("too many keys in one read");
    var found = new LinkedHashMap<String, Document>();
    ids.forEach(id -> get(collection, id).ifPresent(d -> found.put(id, d)));
    return found;
  }

  @Override
  public boolean insert(String collection, Document document) {
    return in(collection).putIfAbsent(document.id(), document) == null;
  }

  @Override
  public boolean replace(String collection, Document next, long expected) {
    Document stored =
        in(collection)
            .computeIfPresent(next.id(), (id, now) -> now.version() == expected ? next : now);
    return stored == next;
  }

  @Override
  public void delete(String collection, String id) {
    in(collection).remove(id);
  }

  @Override
  public void forEach(String collection, Consumer<Document> each) {
    List.copyOf(in(collection).values()).forEach(each);
  }

  @Override
  public void close() {}
}
