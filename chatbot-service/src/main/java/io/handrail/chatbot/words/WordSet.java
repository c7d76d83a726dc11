package io.handrail.chatbot.words;

import java.util.HashSet;
import java.util.Set;

/** Some words, beginnings of words, or any number; a {@link SetBook} looks for them in a text. */
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
          "trece",
          "catorce",
          "veinte",
          "treinta",
          "cuarenta",
          "cincuenta",
          "sesenta",
          "setenta",
          "ochenta",
          "noventa",
          "cien",
          "zehn",
          "zwanzig",
          "dreissig",
          "vingt",
          "trente",
          "quarante",
          "mil",
          "varios",
          "varias");

  private static final int FAR = 1000;

  private final Set<String> words = new HashSet<>();
  private final Set<String> beginnings = new HashSet<>();
  private boolean numbers;

  /** What it holds; two sets that hold the same are one. */
  record Content(Set<String> words, Set<String> beginnings, boolean numbers) {}

  static WordSet of(Set<String> words) {
    WordSet set = new WordSet();
    words.forEach(set::add);
    return set;
  }

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

  /**
   * How far a word of a text is from one that it holds: not at all, by the letters of the beginning
   * that it holds, or further when the word was mended first. To be asked of words that it holds.
   */
  int afar(Word word) {
    int afar = afar(word.form());
    for (String other : word.others()) {
      if (afar < FAR) break;
      int more = afar(other);
      if (more < FAR) afar = FAR + more;
    }
    return afar;
  }

  private int afar(String form) {
    if (words.contains(form) || (numbers && NUMBERS.contains(form))) return 0;
    int least = FAR;
    for (String beginning : beginnings) {
      if (form.startsWith(beginning)) least = Math.min(least, beginning.length());
    }
    return least;
  }

  Content content() {
    return new Content(words, beginnings, numbers);
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
