package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Many phrases, found in one pass over a text. Which sets of words stand where is looked up once;
 * of the phrases only those are tried whose rarest words are there, and only where all the words
 * that they need follow in their order. So the work grows with the text and hardly with the
 * phrases.
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

  private record Entry<T>(int id, T rule, Phrase phrase) {}

  /**
   * @param afar how far its first word is from the one that was written
   */
  private record Match<T>(Entry<T> entry, int start, int end, int afar) {
    static final Comparator<Match<?>> ORDER =
        Comparator.<Match<?>>comparingInt(Match::start)
            .thenComparingInt(Match::afar)
            .thenComparingInt(match -> match.entry.id);
  }

  /**
   * Ready to be searched.
   *
   * @param byKey for each set the phrases that are found by it
   */
  private record Index<T>(SetBook book, List<List<Entry<T>>> byKey) {}

  private final List<Entry<T>> entries = new ArrayList<>();
  private volatile Index<T> index;

  /** Adds a phrase; to be done before the first search. */
  public void add(T rule, Phrase phrase) {
    if (index != null) throw new IllegalStateException("phrases are searched already");
    entries.add(new Entry<>(entries.size(), rule, phrase));
  }

  /** Every literal word of every phrase. */
  public void literals(Set<String> into) {
    entries.forEach(entry -> entry.phrase.literals(into));
  }

  public int size() {
    return entries.size();
  }

  /** Numbers every set of words; no phrase may be added after it. */
  private Index<T> index() {
    Index<T> known = index;
    if (known != null) return known;
    synchronized (entries) {
      if (index == null) index = made();
      return index;
    }
  }

  private Index<T> made() {
    SetBook book = new SetBook();
    entries.forEach(entry -> entry.phrase.settle(book));
    book.close();
    List<List<Entry<T>>> byKey = new ArrayList<>();
    for (int i = 0; i < book.size(); i++) byKey.add(new ArrayList<>());
    for (Entry<T> entry : entries) byKey.get(entry.phrase.key()).add(entry);
    return new Index<>(book, byKey.stream().map(List::copyOf).toList());
  }

  /** Everything found, in the order of the text; there the nearest, then as they were added. */
  public List<Hit<T>> find(Words words) {
    Index<T> ready = index();
    Heard heard = new Heard(words, ready.book);
    List<Match<T>> matches = new ArrayList<>();
    do {
      for (int i = 0; i < heard.presents(); i++) {
        for (Entry<T> entry : ready.byKey.get(heard.present(i))) {
          if (entry.phrase.mayBeIn(heard)) all(entry, heard, matches);
        }
      }
    } while (heard.moveOn());
    matches.sort(Match.ORDER);
    List<Hit<T>> hits = new ArrayList<>(matches.size());
    for (Match<T> match : matches) {
      hits.add(new Hit<>(match.entry.rule, match.start, match.end));
    }
    return hits;
  }

  private static <T> void all(Entry<T> entry, Heard heard, List<Match<T>> matches) {
    int to = heard.startsTo();
    int at = heard.next(entry.phrase.begins(), heard.base(), to);
    while (at >= 0) {
      int end = entry.phrase.matchAt(heard, at);
      if (end > at) {
        int afar = entry.phrase.firsts().afar(heard.word(at));
        matches.add(new Match<>(entry, at, end, afar));
      }
      at = at + 1 < to ? heard.next(entry.phrase.begins(), at + 1, to) : -1;
    }
  }
}
