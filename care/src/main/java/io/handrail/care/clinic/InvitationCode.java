package io.handrail.care.clinic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The code of an invitation: twelve letters and digits, 60 bits, without those that are mistaken
 * for one another. It is shown once, to the person who invites; only its SHA-256 is stored.
 *
 * @param text twelve characters, upper case, no dashes
 */
public record InvitationCode(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  public InvitationCode {
    if (text == null || !SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not the shape of an invitation code");
    }
  }

  /**
   * @param random a cryptographically strong source
   */
  public static InvitationCode make(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new InvitationCode(text.toString());
  }

  /**
   * Reads what a person typed: case, spaces and dashes do not matter, and O is 0, I and L are 1.
   */
  public static Optional<InvitationCode> read(String typed) {
    if (typed == null || typed.length() > 64) return Optional.empty();
    String text =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return SHAPE.matcher(text).matches() ? Optional.of(new InvitationCode(text)) : Optional.empty();
  }

  /** As shown: three groups of four. */
  public String shown() {
    return text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8);
  }

  /** SHA-256 in lower-case hex: the key of {@code Shelves.invitations()}. */
  public String key() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Never the code itself, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "InvitationCode[...]";
  }
}
