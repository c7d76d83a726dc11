package io.handrail.chatbot.words;

import java.util.function.Predicate;

/** Digits and signs that stand for letters, and stars that hide them. */
final class Leet {
  private static final String SIGNS = "0134578@$!|€£+";
  private static final String LETTERS = "oieastbasiilet";
  private static final int HIDDEN_MAX = 3;

  private Leet() {}

  /** The word with signs read as letters; a reading that is known wins. */
  static String undo(String word, Predicate<String> known) {
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
    if (hidden > 0) return uncover(plain.toString(), hidden, known);
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

  private static String uncover(String word, int hidden, Predicate<String> known) {
    String without = word.replace("*", "");
    if (hidden > HIDDEN_MAX) return without;
    String found = fill(word, known);
    if (found != null) return found;
    return without;
  }

  private static String fill(String word, Predicate<String> known) {
    int star = word.indexOf('*');
    if (star < 0) return known.test(word) ? word : null;
    for (char c : "iueoaylrstn dcmkhgfvbpwzxqj".toCharArray()) {
      if (c == ' ') continue;
      String found = fill(word.substring(0, star) + c + word.substring(star + 1), known);
      if (found != null) return found;
    }
    return null;
  }
}
