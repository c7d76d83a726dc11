package io.handrail.chatbot.words;

import java.util.BitSet;

/** A text whose words are numbered as the phrases number theirs. */
final class Heard {
  private final Words words;
  private final Glossary glossary;
  private final int[] ids;
  private final BitSet present;
  private boolean unknown;
  private boolean numbers;

  Heard(Words words, Glossary glossary) {
    this.words = words;
    this.glossary = glossary;
    this.ids = new int[words.size()];
    this.present = new BitSet(glossary.size());
    for (int i = 0; i < ids.length; i++) {
      Word word = words.get(i);
      ids[i] = note(word.form());
      numbers |= word.isNumber();
      word.others().forEach(this::note);
    }
  }

  private int note(String form) {
    int id = glossary.id(form);
    if (id < 0) unknown = true;
    else present.set(id);
    return id;
  }

  int size() {
    return ids.length;
  }

  int id(int at) {
    return ids[at];
  }

  Word word(int at) {
    return words.get(at);
  }

  Glossary glossary() {
    return glossary;
  }

  BitSet present() {
    return present;
  }

  boolean hasUnknown() {
    return unknown;
  }

  boolean hasNumbers() {
    return numbers;
  }
}
