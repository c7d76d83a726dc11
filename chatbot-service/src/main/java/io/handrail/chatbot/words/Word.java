package io.handrail.chatbot.words;

import java.util.List;

/**
 * One word of a text as it was read.
 *
 * @param form lower case, without accents and apostrophes, disguises undone
 * @param others what a misspelling may have meant; usually empty
 * @param from first character in the original text
 * @param to one past the last character in the original text
 * @param gap what stands between this word and the one before it
 */
public record Word(String form, List<String> others, int from, int to, Gap gap) {

  /** What stands between two words. The order is that of strength. */
  public enum Gap {
    NONE,
    COMMA,
    QUESTION,
    SENTENCE
  }

  static Word of(String form, int from, int to, Gap gap) {
    return new Word(form, List.of(), from, to, gap);
  }

  Word as(String newForm) {
    return new Word(newForm, others, from, to, gap);
  }

  /** Whether the text may have meant this word. */
  public boolean is(String word) {
    return form.equals(word) || others.contains(word);
  }

  public boolean isNumber() {
    for (int i = 0; i < form.length(); i++) {
      if (!Character.isDigit(form.charAt(i))) return false;
    }
    return !form.isEmpty();
  }
}
