package io.handrail.chatbot.words;

import java.util.Set;
import java.util.function.Predicate;

/** Digits and signs that stand for letters, and stars that hide them. */
final class Leet {
  private static final String SIGNS = "0134578@$!|€£+";
  private static final String LETTERS = "oieastbasiilet";
  private static final int HIDDEN_MAX = 3;

  private Leet() {}

  /** The word with signs read as letters; a reading that is known wins. */
  static String undo(String word, Predicate<String> known, Set<String> vital) {
    if (!disguised(word)) return word;
    StringBuilder plain = new StringBuilder(word.length());
    StringBuilder other = new StringBuilder(word.length());
    int hidden = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int sign = SIGNS.indexOf(c);
      boolean star = c == '*' || c == '#' || c == '_';
      if (star) hidden++;
      plain.append(star ? '*' : sign < 0 ? c : LETTERS.charAt(sign));
      other.append(star ? '*' : c == '1' || c == '!' ? 'l' : sign < 0 ? c : LETTERS.charAt(sign));
    }
    if (hidden > 0) return uncover(plain.toString(), hidden, vital);
    String first = plain.toString();
    if (known.test(first)) return first;
    String second = other.toString();
    return known.test(second) ? second : first;
  }

  private static boolean disguised(String word) {
    boolean letter = false;
    boolean sign = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetter(c)) letter = true;
      else sign = true;
    }
    return letter && sign;
  }

  /** The first word that matters, in order of the alphabet, which the stars may hide. */
  private static String uncover(String word, int hidden, Set<String> vital) {
    String without = word.replace("*", "");
    if (hidden > HIDDEN_MAX || without.length() < 2) return without;
    return vital.stream()
        .filter(v -> v.length() == word.length() && fits(word, v))
        .min(String::compareTo)
        .orElse(without);
  }

  private static boolean fits(String hidden, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (hidden.charAt(i) != '*' && hidden.charAt(i) != word.charAt(i)) return false;
    }
    return true;
  }
}
