package io.handrail.care.record.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What the installation signs receipts with: an Ed25519 pair, made once and kept sealed.
 *
 * @param secret PKCS #8 in Base64
 * @param publicKey X.509 in Base64
 */
public record SigningKey(String secret, String publicKey) {
  /** The key of the one pair there is. */
  public static final String RECEIPTS = "receipts";

  private static final String ALGORITHM = "Ed25519";

  static SigningKey fresh() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder text = Base64.getEncoder();
      return new SigningKey(
          text.encodeToString(pair.getPrivate().getEncoded()),
          text.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  String sign(String text) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret))));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
  }

  static boolean verifies(String publicKey, String text, String signature) {
    try {
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // no key, or no signature
    }
  }

  /** Never the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "SigningKey[...]";
  }
}
