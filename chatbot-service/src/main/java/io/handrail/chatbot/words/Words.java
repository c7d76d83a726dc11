package io.handrail.chatbot.words;

import java.util.List;

/**
 * A text as read, word by word, with the way back to the original.
 *
 * @param text the original
 * @param list the words, in order
 */
public record Words(String text, List<Word> list) {
  public Words {
    list = List.copyOf(list);
  }

  public int size() {
    return list.size();
  }

  public Word get(int index) {
    return list.get(index);
  }

  /** The original words that a hit rests on, at most 200 characters. */
  public String original(int start, int end) {
    int from = list.get(start).from();
    int to = list.get(end - 1).to();
    return text.substring(from, Math.min(to, from + 200));
  }

  /** First word of the sentence that holds this one. */
  public int sentenceStart(int index) {
    int i = index;
    while (i > 0 && list.get(i).gap().compareTo(Word.Gap.QUESTION) < 0) i--;
    return i;
  }

  /** One past the last word of the sentence that holds this one. */
  public int sentenceEnd(int index) {
    int i = index + 1;
    while (i < size() && list.get(i).gap().compareTo(Word.Gap.QUESTION) < 0) i++;
    return i;
  }

  /** Whether the sentence that holds this word ends with a question mark. */
  public boolean inQuestion(int index) {
    int end = sentenceEnd(index);
    if (end < size()) return list.get(end).gap() == Word.Gap.QUESTION;
    String rest = text.substring(list.get(end - 1).to());
    return rest.indexOf('?') >= 0 || rest.indexOf('？') >= 0;
  }
}
