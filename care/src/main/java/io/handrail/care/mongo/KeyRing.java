package io.handrail.care.mongo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.subtle.Random;
import io.handrail.care.StoreFault;
import io.handrail.care.mongo.Documents.Document;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key per owner, kept wrapped by the key-encryption key in a collection of its own.
 * Forgetting a client's key leaves a gravestone, so that a late write cannot quietly make a new
 * one. Unwrapped keys are remembered for a bounded number of owners and a bounded time, so that a
 * key forgotten by one process is soon forgotten by all.
 */
final class KeyRing {
  static final String COLLECTION = "keys";
  private static final String LOOK_UP = "look-up";
  private static final int REMEMBERED_MAX = 4096;
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(60).toNanos();
  private static final byte[] FORGOTTEN = {};

  private record Remembered(Aead key, long since) {
    boolean fresh() {
      return System.nanoTime() - since < REMEMBERED_NANOS;
    }
  }

  private final Documents documents;
  private final KeyEncryptionKey wrapping;
  private final PrfHmacJce lookUp;
  private final Recent<Owner, Remembered> remembered = new Recent<>(REMEMBERED_MAX);

  /**
   * Opens the ring of a store, making its first keys when the store is new.
   *
   * @throws StoreFault KEY_WRONG when {@code wrapping} is not what this store was made with
   */
  KeyRing(Documents documents, KeyEncryptionKey wrapping) {
    this.documents = documents;
    this.wrapping = wrapping;
    byte[] secret = stored(LOOK_UP).orElseGet(() -> made(LOOK_UP));
    try {
      this.lookUp = new PrfHmacJce("HMACSHA256", new SecretKeySpec(secret, "HMAC"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  /** Stands for a look-up text, such as a sign-in name, that must not be readable in the store. */
  String hidden(String kind, String text) {
    try {
      byte[] tag = lookUp.compute((kind + "\n" + text).getBytes(StandardCharsets.UTF_8), 32);
      return HexFormat.of().formatHex(tag);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 cannot fail", e);
    }
  }

  /** The owner's key, made now if this is the owner's first document. */
  Aead toSeal(Owner owner) {
    return recall(owner)
        .orElseGet(() -> remember(owner, stored(owner.path()).orElseGet(() -> made(owner.path()))));
  }

  /**
   * The owner's key.
   *
   * @throws StoreFault KEY_GONE when there is none, or no longer
   */
  Aead toOpen(Owner owner) {
    return recall(owner)
        .orElseGet(() -> remember(owner, stored(owner.path()).orElseThrow(KeyRing::gone)));
  }

  /** Brings the keys of many owners to mind in few reads. */
  void prepare(Collection<Owner> owners) {
    List<String> unknown =
        owners.stream().distinct().filter(o -> recall(o).isEmpty()).map(Owner::path).toList();
    for (int from = 0; from < unknown.size(); from += Documents.KEYS_MAX) {
      var batch = unknown.subList(from, Math.min(unknown.size(), from + Documents.KEYS_MAX));
      documents.get(COLLECTION, batch).values().stream()
          .filter(wrapped -> wrapped.body().length > 0)
          .forEach(wrapped -> remember(new Owner(wrapped.id()), unwrapped(wrapped)));
    }
  }

  /** From now on nothing that was sealed for this owner can be read, or written, by anyone. */
  void forget(Owner owner) {
    Optional<Document> now = documents.get(COLLECTION, owner.path());
    boolean done =
        now.map(d ->
                d.body().length == 0
                    || documents.replace(
                        COLLECTION, new Document(d.id(), d.version() + 1, FORGOTTEN), d.version()))
            .orElseGet(
                () -> documents.insert(COLLECTION, new Document(owner.path(), 1, FORGOTTEN)));
    if (!done) forget(owner); // a key was made or forgotten in this very moment; at most twice
    remembered.remove(owner);
  }

  /** True when the owner had a key, and it was destroyed. */
  boolean forgotten(Owner owner) {
    return documents.get(COLLECTION, owner.path()).filter(d -> d.body().length == 0).isPresent();
  }

  private Optional<Aead> recall(Owner owner) {
    return remembered.get(owner).filter(Remembered::fresh).map(Remembered::key);
  }

  private Aead remember(Owner owner, byte[] secret) {
    try {
      Aead key = new AesGcmJce(secret);
      remembered.put(owner, new Remembered(key, System.nanoTime()));
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  private Optional<byte[]> stored(String id) {
    return documents.get(COLLECTION, id).map(this::unwrapped);
  }

  private byte[] unwrapped(Document wrapped) {
    if (wrapped.body().length == 0) throw gone();
    return wrapping.unwrap(wrapped.id(), wrapped.body());
  }

  private byte[] made(String id) {
    byte[] secret = Random.randBytes(KeyEncryptionKey.BYTES);
    boolean first = documents.insert(COLLECTION, new Document(id, 1, wrapping.wrap(id, secret)));
    return first ? secret : stored(id).orElseThrow(KeyRing::gone);
  }

  private static StoreFault gone() {
    return new StoreFault(
        StoreFault.Category.KEY_GONE, "the key of this document is gone; it cannot be read");
  }
}
