package io.handrail.care.mongo;

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
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/**
 * The database of an installation that has no other: MongoDB's wire protocol on a loopback port of
 * its own, one file in the data folder, every acknowledged write in that file. For trying Handrail
 * and for small pilots; it is one process on one machine.
 */
public final class EmbeddedServer implements AutoCloseable {
  static final String FILE_NAME = "handrail.mv";
  private static final String LOCK_NAME = "handrail.lock";
  private static final long COMPACT_ABOVE_BYTES = 64L << 20;
  private static final int WORKERS = 8;
  private static final int RETENTION_MS = 2_000;
  private static final int TIDY_EVERY_MS = 1_000;

  private final FileChannel lockFile;
  private final DurableBackend backend;
  private final MongoServer server;
  private final ScheduledExecutorService tidying;
  private final KeyEncryptionKey key;
  private final String uri;

  private EmbeddedServer(FileChannel lockFile, MVStore store, KeyEncryptionKey key) {
    this.lockFile = lockFile;
    this.key = key;
    this.backend = new DurableBackend(store);
    this.server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
    InetSocketAddress at = server.getLocalAddress();
    this.uri = "mongodb://" + at.getHostString() + ":" + at.getPort() + "/handrail";
    this.tidying =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-tidying").factory());
    tidying.scheduleWithFixedDelay(
        backend::tidy, TIDY_EVERY_MS, TIDY_EVERY_MS, TimeUnit.MILLISECONDS);
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

  /** Where to reach it, for as long as it runs. */
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
    tidying.shutdown();
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
      if (Files.exists(file) && Files.size(file) > COMPACT_ABOVE_BYTES) {
        MVStoreTool.compact(file.toString(), false);
      }
      // Saving and tidying are ours alone: a save at the wrong moment would keep half a write.
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .autoCommitBufferSize(0)
              .open();
      store.setVersionsToKeep(0);
      store.setRetentionTime(RETENTION_MS);
      return store;
    } catch (IOException | MVStoreException e) {
      throw new StoreFault(
          Category.FOLDER,
          "the store " + file + " cannot be opened: " + e.getClass().getSimpleName());
    }
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
