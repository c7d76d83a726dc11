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
    Map<String, Integer> votes = new HashMap<>();
    List<String> forms = forms(text);
    for (String form : forms) {
      for (String language : byWord.getOrDefault(form, List.of())) {
        votes.merge(language, 1, Integer::sum);
      }
    }
    return new Votes(forms.size(), Map.copyOf(votes));
  }

  /** The words of a text in small letters, as far as they are looked at. */
  public static List<String> forms(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(form -> !form.isEmpty())
        .limit(FORMS_MAX)
        .toList();
  }

  /** Whether it is a small word of this language, in small letters. */
  public boolean has(String language, String form) {
    return byWord.getOrDefault(form, List.of()).contains(language);
  }
}
