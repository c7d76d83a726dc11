package io.handrail.chatbot.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * What a stretch of text is made of, as numbers: each trait falls into one of {@link #PLACES}
 * places, and the first word that brought it there is kept, so that a score over them can be
 * explained. A clash of two traits costs little.
 */
public final class HashedTraits {
  /** How many places there are. */
  public static final int PLACES = 1 << 16;

  /** Comes from no word. */
  public static final int NO_WORD = -1;

  private final Map<Integer, Integer> places = new LinkedHashMap<>();

  /**
   * @param kind of trait, so that one word may mean several things
   * @param word that it comes from, counted from the start of the text, or {@link #NO_WORD}
   */
  public void add(String kind, String trait, int word) {
    add(kind, trait, 0, trait.length(), word);
  }

  /** The part of a text from one letter to another as a trait. */
  public void add(String kind, String text, int from, int to, int word) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < kind.length(); i++) hash = (hash ^ kind.charAt(i)) * 0x01000193;
    hash = (hash ^ ' ') * 0x01000193;
    for (int i = from; i < to; i++) hash = (hash ^ text.charAt(i)) * 0x01000193;
    hash ^= hash >>> 15;
    hash *= 0x2c1b3c6d;
    hash ^= hash >>> 13;
    places.putIfAbsent(hash & (PLACES - 1), word);
  }

  /** Where traits were found, in the order in which they came. */
  public Set<Integer> places() {
    return places.keySet();
  }

  /** Each place and the word that it comes from, where it comes from one. */
  void each(ObjIntConsumer<Integer> step) {
    places.forEach((place, word) -> {
      if (word != NO_WORD) step.accept(place, word);
    });
  }
}
