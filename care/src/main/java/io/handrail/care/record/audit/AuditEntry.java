package io.handrail.care.record.audit;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One entry of a clinic's trail.
 *
 * @param seq counts from 1, without gaps
 * @param hash SHA-256, in hex, of the hash before it and of everything above
 */
public record AuditEntry(long seq, Instant at, AuditDeed deed, String hash) {

  static AuditEntry after(String before, long seq, Instant at, AuditDeed deed) {
    return new AuditEntry(seq, at, deed, hash(before, seq, at, deed));
  }

  /** Whether it is what was written after the entry of this hash. */
  boolean follows(String before) {
    return hash.equals(hash(before, seq, at, deed));
  }

  private static String hash(String before, long seq, Instant at, AuditDeed deed) {
    // One part a line, and no part can hold a line's end.
    return sha256(
        before
            + "\n"
            + seq
            + "\n"
            + at
            + "\n"
            + deed.kind().name()
            + "\n"
            + deed.by().map(StaffId::toString).orElse("-")
            + "\n"
            + deed.client().map(ClientId::toString).orElse("-")
            + "\n"
            + deed.colleague().map(StaffId::toString).orElse("-"));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
