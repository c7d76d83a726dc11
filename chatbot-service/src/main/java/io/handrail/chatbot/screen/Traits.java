package io.handrail.chatbot.screen;

import io.handrail.chatbot.words.HashedTraits;
import io.handrail.chatbot.words.Word;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stretch of a message is made of, as numbers: its words, what stands beside what, parts of
 * words (so that a misspelling stays near), notions and which of them stand together, and what the
 * message answers. Each trait knows the word it comes from, so that a score can be explained.
 */
final class Traits {
  private static final int WORDS_MAX = 60;
  private static final int NOTIONS_MAX = 14;
  private static final int PART_MIN = 3;
  private static final int PART_MAX = 5;
  private static final int WORD_LENGTH_MAX = 24;

  private final Notions notions;

  Traits(Notions notions) {
    this.notions = notions;
  }

  /**
   * @param from first word
   * @param to one past the last word; at most sixty words are looked at
   * @param questions names of what was asked, see answers.yaml
   * @param language tag of the message
   */
  HashedTraits of(Words words, int from, int to, Set<String> questions, String language) {
    var places = new HashedTraits();
    Map<String, Integer> seen = new LinkedHashMap<>();
    int end = Math.min(to, from + WORDS_MAX);
    for (int i = from; i < end; i++) {
      String word = form(words.get(i));
      places.add("w", word, i);
      parts(places, words.get(i), i);
      if (i > from) places.add("b", form(words.get(i - 1)) + ' ' + word, i);
      if (i > from + 1) places.add("s", form(words.get(i - 2)) + ' ' + word, i);
      List<String> now = notions.of(word);
      if (i > from) {
        for (String a : notions.of(form(words.get(i - 1)))) {
          for (String b : now) places.add("o", a + ' ' + b, i);
        }
      }
      for (String notion : now) seen.putIfAbsent(notion, i);
    }
    together(places, seen);
    for (String question : questions) {
      places.add("q", question, HashedTraits.NO_WORD);
      for (int i = from; i < Math.min(end, from + 6); i++) {
        places.add("a", question + ' ' + form(words.get(i)), i);
      }
    }
    places.add("l", language, HashedTraits.NO_WORD);
    places.add(
        "n", end - from < 4 ? "few" : end - from < 12 ? "some" : "many", HashedTraits.NO_WORD);
    return places;
  }

  private static void together(HashedTraits places, Map<String, Integer> seen) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(seen.entrySet());
    int most = Math.min(all.size(), NOTIONS_MAX);
    for (int i = 0; i < most; i++) {
      places.add("k", all.get(i).getKey(), all.get(i).getValue());
      for (int j = i + 1; j < most; j++) {
        String a = all.get(i).getKey();
        String b = all.get(j).getKey();
        String pair = a.compareTo(b) < 0 ? a + '+' + b : b + '+' + a;
        places.add("p", pair, all.get(j).getValue());
      }
    }
  }

  private static void parts(HashedTraits places, Word word, int at) {
    String form = word.form();
    if (form.length() < PART_MIN || form.length() > WORD_LENGTH_MAX) return;
    String whole = '^' + form + '$';
    for (int n = PART_MIN; n <= PART_MAX; n++) {
      for (int i = 0; i + n <= whole.length(); i++) places.add("c", whole, i, i + n, at);
    }
  }

  private static String form(Word word) {
    return word.isNumber() ? "#" : word.form();
  }
}
