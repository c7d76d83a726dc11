package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.mongo.EmbeddedServer;
import io.handrail.care.mongo.KeyEncryptionKey;
import io.handrail.care.mongo.StoredShelves;
import java.util.Map;

/** The store of one start: the embedded server in the data folder, or the one that was named. */
final class Store implements AutoCloseable {
  private final StoredShelves shelves;
  private final EmbeddedServer embedded;

  private Store(StoredShelves shelves, EmbeddedServer embedded) {
    this.shelves = shelves;
    this.embedded = embedded;
  }

  /**
   * @throws StoreFault saying plainly what is in the way
   */
  static Store open(Settings settings, Map<String, String> environment) {
    if (settings.mongodb().isPresent()) {
      KeyEncryptionKey key = KeyEncryptionKey.fromEnvironment(environment);
      return new Store(StoredShelves.connect(settings.mongodb().get(), key), null);
    }
    EmbeddedServer server = EmbeddedServer.start(settings.data(), environment);
    try {
      return new Store(StoredShelves.in(server), server);
    } catch (StoreFault e) {
      server.close();
      throw e;
    }
  }

  Shelves shelves() {
    return shelves;
  }

  @Override
  public void close() {
    shelves.close();
    if (embedded != null) embedded.close();
  }
}
