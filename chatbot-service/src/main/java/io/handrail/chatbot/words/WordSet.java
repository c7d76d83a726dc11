package io.handrail.chatbot.words;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Some words, beginnings of words, or any number. Once {@link #settle settled} it answers by number
 * and not by text.
 */
final class WordSet {
  private static final Set<String> NUMBERS =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "hundred",
          "thousand",
          "several",
          "dozen",
          "dos",
          "tres",
          "cuatro",
          "cinco",
          "seis",
          "siete",
          "ocho",
          "nueve",
          "diez",
          "doce",
          "quince",
          "veinte",
          "treinta",
          "cien",
          "mil",
          "varios",
          "varias");

  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private boolean numbers;
  private BitSet ids = new BitSet();
  private Glossary settledBy;

  void add(String word) {
    if (word.equals("#")) {
      numbers = true;
    } else if (word.endsWith("*")) {
      beginnings.add(Folding.fold(word.substring(0, word.length() - 1)));
    } else {
      words.add(Folding.fold(word));
    }
  }

  void addAll(WordSet other) {
    words.addAll(other.words);
    beginnings.addAll(other.beginnings);
    numbers |= other.numbers;
  }

  /** To be called once, when every phrase has been added. */
  void settle(Glossary glossary) {
    if (settledBy == glossary) return;
    settledBy = glossary;
    BitSet settled = new BitSet(glossary.size());
    for (String word : words) settled.set(glossary.id(word));
    if (numbers) NUMBERS.forEach(number -> settled.set(glossary.id(number)));
    for (String beginning : beginnings) glossary.beginningWith(beginning, settled);
    ids = settled;
  }

  boolean has(Heard heard, int at) {
    int id = heard.id(at);
    if (id >= 0 ? ids.get(id) : hasUnknown(heard.word(at).form())) return true;
    if (numbers && heard.word(at).isNumber()) return true;
    for (String other : heard.word(at).others()) if (hasForm(heard, other)) return true;
    return false;
  }

  private boolean hasForm(Heard heard, String form) {
    int id = heard.glossary().id(form);
    return id >= 0 ? ids.get(id) : hasUnknown(form);
  }

  private boolean hasUnknown(String form) {
    for (String beginning : beginnings) if (form.startsWith(beginning)) return true;
    return false;
  }

  /** Whether a text may hold any of these; never falsely no. */
  boolean mayBeIn(Heard heard) {
    if (ids.intersects(heard.present())) return true;
    return heard.hasNumbers() && numbers || heard.hasUnknown() && !beginnings.isEmpty();
  }

  void literals(Set<String> into) {
    into.addAll(words);
  }

  Set<String> words() {
    return words;
  }

  Set<String> beginnings() {
    return beginnings;
  }

  boolean numbers() {
    return numbers;
  }

  static Set<String> numberWords() {
    return NUMBERS;
  }
}
