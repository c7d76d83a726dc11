package io.handrail.care.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/**
 * The embedded server's storage, made durable. As it comes, it answers first and saves once a
 * second; this one answers a write only when that write is on disk.
 *
 * <p>A write touches two maps (the document and its key), so nothing may be saved while one is half
 * done: a kill right after would leave a key without a document, for ever taken and for ever empty.
 * Writes therefore share a lock that saving takes alone. Writes that arrive together are saved
 * together.
 */
final class DurableBackend extends H2Backend {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete");
  private static final Set<String> READS = Set.of("find");

  /** What a driver says to keep its connections; a cursor's number is known to who opened it. */
  private static final Set<String> TALK =
      Set.of(
          "hello",
          "isMaster",
          "ismaster",
          "ping",
          "buildInfo",
          "getMore",
          "killCursors",
          "endSessions");

  /** The database's name in the file; outside it goes by a name that is secret. */
  private static final String NAME = "handrail";

  private static final int UNAUTHORIZED = 13;
  private static final int LANES = 64;

  private static final int TIDY_BELOW_PERCENT = 60;
  private static final int TIDY_BYTES = 1 << 20;

  private final MVStore store;
  private final String secretName;
  private final ReentrantReadWriteLock saving = new ReentrantReadWriteLock(true);
  private final Object[] lanes = Stream.generate(Object::new).limit(LANES).toArray();
  private final Object oneSaver = new Object();
  private final AtomicLong done = new AtomicLong();
  private volatile long saved;

  /**
   * @param secretName what callers must call the database. The port has no password, and others may
   *     work on the same machine: who does not know the name reads, changes and lists nothing.
   */
  DurableBackend(MVStore store, String secretName) {
    super(store);
    this.store = store;
    this.secretName = secretName;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    // The store is asked for, as the constructor above us calls this before ours has run.
    return new DurableDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel caller, String name, String command, Document request) {
    if (TALK.contains(command)) return super.handleCommand(caller, name, command, request);
    if (!secretName.equals(name)) throw refused();
    if (READS.contains(command)) return super.handleCommand(caller, NAME, command, request);
    if (WRITES.contains(command)) return written(caller, command, request);
    throw refused();
  }

  /** An old form of reading, which no driver of ours uses. */
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw refused();
  }

  private static MongoServerError refused() {
    return new MongoServerError(UNAUTHORIZED, "Unauthorized", "this server is not for you");
  }

  private Document written(Channel caller, String command, Document request) {
    Document reply;
    long mine;
    saving.readLock().lock();
    try {
      reply =
          command.equals("update")
              ? compareAndSet(caller, request)
              : super.handleCommand(caller, NAME, command, request);
    } finally {
      // Also after a fault: what it did half way is saved with the next one at the latest.
      mine = done.incrementAndGet();
      saving.readLock().unlock();
    }
    save(mine);
    return reply;
  }

  /**
   * Replaces one document by key and version. Asked for both, the server as it comes reads the
   * whole collection, for it uses an index only where a question names nothing else; so the key is
   * looked up and the version compared here, while no other replacement of this document runs.
   */
  private Document compareAndSet(Channel caller, Document request) {
    if (!(request.get("updates") instanceof List<?> updates)
        || updates.size() != 1
        || !(updates.getFirst() instanceof Document update)
        || !(update.get("q") instanceof Document asked)
        || !asked.keySet().equals(Set.of("_id", "v"))) {
      throw refused();
    }
    var byKey = new Document("_id", asked.get("_id"));
    synchronized (lanes[Math.floorMod(asked.get("_id").hashCode(), LANES)]) {
      var find = new Document("find", request.get("update")).append("filter", byKey);
      boolean matches =
          super.handleCommand(caller, NAME, "find", find).get("cursor") instanceof Document found
              && found.get("firstBatch") instanceof Collection<?> batch
              && batch.stream().anyMatch(d -> asked.get("v").equals(((Document) d).get("v")));
      if (!matches) return new Document("n", 0).append("nModified", 0).append("ok", 1.0);
      update.put("q", byKey);
      return super.handleCommand(caller, NAME, "update", request);
    }
  }

  /** Returns when everything up to {@code mine} is on disk, saved by us or by who came before. */
  private void save(long mine) {
    synchronized (oneSaver) {
      if (saved < mine) saved = betweenWrites(this::commit);
    }
  }

  /**
   * Rewrites a little of what is mostly dead, so that the file stays near what it holds. Writes
   * wait meanwhile, some tens of milliseconds.
   */
  void tidy() {
    betweenWrites(() -> {
      if (store.isClosed() || !store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES)) return;
      commit(); // what was copied; the places it came from fall free some commits later
    });
  }

  /** Counts the writes so far. */
  long writes() {
    return done.get();
  }

  /** Past the operating system too: a power cut is no worse than a kill. */
  @Override
  public void commit() {
    if (!store.hasUnsavedChanges()) return; // a taken key, a lost race
    store.commit();
    store.sync();
  }

  /** Does something while no write is half done, and returns how many were done before it. */
  long betweenWrites(Runnable act) {
    saving.writeLock().lock();
    try {
      long before = done.get();
      act.run();
      return before;
    } finally {
      saving.writeLock().unlock();
    }
  }
}
