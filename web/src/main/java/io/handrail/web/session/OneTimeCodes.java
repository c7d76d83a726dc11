package io.handrail.web.session;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes of an authenticator app (RFC 6238): six digits, SHA-1, thirty seconds, which is what every
 * such app can do.
 */
final class OneTimeCodes {
  static final int STEP_SECONDS = 30;
  static final int SECRET_BYTES = 20;
  private static final int DIGITS = 6;

  /** A telephone's clock may be this many steps off, either way. */
  private static final int DRIFT_STEPS = 1;

  private OneTimeCodes() {}

  static String base32(byte[] secret) {
    return Base32.toBase32String(secret);
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), (long) STEP_SECONDS);
  }

  static String code(String secret, long step) {
    return code(Base32.decode(secret), step, DIGITS);
  }

  static String code(byte[] secret, long step, int digits) {
    try {
      return new HmacOneTimePasswordGenerator(digits)
          .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a secret of " + secret.length + " bytes is a key", e);
    }
  }

  /**
   * The time step of a typed code, when it is right now and no step after it was used.
   *
   * @param typed six digits; spaces do not matter
   * @param lastStep the latest step that was used
   */
  static OptionalLong matching(String secret, String typed, Instant now, long lastStep) {
    String digits = typed.replaceAll("\\s", "");
    if (!digits.matches("[0-9]{" + DIGITS + "}")) return OptionalLong.empty();
    byte[] given = digits.getBytes(StandardCharsets.US_ASCII);
    long at = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = at - DRIFT_STEPS; step <= at + DRIFT_STEPS; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.US_ASCII);
      boolean same = MessageDigest.isEqual(right, given); // every step, whichever was right
      if (same && step > lastStep) found = OptionalLong.of(step);
    }
    return found;
  }

  /** What the QR code of an enrolment holds. */
  static String address(String product, String account, String secret) {
    String issuer = encoded(product);
    return "otpauth://totp/"
        + issuer
        + ":"
        + encoded(account)
        + "?secret="
        + secret
        + "&issuer="
        + issuer
        + "&algorithm=SHA1&digits="
        + DIGITS
        + "&period="
        + STEP_SECONDS;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
