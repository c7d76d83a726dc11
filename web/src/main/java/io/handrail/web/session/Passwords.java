package io.handrail.web.session;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in its encoded form, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}: 19 MiB, two
 * passes, one lane (OWASP ASVS 5.0.0, appendix C). At most two hashes run at once, so that a flood
 * of sign-ins cannot take the memory of the rest.
 */
@Singleton
public class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final long WAIT_SECONDS = 10;
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private final Semaphore room = new Semaphore(2, true);
  private final SecureRandom random = new SecureRandom();
  private volatile String nobodys;

  /** Too many passwords are being checked at once. */
  static final class Crowded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crowded() {
      super("too many passwords at once", null, false, false);
    }
  }

  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Encoded(MEMORY_KIB, PASSES, LANES, salt, null).hashed(this, password).text();
  }

  public boolean matches(String password, String encoded) {
    Encoded known = Encoded.parse(encoded);
    return MessageDigest.isEqual(known.hashed(this, password).hash, known.hash);
  }

  /** Spends what a real check would, for a name that nobody has. */
  void pretend(String password) {
    if (nobodys == null) nobodys = hash("nobody has this password");
    matches(password, nobodys);
  }

  /** Made with lesser parameters than today's. */
  boolean isOld(String encoded) {
    Encoded known = Encoded.parse(encoded);
    return known.memoryKib < MEMORY_KIB || known.passes < PASSES;
  }

  private record Encoded(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {

    static Encoded parse(String text) {
      String[] parts = text.split("\\$");
      if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
        throw new IllegalArgumentException("not an Argon2id hash");
      }
      String[] cost = parts[3].split(",");
      return new Encoded(
          Integer.parseInt(cost[0].substring(2)),
          Integer.parseInt(cost[1].substring(2)),
          Integer.parseInt(cost[2].substring(2)),
          Base64.getDecoder().decode(parts[4]),
          Base64.getDecoder().decode(parts[5]));
    }

    Encoded hashed(Passwords passwords, String password) {
      var parameters =
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memoryKib)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build();
      byte[] out = new byte[hash == null ? HASH_BYTES : hash.length];
      byte[] plain = PasswordRule.normal(password).getBytes(StandardCharsets.UTF_8);
      passwords.enter();
      try {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        generator.generateBytes(plain, out);
      } finally {
        passwords.room.release();
      }
      return new Encoded(memoryKib, passes, lanes, salt, out);
    }

    String text() {
      return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
          .formatted(
              memoryKib, passes, lanes, ENCODER.encodeToString(salt), ENCODER.encodeToString(hash));
    }
  }

  private void enter() {
    try {
      if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) throw new Crowded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Crowded();
    }
  }
}
