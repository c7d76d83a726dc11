package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
  private volatile Glossary glossary;
  private int beginningMin = Integer.MAX_VALUE;
  private int beginningMax;

  /** Adds a phrase; to be done before the first search. */
  public void add(T rule, Phrase phrase) {
    if (glossary != null) throw new IllegalStateException("phrases are searched already");
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

  /** Numbers every word; no phrase may be added after it. */
  private Glossary settled() {
    Glossary known = glossary;
    if (known != null) return known;
    synchronized (entries) {
      if (glossary == null) {
        Set<String> words = new HashSet<>();
        literals(words);
        Glossary made = new Glossary(words);
        entries.forEach(entry -> entry.phrase.settle(made));
        glossary = made;
      }
      return glossary;
    }
  }

  public List<Hit<T>> find(Words words) {
    List<Hit<T>> hits = new ArrayList<>();
    Search search = new Search(new Heard(words, settled()), hits);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      search.beginningWith(word.form(), i);
      for (String other : word.others()) search.beginningWith(other, i);
      if (word.isNumber()) search.these(byNumber, i);
    }
    return hits;
  }

  /** One search; which phrases may match at all is found out once. */
  private final class Search {
    private static final byte YES = 1;
    private static final byte NO = 2;
    private final Heard heard;
    private final List<Hit<T>> hits;
    private final byte[] possible = new byte[entries.size()];

    Search(Heard heard, List<Hit<T>> hits) {
      this.heard = heard;
      this.hits = hits;
    }

    void beginningWith(String form, int at) {
      these(byWord.get(form), at);
      int max = Math.min(form.length(), beginningMax);
      for (int n = beginningMin; n <= max; n++) these(byBeginning.get(form.substring(0, n)), at);
    }

    void these(int[] ids, int at) {
      if (ids == null) return;
      for (int id : ids) {
        if (possible[id] == 0) {
          possible[id] = entries.get(id).phrase.mayBeIn(heard) ? YES : NO;
        }
        if (possible[id] == NO) continue;
        int end = entries.get(id).phrase.matchAt(heard, at);
        if (end > at) hits.add(new Hit<>(entries.get(id).rule, at, end));
      }
    }
  }
}
