package io.handrail.care.mongo;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.handrail.care.StoreFault;
import io.handrail.care.StoreFault.Category;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The one key that wraps all others: 256 bits, kept apart from the store it protects. It comes from
 * {@code HANDRAIL_KEK} (base64), from the file that {@code HANDRAIL_KEK_FILE} names, or, with the
 * embedded server alone, from a file in the data folder that is made on first use.
 */
public final class KeyEncryptionKey {
  static final int BYTES = 32;
  static final String FILE_NAME = "handrail.key";
  private static final String MAKE_ONE = " (make one with: openssl rand -base64 32)";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Aead aead;

  private KeyEncryptionKey(byte[] key) {
    try {
      this.aead = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /** A key that lives as long as the process, for stores that do too. */
  public static KeyEncryptionKey fresh() {
    return new KeyEncryptionKey(Random.randBytes(BYTES));
  }

  /**
   * The key that the environment names.
   *
   * @throws StoreFault KEY_WRONG when it names none, or one that cannot be used
   */
  public static KeyEncryptionKey fromEnvironment(Map<String, String> environment) {
    if (!named(environment)) {
      throw wrong("set HANDRAIL_KEK or HANDRAIL_KEK_FILE to the store's key" + MAKE_ONE);
    }
    String text = environment.getOrDefault("HANDRAIL_KEK", "");
    if (!text.isBlank()) return parse("HANDRAIL_KEK", text);
    return read(Path.of(environment.get("HANDRAIL_KEK_FILE")));
  }

  /**
   * As {@link #fromEnvironment}; where it names none, the key file of the data folder, made now if
   * the folder holds no store yet.
   *
   * @param storeExists whether the folder holds a store; without its key that store is lost, so
   *     none is made in its place
   */
  static KeyEncryptionKey find(Map<String, String> environment, Path folder, boolean storeExists) {
    if (named(environment)) return fromEnvironment(environment);
    Path file = folder.resolve(FILE_NAME);
    if (Files.exists(file)) return read(file);
    if (storeExists) {
      throw wrong(
          "there is a store in "
              + folder
              + " but not its key: put back "
              + file
              + ", or set HANDRAIL_KEK or HANDRAIL_KEK_FILE");
    }
    return make(file);
  }

  private static boolean named(Map<String, String> environment) {
    return !environment.getOrDefault("HANDRAIL_KEK", "").isBlank()
        || !environment.getOrDefault("HANDRAIL_KEK_FILE", "").isBlank();
  }

  byte[] wrap(String id, byte[] secret) {
    try {
      return aead.encrypt(secret, bound(id));
    } catch (GeneralSecurityException e) {
      throw new StoreFault(Category.UNSTORABLE, "a data key could not be wrapped");
    }
  }

  byte[] unwrap(String id, byte[] wrapped) {
    try {
      return aead.decrypt(wrapped, bound(id));
    } catch (GeneralSecurityException e) {
      throw wrong("this key does not open this store; use the one it was made with");
    }
  }

  private static byte[] bound(String id) {
    return ("handrail key\n" + id).getBytes(StandardCharsets.UTF_8);
  }

  private static KeyEncryptionKey parse(String source, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) return new KeyEncryptionKey(key);
    } catch (IllegalArgumentException e) {
      // Not base64: said below, without the text.
    }
    throw wrong(source + " must hold 32 bytes in base64" + MAKE_ONE);
  }

  private static KeyEncryptionKey read(Path file) {
    try {
      if (posix() && othersMayRead(file)) {
        throw wrong(file + " can be read by others; do: chmod 600 " + file);
      }
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw wrong("the key file " + file + " cannot be read");
    }
  }

  private static boolean othersMayRead(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream()
        .anyMatch(p -> p != PosixFilePermission.OWNER_EXECUTE && !OWNER_ONLY.contains(p));
  }

  private static KeyEncryptionKey make(Path file) {
    byte[] key = Random.randBytes(BYTES);
    String text = Base64.getEncoder().encodeToString(key) + "\n";
    FileAttribute<?>[] ownerOnly =
        posix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    var create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, create, ownerOnly)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true); // the key must not be younger on disk than what it protects
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new StoreFault(Category.FOLDER, "the key file " + file + " cannot be written");
    }
    return new KeyEncryptionKey(key);
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static StoreFault wrong(String message) {
    return new StoreFault(Category.KEY_WRONG, message);
  }
}
