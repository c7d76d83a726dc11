package io.handrail.chatbot.words;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named slots of one file, each parsed once. */
public final class Slots {
  private final Map<String, List<String>> sources;
  private final Map<String, PhraseTree> parsed = new HashMap<>();
  private final IdentityHashMap<Set<String>, WordSet> sets = new IdentityHashMap<>();
  private final PhraseNeeds needs = new PhraseNeeds();

  /**
   * @param sources by name, each a list of alternatives in the notation of {@link Phrase}
   */
  public Slots(Map<String, List<String>> sources) {
    this.sources = Map.copyOf(sources);
  }

  List<String> source(String name) {
    return sources.get(name);
  }

  PhraseTree parsed(String name) {
    return parsed.get(name);
  }

  /** The words that a phrase cannot do without. */
  List<WordSet> needs(PhraseTree tree) {
    return needs.of(tree);
  }

  /** Words that many phrases share, as one set for all of them. */
  WordSet shared(Set<String> words) {
    return sources.isEmpty() ? WordSet.of(words) : sets.computeIfAbsent(words, WordSet::of);
  }

  void keep(String name, PhraseTree tree) {
    parsed.put(name, tree);
  }
}
