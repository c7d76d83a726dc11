package io.handrail.care.mongo;

class InMemoryStoreTest extends TurnsContract {
  private final Documents documents = new InMemoryDocuments();
  private final KeyEncryptionKey key = KeyEncryptionKey.fresh();
  private final StoredShelves shelves = new StoredShelves(documents, key);

  @Override
  Documents documents() {
    return documents;
  }

  @Override
  KeyEncryptionKey key() {
    return key;
  }

  @Override
  StoredShelves shelves() {
    return shelves;
  }

  @Override
  StoredShelves another() {
    return new StoredShelves(documents, key);
  }
}
