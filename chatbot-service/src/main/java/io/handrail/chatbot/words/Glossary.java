package io.handrail.chatbot.words;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Numbers the words that phrases are made of. */
final class Glossary {
  private final Map<String, Integer> ids = new HashMap<>();
  private final NavigableMap<String, Integer> sorted;

  Glossary(Set<String> words) {
    for (String word : words) ids.putIfAbsent(word, ids.size());
    for (String number : WordSet.numberWords()) ids.putIfAbsent(number, ids.size());
    sorted = new TreeMap<>(ids);
  }

  int size() {
    return ids.size();
  }

  /** -1 when no phrase knows the word. */
  int id(String word) {
    return ids.getOrDefault(word, -1);
  }

  void beginningWith(String beginning, BitSet into) {
    sorted
        .subMap(beginning, true, beginning + Character.MAX_VALUE, true)
        .values()
        .forEach(into::set);
  }
}
