package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many phrases, found in one pass over a text: by the word at hand the few that may begin there are
 * tried.
 *
 * @param <T> what a phrase stands for
 */
public final class Phrases<T> {
  /**
   * A phrase found.
   *
   * @param start first word
   * @param end one past the last word
   */
  public record Hit<T>(T rule, int start, int end) {}

  private record Entry<T>(T rule, Phrase phrase) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private final Map<String, int[]> byWord = new HashMap<>();
  private final Map<String, int[]> byBeginning = new HashMap<>();
  private int[] byNumber = {};
  private int beginningMin = Integer.MAX_VALUE;
  private int beginningMax;

  /** Adds a phrase; to be done before the first search. */
  public void add(T rule, Phrase phrase) {
    int id = entries.size();
    entries.add(new Entry<>(rule, phrase));
    WordSet firsts = phrase.firsts();
    firsts.words().forEach(word -> byWord.merge(word, new int[] {id}, Phrases::joined));
    for (String beginning : firsts.beginnings()) {
      byBeginning.merge(beginning, new int[] {id}, Phrases::joined);
      beginningMin = Math.min(beginningMin, beginning.length());
      beginningMax = Math.max(beginningMax, beginning.length());
    }
    if (firsts.numbers()) {
      byNumber = joined(byNumber, new int[] {id});
      for (String number : WordSet.numberWords()) {
        byWord.merge(number, new int[] {id}, Phrases::joined);
      }
    }
  }

  private static int[] joined(int[] a, int[] b) {
    int[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  /** Every literal word of every phrase. */
  public void literals(Set<String> into) {
    entries.forEach(entry -> entry.phrase.literals(into));
  }

  public int size() {
    return entries.size();
  }

  public List<Hit<T>> find(Words words) {
    List<Hit<T>> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      tryAll(words, i, word.form(), hits);
      for (String other : word.others()) tryAll(words, i, other, hits);
      if (word.isNumber()) tryThese(byNumber, words, i, hits);
    }
    return hits;
  }

  private void tryAll(Words words, int at, String form, List<Hit<T>> hits) {
    tryThese(byWord.get(form), words, at, hits);
    int max = Math.min(form.length(), beginningMax);
    for (int n = beginningMin; n <= max; n++) {
      tryThese(byBeginning.get(form.substring(0, n)), words, at, hits);
    }
  }

  private void tryThese(int[] ids, Words words, int at, List<Hit<T>> hits) {
    if (ids == null) return;
    for (int id : ids) {
      Entry<T> entry = entries.get(id);
      int end = entry.phrase.matchAt(words, at);
      if (end > at) hits.add(new Hit<>(entry.rule, at, end));
    }
  }
}
