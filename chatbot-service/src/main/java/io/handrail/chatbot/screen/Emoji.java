package io.handrail.chatbot.screen;

import io.handrail.chatbot.words.Pages;
import java.util.HashMap;
import java.util.Map;

/** What pictures say. */
final class Emoji {
  private Emoji() {}

  static Map<Integer, String> words() {
    Map<Integer, String> words = new HashMap<>();
    Pages.open("/screen/emoji.yaml")
        .lists("emoji")
        .forEach((picture, said) -> words.put(picture.codePointAt(0), said.getFirst()));
    return words;
  }
}
