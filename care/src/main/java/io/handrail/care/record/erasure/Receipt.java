package io.handrail.care.record.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.handrail.care.record.Ed25519;
import java.time.Instant;

/**
 * What was done, signed. Whoever holds it can have it checked for as long as the installation has
 * its signing key; it tells nothing of the person but how much there was.
 *
 * @param number the client's id within the clinic
 * @param clinic its id
 * @param askedBy id of a member of staff, or {@code the client}
 * @param askedAt when
 * @param confirmedBy id of the member of staff
 * @param erasedAt when the key was destroyed and everything under it
 * @param key the public key, X.509 in Base64
 * @param signature Ed25519 over {@link #text()}, in Base64
 */
public record Receipt(
    String number,
    String clinic,
    String askedBy,
    Instant askedAt,
    String confirmedBy,
    Instant confirmedAt,
    Instant erasedAt,
    Counts counts,
    String key,
    String signature) {

  /** What is signed: one part a line, in this order. */
  public String text() {
    return String.join(
        "\n",
        "handrail erasure receipt 1",
        number,
        clinic,
        askedBy,
        askedAt.toString(),
        confirmedBy,
        confirmedAt.toString(),
        erasedAt.toString(),
        counts.toString(),
        key);
  }

  Receipt signed(SigningKey by) {
    var unsigned = with(by.publicKey(), "");
    return with(by.publicKey(), Ed25519.sign(unsigned.text().getBytes(UTF_8), by.secret()));
  }

  private Receipt with(String key, String signature) {
    return new Receipt(
        number,
        clinic,
        askedBy,
        askedAt,
        confirmedBy,
        confirmedAt,
        erasedAt,
        counts,
        key,
        signature);
  }

  /** True when nothing of it was altered, and it was signed by the key that it names. */
  public boolean holds() {
    return Ed25519.verifies(text().getBytes(UTF_8), signature, key);
  }
}
