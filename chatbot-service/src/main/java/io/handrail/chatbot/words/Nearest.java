package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the words that an unknown word may be a misspelling of: one slip (a letter missing, added,
 * changed or two swapped) from 4 letters, two slips from 8. By deletions (SymSpell), so that the
 * time does not grow with the list.
 */
final class Nearest {
  private static final int LONG = 8;
  private static final int LENGTH_MAX = 24;
  private final Map<String, List<String>> byDeletion = new HashMap<>();

  Nearest(Set<String> words) {
    for (String word : words) {
      if (word.length() < 3 || word.codePointAt(0) > 0x7f) continue;
      for (String shorter : deletions(word, slips(word))) {
        byDeletion.computeIfAbsent(shorter, key -> new ArrayList<>(1)).add(word);
      }
    }
  }

  List<String> to(String word) {
    if (word.length() < 3 || word.length() > LENGTH_MAX) return List.of();
    Set<String> found = new java.util.TreeSet<>();
    for (String shorter : deletions(word, slips(word))) {
      for (String near : byDeletion.getOrDefault(shorter, List.of())) {
        if (close(word, near)) found.add(near);
      }
    }
    return List.copyOf(found);
  }

  /** Short words must begin alike or be the same letters in another order. */
  private static boolean close(String word, String near) {
    int slips = Math.min(slips(word), slips(near));
    if (near.length() <= 3) return swapped(word, near);
    if (near.length() == 4 && word.length() == 3 && word.charAt(0) != near.charAt(0)) return false;
    if (near.length() <= 5 && word.charAt(0) != near.charAt(0) && !swapped(word, near)) {
      return false;
    }
    return distance(word, near) <= slips;
  }

  private static boolean swapped(String a, String b) {
    if (a.length() != b.length()) return false;
    for (int i = 0; i + 1 < a.length(); i++) {
      if (a.charAt(i) == b.charAt(i)) continue;
      return a.charAt(i) == b.charAt(i + 1)
          && a.charAt(i + 1) == b.charAt(i)
          && a.substring(i + 2).equals(b.substring(i + 2));
    }
    return false;
  }

  private static int slips(String word) {
    return word.length() >= LONG ? 2 : 1;
  }

  private static Set<String> deletions(String word, int slips) {
    Set<String> out = new HashSet<>();
    out.add(word);
    Set<String> last = Set.of(word);
    for (int s = 0; s < slips; s++) {
      Set<String> shorter = new HashSet<>();
      for (String w : last) {
        for (int i = 0; i < w.length(); i++) shorter.add(w.substring(0, i) + w.substring(i + 1));
      }
      out.addAll(shorter);
      last = shorter;
    }
    return out;
  }

  /** Optimal string alignment. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swap =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swap) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
