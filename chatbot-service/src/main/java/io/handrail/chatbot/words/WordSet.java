package io.handrail.chatbot.words;

import java.util.HashSet;
import java.util.Set;

/** Some words, beginnings of words, or any number. */
final class WordSet {
  private static final Set<String> NUMBERS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "thousand",
          "several", "dozen", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
          "diez", "doce", "quince", "veinte", "treinta", "cien", "mil", "varios", "varias");

  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private boolean numbers;

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

  boolean has(Word word) {
    if (has(word.form())) return true;
    for (String other : word.others()) if (has(other)) return true;
    return numbers && word.isNumber();
  }

  private boolean has(String form) {
    if (words.contains(form)) return true;
    if (numbers && NUMBERS.contains(form)) return true;
    for (String beginning : beginnings) if (form.startsWith(beginning)) return true;
    return false;
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
