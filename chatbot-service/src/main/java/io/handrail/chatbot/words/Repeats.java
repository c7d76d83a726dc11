package io.handrail.chatbot.words;

import java.util.function.Predicate;

/** Letters drawn out, as in "dieeee". */
final class Repeats {
  private Repeats() {}

  static String undo(String word, Predicate<String> known) {
    if (!drawnOut(word)) {
      if (word.length() < 4) return word;
      if (known.test(word)) return word;
      String tail = tail(word);
      if (!tail.equals(word) && known.test(tail)) return tail;
      String single = single(word);
      return known.test(single) ? single : word;
    }
    String one = collapse(word, 1);
    if (known.test(one)) return one;
    String two = collapse(word, 2);
    if (known.test(two)) return two;
    String all = single(word);
    return known.test(all) ? all : one;
  }

  private static boolean drawnOut(String word) {
    for (int i = 2; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == word.charAt(i - 1) && c == word.charAt(i - 2)) return true;
    }
    return false;
  }

  /** Runs of three or more cut to {@code keep}. */
  private static String collapse(String word, int keep) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < word.length()) {
      int j = i;
      while (j < word.length() && word.charAt(j) == word.charAt(i)) j++;
      int run = j - i;
      out.repeat(word.charAt(i), run >= 3 ? keep : run);
      i = j;
    }
    return out.toString();
  }

  private static String single(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) out.append(word.charAt(i));
    }
    return out.toString();
  }

  private static String tail(String word) {
    int end = word.length();
    while (end > 1 && word.charAt(end - 1) == word.charAt(end - 2)) end--;
    return word.substring(0, end);
  }
}
