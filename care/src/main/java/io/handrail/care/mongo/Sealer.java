package io.handrail.care.mongo;

import com.google.crypto.tink.Aead;
import io.handrail.care.StoreFault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals and opens the bodies of documents: AES-256-GCM under the owner's data key. A ciphertext is
 * bound to its owner (clinic and client), kind, id and version, so one that was moved, swapped or
 * given another version does not open.
 */
final class Sealer {
  private static final byte FORM = 1;

  private final KeyRing keys;

  Sealer(KeyRing keys) {
    this.keys = keys;
  }

  byte[] seal(Owner owner, String kind, String id, long version, byte[] plain) {
    Aead key = keys.toSeal(owner);
    try {
      byte[] sealed = key.encrypt(plain, bound(owner, kind, id, version));
      byte[] body = new byte[sealed.length + 1];
      body[0] = FORM;
      System.arraycopy(sealed, 0, body, 1, sealed.length);
      return body;
    } catch (GeneralSecurityException e) {
      throw new StoreFault(StoreFault.Category.UNSTORABLE, "a " + kind + " could not be sealed");
    }
  }

  /**
   * Returns when what is the owner's may be read at all.
   *
   * @throws StoreFault KEY_GONE when the key was forgotten
   */
  void mayOpen(Owner owner) {
    keys.toOpen(owner);
  }

  byte[] open(Owner owner, String kind, Documents.Document document) {
    byte[] body = document.body();
    if (body.length == 0 || body[0] != FORM) {
      throw new StoreFault(StoreFault.Category.UNREADABLE, kind + ": unknown form of sealing");
    }
    Aead key = keys.toOpen(owner);
    byte[] sealed = new byte[body.length - 1];
    System.arraycopy(body, 1, sealed, 0, sealed.length);
    try {
      return key.decrypt(sealed, bound(owner, kind, document.id(), document.version()));
    } catch (GeneralSecurityException e) {
      throw new StoreFault(
          StoreFault.Category.UNREADABLE,
          kind + ": a document does not open; it was damaged, moved or sealed with another key");
    }
  }

  /** The id comes last because it alone may hold any character. */
  private static byte[] bound(Owner owner, String kind, String id, long version) {
    String text = "handrail\n" + kind + "\n" + owner.path() + "\n" + version + "\n" + id;
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
