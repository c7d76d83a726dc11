package io.handrail.care.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The embedded server's database, with its maps opened in the two forms that Handrail's documents
 * have. As it comes, keys and documents are serialized Java objects, and looking a key up
 * serializes every key that it is compared with.
 */
final class DurableDatabase extends H2Database {
  private static final String SYSTEM = "system.";

  private final MVStore store;

  DurableDatabase(String name, MVStore store, CursorRegistry cursors) {
    this.store = store; // first, for the constructor above opens what is there
    super(name, store, cursors);
  }

  /** A map that is open is given again as it was opened, whatever form is asked for then. */
  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    if (ours(collection)) {
      store.openMap(
          "databases." + getFullCollectionNamespace(collection),
          new MVMap.Builder<Object, Document>().valueType(new StoredForms.Documents()));
    }
    return super.openOrCreateCollection(collection, options);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    if (ours(collection)) {
      store.openMap(
          getFullCollectionNamespace(collection) + "._index_" + index,
          new MVMap.Builder<KeyValue, Object>().keyType(new StoredForms.Keys()));
    }
    return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
  }

  private static boolean ours(String collection) {
    return !collection.startsWith(SYSTEM);
  }
}
