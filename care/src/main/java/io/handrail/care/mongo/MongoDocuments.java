package io.handrail.care.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.types.Binary;

/**
 * Documents in MongoDB, or in the embedded server, which speaks the same wire protocol. Writes wait
 * for a majority and its journals; the embedded server commits before it answers, whatever is asked
 * of it. A document is {@code {_id, v, b}}: its key, its version, its sealed body.
 */
final class MongoDocuments implements Documents {
  private static final int WAIT_FOR_SERVER_MS = 5_000;
  private static final int WAIT_FOR_REPLY_MS = 10_000;
  private static final int CONNECTIONS_MAX = 64;

  private final MongoClient client;
  private final MongoDatabase database;

  MongoDocuments(String uri) {
    this(uri, Optional.ofNullable(new ConnectionString(uri).getDatabase()).orElse("handrail"));
  }

  MongoDocuments(String uri, String name) {
    this.client = MongoClients.create(settings(new ConnectionString(uri)));
    this.database = client.getDatabase(name);
  }

  private static MongoClientSettings settings(ConnectionString address) {
    return MongoClientSettings.builder()
        .applyConnectionString(address)
        .applicationName("handrail")
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .applyToClusterSettings(
            c -> c.serverSelectionTimeout(WAIT_FOR_SERVER_MS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(s ->
            s.connectTimeout(WAIT_FOR_SERVER_MS, TimeUnit.MILLISECONDS)
                .readTimeout(WAIT_FOR_REPLY_MS, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(
            p -> p.maxSize(CONNECTIONS_MAX).maxWaitTime(WAIT_FOR_SERVER_MS, TimeUnit.MILLISECONDS))
        .build();
  }

  private MongoCollection<org.bson.Document> in(String collection) {
    return database.getCollection(collection);
  }

  @Override
  public Optional<Document> get(String collection, String id) {
    try {
      return Optional.ofNullable(in(collection).find(Filters.eq(id)).first())
          .map(MongoDocuments::read);
    } catch (MongoException e) {
      throw unreachable(e);
    }
  }

  @Override
  public Map<String, Document> get(String collection, Collection<String> ids) {
    if (ids.size() > KEYS_MAX) throw new IllegalArgumentException("too many keys in one read");
    var found = new LinkedHashMap<String, Document>();
    if (ids.isEmpty()) return found;
    try {
      // One batch: a second one would be a second round trip.
      for (var stored : in(collection).find(Filters.in("_id", ids)).batchSize(KEYS_MAX + 1)) {
        Document document = read(stored);
        found.put(document.id(), document);
      }
      return found;
    } catch (MongoException e) {
      throw unreachable(e);
    }
  }

  @Override
  public boolean insert(String collection, Document document) {
    try {
      in(collection).insertOne(written(document));
      return true;
    } catch (DuplicateKeyException e) {
      return settled(collection, document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return settled(collection, document);
      }
      throw unreachable(e);
    } catch (MongoException e) {
      if (settled(collection, document)) return true;
      throw uncertain(e);
    }
  }

  @Override
  public boolean replace(String collection, Document next, long expected) {
    try {
      // Spelled out, for the embedded server knows compare-and-set by this very form.
      var before = new org.bson.Document("_id", next.id()).append("v", expected);
      var result = in(collection).replaceOne(before, written(next));
      return result.getMatchedCount() == 1 || settled(collection, next);
    } catch (MongoException e) {
      if (settled(collection, next)) return true;
      throw uncertain(e);
    }
  }

  /**
   * Whether a write whose answer was lost (by us, or by the driver before it tried again) was ours
   * and took place: sealing is never the same twice, so an equal body can only be the one we sent.
   */
  private boolean settled(String collection, Document sent) {
    if (sent.body().length == 0) return false;
    return get(collection, sent.id())
        .filter(d -> d.version() == sent.version() && Arrays.equals(d.body(), sent.body()))
        .isPresent();
  }

  @Override
  public void delete(String collection, String id) {
    try {
      in(collection).deleteOne(Filters.eq(id));
    } catch (MongoException e) {
      throw uncertain(e);
    }
  }

  @Override
  public void forEach(String collection, Consumer<Document> each) {
    try {
      in(collection).find().forEach(d -> each.accept(read(d)));
    } catch (MongoException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static org.bson.Document written(Document document) {
    return new org.bson.Document("_id", document.id())
        .append("v", document.version())
        .append("b", new Binary(document.body()));
  }

  private static Document read(org.bson.Document stored) {
    return new Document(
        stored.getString("_id"), stored.getLong("v"), stored.get("b", Binary.class).getData());
  }

  private static StoreFault unreachable(MongoException e) {
    return new StoreFault(
        Category.UNREACHABLE, "the database does not answer: " + e.getClass().getSimpleName());
  }

  private static StoreFault uncertain(MongoException e) {
    return new StoreFault(
        Category.UNCERTAIN,
        "the database stopped answering during a write: " + e.getClass().getSimpleName());
  }
}
