package io.handrail.chatbot.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The named slots of one file, each parsed once. One object serves one {@link Phrases}, because the
 * words of a slot are numbered as those phrases number theirs.
 */
public final class Slots {
  private final Map<String, List<String>> sources;
  private final Map<String, PhraseTree> parsed = new HashMap<>();

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

  void keep(String name, PhraseTree tree) {
    parsed.put(name, tree);
  }
}
