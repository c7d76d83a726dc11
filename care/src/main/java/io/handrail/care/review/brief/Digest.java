package io.handrail.care.review.brief;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a draft still says what somebody read. */
public final class Digest {
  private Digest() {}

  /** SHA-256 of what a brief says and covers, in hex; the moment of writing is no part of it. */
  public static String of(Brief brief) {
    try {
      byte[] text = (brief.since() + "\n" + brief.parts()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
