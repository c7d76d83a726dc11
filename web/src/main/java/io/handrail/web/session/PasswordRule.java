package io.handrail.web.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be when it is all that stands before an account: long, and not a common one.
 * There are no rules on which characters to use (OWASP ASVS 5.0.0, V6.2).
 */
public final class PasswordRule {
  public static final int CHARACTERS_MIN = 15;
  public static final int CHARACTERS_MAX = 200;
  private static final List<String> COMMON = common();

  /** Why a password will not do. The page says it kindly, under {@code password.<key>}. */
  public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    TOO_COMMON,
    LIKE_THE_NAME;

    /** The message key's last part: {@code too-short}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private PasswordRule() {}

  /**
   * @param name the sign-in name it would belong to
   * @return empty when the password will do
   */
  public static Optional<Weakness> weakness(String password, String name) {
    String normal = normal(password);
    int length = normal.codePointCount(0, normal.length());
    if (length < CHARACTERS_MIN) return Optional.of(Weakness.TOO_SHORT);
    if (length > CHARACTERS_MAX) return Optional.of(Weakness.TOO_LONG);
    String plain = normal.toLowerCase(Locale.ROOT);
    String own = name.toLowerCase(Locale.ROOT);
    if (own.length() > 2 && plain.contains(own) && leftOver(plain, List.of(own)) < 6) {
      return Optional.of(Weakness.LIKE_THE_NAME);
    }
    boolean common =
        plain.chars().distinct().count() < 5 || repeats(plain) || leftOver(plain, COMMON) < 5;
    return common ? Optional.of(Weakness.TOO_COMMON) : Optional.empty();
  }

  /** The form that is hashed, so that the same keys typed on another device give the same bytes. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }

  /** How many characters remain without the known words, digits and marks. */
  private static int leftOver(String plain, List<String> words) {
    String rest = plain;
    for (String word : words) rest = rest.replace(word, "");
    return (int) rest.chars().filter(Character::isLetter).count();
  }

  /** A short piece over and over: abcabcabcabcabc. */
  private static boolean repeats(String plain) {
    for (int size = 1; size <= plain.length() / 3; size++) {
      String piece = plain.substring(0, size);
      if (piece.repeat(plain.length() / size + 1).startsWith(plain)) return true;
    }
    return false;
  }

  private static List<String> common() {
    var in = PasswordRule.class.getResourceAsStream("common-passwords.txt");
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .sorted((a, b) -> Integer.compare(b.length(), a.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
