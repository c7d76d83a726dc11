package io.handrail.chatbot.prompt;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds names that the program knows, as whole words, in whatever case they are written. */
final class Names {
  /** Names that are everyday words too: found only where they are written as a name. */
  private static final Set<String> ALSO_WORDS =
      Set.of(
          ("hope will may grace joy faith mark rose art bill pat sol luz paz dolores angel ray"
                  + " sunny summer april june max rob sue drew chance victor amor pilar rosa concha"
                  + " mercedes rich frank grant wade dawn eve ivy olive ruth young king brown green"
                  + " white black long small wood hill park day love best bell stone cruz flores reyes"
                  + " bravo rey leal blanco moreno delgado campos mora franco soto serrano")
              .split(" "));

  /** Never a name alone. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "la", "del", "las", "los", "el", "al", "van", "von", "der", "da", "di", "du", "le",
          "bin", "ben", "ap", "mac", "san", "mr", "mrs", "ms", "dr", "sr", "sra");

  private static final int LETTERS_MIN = 3;

  /** A name and whether its case matters. */
  private record Name(String text, boolean asWritten) {}

  private final List<Name> names;

  Names(Set<String> hide) {
    var words =
        new TreeSet<String>(
            Comparator.comparingInt(String::length).reversed().thenComparing(c -> c));
    for (String name : hide) {
      String whole = name.strip();
      if (whole.contains(" ")) words.add(whole);
      for (String word : whole.split("[\\s,.]+")) {
        if (word.length() >= LETTERS_MIN && !PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
          words.add(word);
        }
      }
    }
    this.names =
        words.stream()
            .map(w -> new Name(w, ALSO_WORDS.contains(w.toLowerCase(Locale.ROOT))))
            .toList();
  }

  /** The text with each name put through {@code mark}. */
  String replace(String text, UnaryOperator<String> mark) {
    if (names.isEmpty()) return text;
    var out = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      int end = startsWord(text, i) ? nameAt(text, i) : i;
      if (end > i) {
        out.append(mark.apply(text.substring(i, end)));
        i = end;
      } else {
        out.append(text.charAt(i++));
      }
    }
    return out.toString();
  }

  private static boolean startsWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && (at == 0
            || (!Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '['));
  }

  /** Where a name that begins here ends; the same place when none does. */
  private int nameAt(String text, int at) {
    for (Name name : names) {
      int end = at + name.text.length();
      if (end <= text.length()
          && text.regionMatches(!name.asWritten, at, name.text, 0, name.text.length())
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return end;
      }
    }
    return at;
  }
}
