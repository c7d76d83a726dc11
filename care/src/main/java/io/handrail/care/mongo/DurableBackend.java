package io.handrail.care.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "findAndModify", "drop", "create", "createIndexes");

  private final MVStore store;
  private final ReentrantReadWriteLock saving = new ReentrantReadWriteLock(true);
  private final Object oneSaver = new Object();
  private final AtomicLong done = new AtomicLong();
  private volatile long saved;

  DurableBackend(MVStore store) {
    super(store);
    this.store = store;
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    if (!WRITES.contains(message.getDocument().keySet().iterator().next())) {
      return super.handleMessage(message);
    }
    Document reply;
    long mine;
    saving.readLock().lock();
    try {
      reply = super.handleMessage(message);
    } finally {
      // Also after a fault: what it did half way is saved with the next one at the latest.
      mine = done.incrementAndGet();
      saving.readLock().unlock();
    }
    save(mine);
    return reply;
  }

  /** Returns when everything up to {@code mine} is on disk, saved by us or by who came before. */
  private void save(long mine) {
    synchronized (oneSaver) {
      if (saved >= mine) return;
      saving.writeLock().lock();
      try {
        long upTo = done.get();
        store.commit();
        saved = upTo;
      } finally {
        saving.writeLock().unlock();
      }
    }
  }

  /** Rewrites a little of what is mostly dead, so that the file stays near what it holds. */
  void tidy() {
    saving.writeLock().lock();
    try {
      if (!store.isClosed()) store.compact(TIDY_BELOW_PERCENT, TIDY_BYTES);
    } finally {
      saving.writeLock().unlock();
    }
  }

  private static final int TIDY_BELOW_PERCENT = 60;
  private static final int TIDY_BYTES = 4 << 20;
}
