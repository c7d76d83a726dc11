package io.handrail.chatbot.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells languages in Latin script apart by their small words. */
public final class SmallWords {
  private static final int FORMS_MAX = 400;
  private final Map<String, Set<String>> byLanguage = new TreeMap<>();

  public SmallWords() {
    Pages.open("/words/languages.yaml")
        .lists("small_words")
        .forEach((tag, words) ->
            byLanguage.put(tag, Set.copyOf(List.of(words.getFirst().split("\\s+")))));
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
    String[] forms = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+");
    Map<String, Integer> votes = new HashMap<>();
    int counted = 0;
    for (String form : Arrays.stream(forms).filter(f -> !f.isEmpty()).limit(FORMS_MAX).toList()) {
      counted++;
      for (Map.Entry<String, Set<String>> language : byLanguage.entrySet()) {
        if (language.getValue().contains(form)) votes.merge(language.getKey(), 1, Integer::sum);
      }
    }
    return new Votes(counted, Map.copyOf(votes));
  }
}
