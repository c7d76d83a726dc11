package io.handrail.care.record.erasure;

import io.handrail.care.record.Ed25519;

/**
 * What the installation signs receipts with: a pair made once and kept sealed.
 *
 * @param secret PKCS #8 in Base64
 * @param publicKey X.509 in Base64
 */
public record SigningKey(String secret, String publicKey) {
  /** The key of the one pair there is. */
  public static final String RECEIPTS = "receipts";

  static SigningKey fresh() {
    Ed25519.Keys keys = Ed25519.keys();
    return new SigningKey(keys.secret(), keys.open());
  }

  /** Never the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "SigningKey[...]";
  }
}
