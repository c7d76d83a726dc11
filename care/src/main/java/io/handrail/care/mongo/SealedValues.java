package io.handrail.care.mongo;

import io.handrail.care.mongo.Documents.Document;
import java.util.Arrays;
import java.util.Optional;

/**
 * Values of one kind, to and from their sealed documents. What was opened lately is remembered with
 * the ciphertext it came from, and given again for that very ciphertext only: the database is
 * always asked, and a value can be neither stale nor another's. A forgotten key ends what is
 * remembered.
 *
 * @param <V> the type of the values, which never change
 */
final class SealedValues<V> {
  private final String kind;
  private final Json<V> json;
  private final Sealer sealer;
  private final Recent<String, Opened<V>> recent;

  private record Opened<V>(Document from, V value) {
    boolean same(Document document) {
      return from.version() == document.version() && Arrays.equals(from.body(), document.body());
    }
  }

  /**
   * @param remembered how many values are kept at hand
   */
  SealedValues(String kind, Class<V> type, Sealer sealer, int remembered) {
    this.kind = kind;
    this.json = new Json<>(kind, type);
    this.sealer = sealer;
    this.recent = new Recent<>(remembered);
  }

  /** Opens a document, which must be this owner's. */
  V open(Owner owner, Document document) {
    Optional<Opened<V>> before = recent.get(document.id()).filter(o -> o.same(document));
    if (before.isPresent()) {
      sealer.mayOpen(owner);
      return before.get().value();
    }
    V value = json.read(sealer.open(owner, kind, document));
    recent.put(document.id(), new Opened<>(document, value));
    return value;
  }

  /** Seals a value as a document of this id and version. */
  Document seal(Owner owner, String id, long version, V value) {
    byte[] body = sealer.seal(owner, kind, id, version, json.write(value));
    var document = new Document(id, version, body);
    recent.put(id, new Opened<>(document, value));
    return document;
  }
}
