package io.handrail.care.mongo;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.DocumentShelf.Kept;
import java.util.function.Function;

/** Makes shelves over one store, each sealed for whom its values belong to. */
final class ShelfMaker {
  /** Of each kind; a clinic's clients who write at the same time, and some. */
  private static final int VALUES_REMEMBERED = 256;

  private final Documents documents;
  private final KeyRing keys;
  private final Sealer sealer;

  ShelfMaker(Documents documents, KeyRing keys) {
    this.documents = documents;
    this.keys = keys;
    this.sealer = new Sealer(keys);
  }

  Documents documents() {
    return documents;
  }

  KeyRing keys() {
    return keys;
  }

  Sealer sealer() {
    return sealer;
  }

  <V> Shelf<StaffId, V> ofStaff(String kind, Class<V> type) {
    return shelf(kind, type, StaffId::toString, id -> Owner.of(id.clinic()));
  }

  <V> Shelf<ClinicId, V> ofClinic(String kind, Class<V> type) {
    return shelf(kind, type, ClinicId::toString, Owner::of);
  }

  <V> Shelf<ClientId, V> ofClient(String kind, Class<V> type) {
    return shelf(kind, type, ClientId::toString, Owner::of);
  }

  <T, V> Shelf<OfClient<T>, V> manyOfClient(String kind, Class<V> type) {
    return shelf(kind, type, k -> k.client() + "/" + k.key(), k -> Owner.of(k.client()));
  }

  <V> Shelf<String, V> hidden(String kind, Class<V> type) {
    return shelf(kind, type, key -> keys.hidden(kind, key), key -> Owner.HOUSE);
  }

  <K, V> Shelf<K, V> shelf(
      String kind, Class<V> type, Function<K, String> id, Function<K, Owner> owner) {
    var values = new SealedValues<>(kind, type, sealer, VALUES_REMEMBERED);
    return new DocumentShelf<>(documents, keys, new Kept<>(kind, values, id, owner));
  }
}
