package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Numbers the sets of words that phrases are made of and says of a word which sets hold it. Equal
 * sets have one number, so a text is looked up once however many phrases there are.
 */
final class SetBook {
  private static final int[] NONE = {};

  private final List<WordSet> sets = new ArrayList<>();
  private final IdentityHashMap<WordSet, Integer> known = new IdentityHashMap<>();
  private final Map<WordSet.Content, Integer> byContent = new HashMap<>();
  private final Map<String, int[]> byWord = new HashMap<>();
  private final Map<String, int[]> byBeginning = new HashMap<>();
  private int[] numbered = NONE;
  private int beginningMin = Integer.MAX_VALUE;
  private int beginningMax;

  /** The number of a set; it is entered when it is new. To be asked before {@link #close}. */
  int number(WordSet set) {
    return known.computeIfAbsent(
        set,
        given ->
            byContent.computeIfAbsent(
                given.content(),
                content -> {
                  sets.add(given);
                  return sets.size() - 1;
                }));
  }

  /** Makes it ready to be asked; no set may be entered after it. */
  void close() {
    var words = new TreeMap<String, BitSet>();
    for (WordSet set : sets) set.words().forEach(word -> words.put(word, new BitSet()));
    WordSet.numberWords().forEach(word -> words.put(word, new BitSet()));
    for (int i = 0; i < sets.size(); i++) enter(i, sets.get(i), words);
    words.forEach((word, in) -> byWord.put(word, in.stream().toArray()));
    known.clear();
    byContent.clear();
  }

  private void enter(int number, WordSet set, NavigableMap<String, BitSet> words) {
    set.words().forEach(word -> words.get(word).set(number));
    if (set.numbers()) {
      numbered = with(numbered, number);
      WordSet.numberWords().forEach(word -> words.get(word).set(number));
    }
    for (String beginning : set.beginnings()) {
      byBeginning.merge(beginning, new int[] {number}, (a, b) -> with(a, b[0]));
      beginningMin = Math.min(beginningMin, beginning.length());
      beginningMax = Math.max(beginningMax, beginning.length());
      words
          .subMap(beginning, true, beginning + Character.MAX_VALUE, true)
          .values()
          .forEach(in -> in.set(number));
    }
  }

  private static int[] with(int[] all, int one) {
    int[] more = Arrays.copyOf(all, all.length + 1);
    more[all.length] = one;
    return more;
  }

  int size() {
    return sets.size();
  }

  /** Numbers of the sets that hold a word; a word in no phrase may still begin as one asks. */
  int[] holding(String form) {
    int[] sure = byWord.get(form);
    if (sure != null) return sure;
    int[] found = NONE;
    for (int n = beginningMin; n <= Math.min(form.length(), beginningMax); n++) {
      int[] more = byBeginning.get(form.substring(0, n));
      if (more == null) continue;
      int[] both = Arrays.copyOf(found, found.length + more.length);
      System.arraycopy(more, 0, both, found.length, more.length);
      found = both;
    }
    return found;
  }

  /** Numbers of the sets that hold any number. */
  int[] holdingNumbers() {
    return numbered;
  }
}
