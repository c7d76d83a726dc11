package io.handrail.care.mongo;

import com.google.crypto.tink.subtle.Random;
import de.bwaldvogel.mongo.MongoServer;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of an installation that has no other: MongoDB's wire protocol on a loopback port of
 * its own, one file in the data folder, every acknowledged write in that file. For trying Handrail
 * and for small pilots; it is one process on one machine.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  static final String FILE_NAME = "handrail.mv";
  private static final String LOCK_NAME = "handrail.lock";

  /** Of what stands in the file ({@link StoredForms}); another number is another form. */
  private static final int FORM = 2;

  private static final long COMPACT_ABOVE_BYTES = 64L << 20;
  private static final int COMPACT_BELOW_PERCENT = 40;
  private static final int WORKERS = 8;
  private static final int RETENTION_MS = 2_000;
  private static final int TIDY_PAUSE_MS = 250;

  /** Pauses after which a pass is made although others write. */
  private static final int TIDY_PATIENCE = 8;

  private final FileChannel lockFile;
  final DurableBackend backend;
  private final MongoServer server;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread tidying;
  private final KeyEncryptionKey key;
  private final String uri;

  private EmbeddedServer(FileChannel lockFile, MVStore store, KeyEncryptionKey key) {
    this.lockFile = lockFile;
    this.key = key;
    String name = "handrail-" + HexFormat.of().formatHex(Random.randBytes(16));
    this.backend = new DurableBackend(store, name);
    this.server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
    InetSocketAddress at = server.getLocalAddress();
    this.uri = "mongodb://" + at.getHostString() + ":" + at.getPort() + "/" + name;
    this.tidying = Thread.ofPlatform().daemon().name("store-tidying").start(this::keepTidy);
  }

  /** Passes are made when nobody writes, and now and then when somebody always does. */
  private void keepTidy() {
    long seen = -1;
    int waited = 0;
    try {
      // Woken by a latch, never by an interrupt: that would close the file under a write.
      while (!closing.await(TIDY_PAUSE_MS, TimeUnit.MILLISECONDS)) {
        long writes = backend.writes();
        boolean quiet = writes == seen;
        seen = writes;
        if (quiet || ++waited >= TIDY_PATIENCE) {
          backend.tidy();
          waited = 0;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MVStoreException e) {
      LOG.error("the store cannot be tidied, error {}", e.getErrorCode());
    }
  }

  /**
   * Starts the server on the store in this folder, making both when they are new.
   *
   * @param environment may name the key-encryption key; else the folder's key file is used
   * @throws StoreFault FOLDER when the folder is in use or cannot be written; KEY_WRONG when it
   *     holds a store whose key is missing or malformed
   */
  public static EmbeddedServer start(Path folder, Map<String, String> environment) {
    Path file = folder.toAbsolutePath().resolve(FILE_NAME);
    FileChannel lockFile = lock(folder);
    try {
      var key = KeyEncryptionKey.find(environment, folder, Files.exists(file));
      return new EmbeddedServer(lockFile, open(file), key);
    } catch (RuntimeException e) {
      closeQuietly(lockFile);
      throw e;
    }
  }

  /**
   * Where to reach it, for as long as it runs. It holds a name that stands in for a password and is
   * new at each start, so it belongs in no log.
   */
  public String uri() {
    return uri;
  }

  /** The key that its store was made with. */
  public KeyEncryptionKey key() {
    return key;
  }

  /** Stops taking connections, saves, and lets the folder go. */
  @Override
  public void close() {
    closing.countDown();
    try {
      tidying.join(); // it holds the store for milliseconds
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
    closeQuietly(lockFile);
  }

  private static FileChannel lock(Path folder) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(LOCK_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held != null) return channel;
      closeQuietly(channel);
      throw inUse(folder);
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
      throw inUse(folder);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new StoreFault(
          Category.FOLDER, "the data folder " + folder + " cannot be written; choose another");
    }
  }

  private static StoreFault inUse(Path folder) {
    return new StoreFault(
        Category.FOLDER,
        "the data folder " + folder + " is in use by another Handrail; stop that one first");
  }

  private static MVStore open(Path file) {
    try {
      MVStoreTool.compactCleanUp(file.toString()); // a compaction may have been cut short
      MVStore store = opened(file);
      if (!worthCompacting(store.getFileStore(), COMPACT_ABOVE_BYTES)) return store;
      store.closeImmediately();
      return compacted(file);
    } catch (MVStoreException e) {
      throw new StoreFault(
          Category.FOLDER,
          "the store " + file + " cannot be opened (error " + e.getErrorCode() + ")");
    }
  }

  static boolean worthCompacting(FileStore<?> file, long aboveBytes) {
    long livePercent = (long) file.getFillRate() * file.getChunksFillRate() / 100;
    return file.size() > aboveBytes && livePercent < COMPACT_BELOW_PERCENT;
  }

  /** Writes a new file and puts it in the place of the old one, which is whole until then. */
  static MVStore compacted(Path file) {
    MVStoreTool.compact(file.toString(), false);
    return opened(file);
  }

  static MVStore opened(Path file) {
    // Saving and tidying are ours alone: a save at the wrong moment would keep half a write.
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setVersionsToKeep(0);
    store.setRetentionTime(RETENTION_MS);
    if (store.getMapNames().isEmpty()) store.setStoreVersion(FORM);
    if (store.getStoreVersion() == FORM) return store;
    store.closeImmediately();
    throw new StoreFault(
        Category.FOLDER,
        "the store "
            + file
            + " is in a form that this version does not read; choose another folder");
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel == null) return;
    try {
      channel.close();
    } catch (IOException e) {
      // The process is going, and the lock goes with it.
    }
  }
}
