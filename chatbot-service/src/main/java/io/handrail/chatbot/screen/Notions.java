package io.handrail.chatbot.screen;

import io.handrail.chatbot.words.Pages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What words have in common, by whole words and by beginnings. */
final class Notions {
  private static final int BEGINNING_MIN = 3;

  private final Map<String, List<String>> whole = new HashMap<>();
  private final Map<String, List<String>> beginnings = new HashMap<>();
  private int longest = BEGINNING_MIN;

  Notions() {
    Pages pages = Pages.open("/screen/notions.yaml");
    for (String notion : pages.lists("notions").keySet().stream().sorted().toList()) {
      for (String word : pages.foldedIn("notions", notion)) add(notion, word);
    }
  }

  private void add(String notion, String word) {
    boolean beginning = word.endsWith("*");
    String key = beginning ? word.substring(0, word.length() - 1) : word;
    if (beginning) longest = Math.max(longest, key.length());
    (beginning ? beginnings : whole).computeIfAbsent(key, k -> new ArrayList<>()).add(notion);
  }

  /** Names of the notions a word stands for, in a fixed order; usually none or one. */
  List<String> of(String word) {
    List<String> found = whole.getOrDefault(word, List.of());
    for (int n = BEGINNING_MIN; n <= Math.min(longest, word.length()); n++) {
      List<String> more = beginnings.get(word.substring(0, n));
      if (more == null) continue;
      var all = new ArrayList<>(found);
      more.stream().filter(notion -> !all.contains(notion)).forEach(all::add);
      found = all;
    }
    return found;
  }
}
