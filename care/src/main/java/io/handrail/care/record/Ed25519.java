package io.handrail.care.record;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Signatures (RFC 8032) over bytes: keys and signatures as Base64 text, blanks around it ignored.
 */
public final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";

  private Ed25519() {}

  /**
   * @param secret PKCS #8, for whoever signs
   * @param open X.509, for whoever checks
   */
  public record Keys(String secret, String open) {
    /** Never the secret, so that it cannot slip into a log. */
    @Override
    public String toString() {
      return "Keys[...]";
    }
  }

  /** A new pair. */
  public static Keys keys() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new Keys(text(pair.getPrivate().getEncoded()), text(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * @throws IllegalArgumentException when the key is none
   */
  public static String sign(byte[] what, String secret) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(bytes(secret))));
      signature.update(what);
      return text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("that is not a secret key for signing", e);
    }
  }

  /** False for whatever is not the word of this key's owner for exactly these bytes. */
  public static boolean verifies(byte[] what, String signature, String open) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(open))));
      check.update(what);
      return check.verify(bytes(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // no key, or no signature
    }
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.strip());
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
