package io.handrail.care.mongo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on any server that the tests are given; its database gets a name of its own. */
@EnabledIfEnvironmentVariable(named = "HANDRAIL_TEST_MONGODB_URI", matches = "mongodb.+")
class MongoStoreTest extends TurnsContract {
  private static final KeyEncryptionKey KEY = KeyEncryptionKey.fresh();
  private static com.mongodb.client.MongoClient client;
  private static Documents documents;
  private static StoredShelves shelves;
  private static String name;

  @BeforeAll
  static void start() {
    String uri = System.getenv("HANDRAIL_TEST_MONGODB_URI");
    name = "handrail_test_" + Long.toString(System.nanoTime(), 36);
    client = com.mongodb.client.MongoClients.create(uri);
    documents = new MongoDocuments(uri, name);
    shelves = new StoredShelves(documents, KEY);
  }

  @AfterAll
  static void stop() {
    documents.close();
    client.getDatabase(name).drop();
    client.close();
  }

  @Override
  Documents documents() {
    return documents;
  }

  @Override
  KeyEncryptionKey key() {
    return KEY;
  }

  @Override
  StoredShelves shelves() {
    return shelves;
  }

  @Override
  StoredShelves another() {
    return new StoredShelves(documents, KEY);
  }
}
