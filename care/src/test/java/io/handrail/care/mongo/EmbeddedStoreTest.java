package io.handrail.care.mongo;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest extends TurnsContract {
  @TempDir static Path folder;
  private static EmbeddedServer server;
  private static Documents documents;
  private static StoredShelves shelves;

  @BeforeAll
  static void start() {
    server = EmbeddedServer.start(folder, Map.of());
    documents = new MongoDocuments(server.uri());
    shelves = new StoredShelves(documents, server.key());
  }

  @AfterAll
  static void stop() {
    documents.close();
    server.close();
  }

  @Override
  Documents documents() {
    return documents;
  }

  @Override
  KeyEncryptionKey key() {
    return server.key();
  }

  @Override
  StoredShelves shelves() {
    return shelves;
  }

  @Override
  StoredShelves another() {
    return new StoredShelves(documents, server.key());
  }
}
