package io.handrail.web.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that sign sessions. The first signs; the others, older ones, are still believed until
 * they are taken away, so that a key can be changed without signing anybody out.
 */
public final class SessionKeys {
  private static final int BYTES_MIN = 32;

  record Key(String id, byte[] secret) {}

  private final Map<String, Key> byId = new LinkedHashMap<>();

  private SessionKeys(List<String> secrets) {
    for (String secret : secrets) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      if (bytes.length < BYTES_MIN) {
        throw new IllegalArgumentException("a session secret is at least 32 characters long");
      }
      String id = HexFormat.of().formatHex(sha256(bytes), 0, 4);
      byId.put(id, new Key(id, bytes));
    }
  }

  /** Secrets as given, comma between them, the signing one first. */
  public static SessionKeys of(String secrets) {
    return new SessionKeys(List.of(secrets.strip().split("\\s*[,\\n]\\s*")));
  }

  /**
   * Reads the file, one secret a line; makes it, for its owner's eyes alone, when it is missing.
   */
  public static synchronized SessionKeys kept(Path file) throws IOException {
    if (Files.notExists(file)) {
      byte[] random = new byte[48];
      new SecureRandom().nextBytes(random);
      Files.createDirectories(file.getParent());
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
      Files.writeString(
          file,
          Base64.getUrlEncoder().encodeToString(random) + "\n",
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
    }
    return of(Files.readString(file));
  }

  Key signing() {
    return byId.values().iterator().next();
  }

  /** Null when no such key is believed. */
  Key named(String id) {
    return byId.get(id);
  }

  /** A value that only a holder of the signing key could have made of {@code text}. */
  byte[] derive(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signing().secret(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
