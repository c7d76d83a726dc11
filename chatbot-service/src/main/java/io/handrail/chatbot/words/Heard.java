package io.handrail.chatbot.words;

import java.util.Arrays;

/**
 * A text as the sets of a {@link SetBook} see it: for each set the places where one of its words
 * stands, as bits. A long text is seen through a window that moves on, so that the work and the
 * memory for a place are bounded.
 */
final class Heard {
  /** Matches begin in the first block of the window; the rest is what they may reach. */
  static final int BLOCK = 64;

  private static final int BLOCKS_MAX = 4;

  private final Words words;
  private final SetBook book;
  private final int[] ends;
  private final int blocks;
  private final long[] places;
  private final Trail trail = new Trail();
  private int[] present = new int[256];
  private int presents;
  private int base;

  Heard(Words words, SetBook book) {
    this.words = words;
    this.book = book;
    this.blocks = Math.clamp((words.size() + BLOCK - 1) / BLOCK, 1, BLOCKS_MAX);
    this.places = new long[book.size() * blocks];
    this.ends = new int[words.size()];
    int end = words.size();
    for (int i = words.size() - 1; i >= 0; i--) {
      ends[i] = end;
      if (words.get(i).gap().compareTo(Word.Gap.QUESTION) >= 0) end = i;
    }
    lookFrom(0);
  }

  /** Moves the window on; false when nothing is left to be seen. */
  boolean moveOn() {
    if (base + blocks * BLOCK >= words.size()) return false;
    for (int i = 0; i < presents; i++) {
      Arrays.fill(places, present[i] * blocks, (present[i] + 1) * blocks, 0);
    }
    presents = 0;
    lookFrom(base + BLOCK);
    return true;
  }

  private void lookFrom(int from) {
    base = from;
    for (int at = from; at < Math.min(words.size(), from + blocks * BLOCK); at++) {
      Word word = words.get(at);
      mark(book.holding(word.form()), at - from);
      for (String other : word.others()) mark(book.holding(other), at - from);
      if (word.isNumber()) mark(book.holdingNumbers(), at - from);
    }
  }

  private void mark(int[] sets, int place) {
    for (int set : sets) {
      if (!isPresent(set)) {
        if (presents == present.length) present = Arrays.copyOf(present, 2 * presents);
        present[presents++] = set;
      }
      places[set * blocks + place / BLOCK] |= 1L << place;
    }
  }

  /** How many sets have a word in the window. */
  int presents() {
    return presents;
  }

  /** The number of one of them. */
  int present(int index) {
    return present[index];
  }

  boolean isPresent(int set) {
    for (int i = set * blocks; i < (set + 1) * blocks; i++) if (places[i] != 0) return true;
    return false;
  }

  boolean has(int set, int at) {
    int place = at - base;
    return (places[set * blocks + place / BLOCK] >>> place & 1) != 0;
  }

  /** The first place from {@code from} on, before {@code to}, with a word of the set; or -1. */
  int next(int set, int from, int to) {
    int place = from - base;
    for (int block = place / BLOCK; block < blocks && base + block * BLOCK < to; block++) {
      long left = places[set * blocks + block];
      if (block == place / BLOCK) left &= -1L << place;
      if (left == 0) continue;
      int found = base + block * BLOCK + Long.numberOfTrailingZeros(left);
      return found < to ? found : -1;
    }
    return -1;
  }

  /** One past the last place where a match may begin now. */
  int startsTo() {
    boolean last = base + blocks * BLOCK >= words.size();
    return last ? words.size() : base + BLOCK;
  }

  Trail trail() {
    return trail;
  }

  int base() {
    return base;
  }

  int size() {
    return ends.length;
  }

  /** One past the last word of the sentence. */
  int sentenceEnd(int at) {
    return ends[at];
  }

  Word word(int at) {
    return words.get(at);
  }
}
