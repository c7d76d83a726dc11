package io.handrail.chatbot.crisis;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An owner's word for a file: Ed25519 (RFC 8032) over its bytes, keys and seals in Base64. */
final class Seal {
  private static final String KIND = "Ed25519";

  private Seal() {}

  /** A key of an owner's own: the first half is kept secret, the second is given to the service. */
  record Keys(String secret, String open) {}

  static Keys keys() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
      return new Keys(text(pair.getPrivate().getEncoded()), text(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + KIND, e);
    }
  }

  /**
   * @throws IllegalArgumentException when the key is none
   */
  static String of(byte[] file, String secret) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(KIND).generatePrivate(new PKCS8EncodedKeySpec(bytes(secret)));
      Signature signing = Signature.getInstance(KIND);
      signing.initSign(key);
      signing.update(file);
      return text(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("that is not a secret key for signing tables", e);
    }
  }

  /** False for whatever is not this owner's word for exactly these bytes. */
  static boolean holds(byte[] file, String seal, String open) {
    try {
      PublicKey key =
          KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(bytes(open)));
      Signature checking = Signature.getInstance(KIND);
      checking.initVerify(key);
      checking.update(file);
      return checking.verify(bytes(seal));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.strip());
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
