package io.handrail.care.mongo;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is asked of a database: single documents by their key. Every write is durable when the
 * call returns; a taken key and a lost race are answers, not faults.
 */
interface Documents extends AutoCloseable {
  /** The most keys in one read by keys; more is more than one round trip. */
  int KEYS_MAX = 50;

  /**
   * A sealed value.
   *
   * @param version 1 or more; every change raises it
   * @param body ciphertext, or empty where the version says it all
   */
  record Document(String id, long version, byte[] body) {}

  Optional<Document> get(String collection, String id);

  /** The documents that exist among {@code ids}, at most {@link #KEYS_MAX}, by id. */
  Map<String, Document> get(String collection, Collection<String> ids);

  /** False, and nothing stored, when the id is taken. */
  boolean insert(String collection, Document document);

  /** False, and nothing stored, unless the stored version is {@code expected}. */
  boolean replace(String collection, Document next, long expected);

  /** Nothing happens when there is none. */
  void delete(String collection, String id);

  /**
   * Reads a whole collection. For recovery on start and for export only: it costs what it holds.
   */
  void forEach(String collection, Consumer<Document> each);

  @Override
  void close();
}
