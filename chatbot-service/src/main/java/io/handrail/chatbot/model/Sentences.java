package io.handrail.chatbot.model;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts text into sentences as it comes, letter by letter. A sentence is handed on when its end is
 * sure: its mark, a space, and then something that does not go on in lower case. Where the end is
 * in doubt two sentences stay together; none is ever cut in two.
 */
final class Sentences {
  private static final String CLOSERS = "\"'”’»)]*_";
  private static final String ENDS = ".!?…";
  private static final String WIDE_ENDS = "。！？";

  /** English and Spanish words that end in a full stop and do not end a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "dr", "dra", "mr", "mrs", "ms", "prof", "st", "sr", "sra", "srta", "sres", "vs", "e.g",
          "i.e", "p.ej", "ej", "ud", "uds", "vd", "vds", "approx", "aprox", "fig", "cf", "núm",
          "pág", "tel", "jan", "feb", "aug", "sept", "oct", "nov", "dec");

  private final Consumer<String> out;
  private final StringBuilder held = new StringBuilder();
  private boolean mayEnd;
  private boolean surelyEnds;

  Sentences(Consumer<String> out) {
    this.out = out;
  }

  void add(char c) {
    if (c == '\n' || c == '\r') {
      hand();
      return;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      if (held.isEmpty()) return;
      if (!mayEnd) mayEnd = endsHere();
      held.append(' ');
      return;
    }
    if (mayEnd || surelyEnds) {
      boolean more = ENDS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0 || WIDE_ENDS.indexOf(c) >= 0;
      if (mayEnd ? !Character.isLowerCase(c) : !more) hand();
      mayEnd = false;
      if (!more) surelyEnds = false;
    }
    held.append(c);
    if (WIDE_ENDS.indexOf(c) >= 0) surelyEnds = true;
  }

  /** The text is over: what is held is its last sentence. */
  void end() {
    hand();
  }

  private void hand() {
    String sentence = held.toString().strip();
    held.setLength(0);
    mayEnd = false;
    surelyEnds = false;
    if (!sentence.isEmpty()) out.accept(wellFormed(sentence));
  }

  /** Whether what is held ends with a mark that can end a sentence. */
  private boolean endsHere() {
    int last = held.length() - 1;
    while (last >= 0 && CLOSERS.indexOf(held.charAt(last)) >= 0) last--;
    if (last < 0 || ENDS.indexOf(held.charAt(last)) < 0) return false;
    if (held.charAt(last) != '.') return true;
    if (last > 0 && held.charAt(last - 1) == '.') return true;
    return !abbreviated(last);
  }

  private boolean abbreviated(int stop) {
    int from = stop;
    while (from > 0 && !Character.isWhitespace(held.charAt(from - 1))) from--;
    String word = held.substring(from, stop).replaceFirst("^[(\\[\"'“‘«¿¡]+", "");
    if (word.isEmpty()) return false;
    boolean first = held.substring(0, from).isBlank();
    if (first && word.chars().allMatch(Character::isDigit)) return true;
    if (word.length() == 1) return Character.isLetter(word.charAt(0)) && !word.equals("I");
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Half of a surrogate pair cannot be stored or sent. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) continue;
      var out = new StringBuilder();
      text.codePoints().forEach(p -> out.appendCodePoint(p >= 0xD800 && p <= 0xDFFF ? 0xFFFD : p));
      return out.toString();
    }
    return text;
  }
}
