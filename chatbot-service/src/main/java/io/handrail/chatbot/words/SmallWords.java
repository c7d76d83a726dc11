package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells languages in Latin script apart by their small words. */
public final class SmallWords {
  private static final int FORMS_MAX = 400;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** For each small word the languages that have it. */
  private final Map<String, List<String>> byWord = new HashMap<>();

  public SmallWords() {
    Pages.open("/words/languages.yaml")
        .lists("small_words")
        .forEach((tag, words) -> {
          for (String word : Set.copyOf(List.of(words.getFirst().split("\\s+")))) {
            byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(tag);
          }
        });
  }

  /**
   * How many words of a text each language claims.
   *
   * @param counted words looked at
   */
  public record Votes(int counted, Map<String, Integer> byLanguage) {
    public int of(String language) {
      return byLanguage.getOrDefault(language, 0);
    }
  }

  public Votes votes(String text) {
    String[] forms = BETWEEN.split(text.toLowerCase(Locale.ROOT));
    Map<String, Integer> votes = new HashMap<>();
    int counted = 0;
    for (String form : forms) {
      if (form.isEmpty()) continue;
      if (counted == FORMS_MAX) break;
      counted++;
      for (String language : byWord.getOrDefault(form, List.of())) {
        votes.merge(language, 1, Integer::sum);
      }
    }
    return new Votes(counted, Map.copyOf(votes));
  }
}
