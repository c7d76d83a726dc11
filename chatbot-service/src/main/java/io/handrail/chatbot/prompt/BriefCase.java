package io.handrail.chatbot.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the prompt for wording a brief sees: numbered sentences, clipped and in quotes. */
final class BriefCase {
  /** Briefs are read by staff, whose pages are in English. */
  static final String LANGUAGE = "English";

  /** More than a brief of two minutes has. */
  static final int SENTENCES_MAX = 40;

  static final int SENTENCE_MAX = 300;

  private BriefCase() {}

  static Map<String, Object> of(List<String> sentences, Masks masks) {
    var numbered = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < Math.min(SENTENCES_MAX, sentences.size()); i++) {
      // One that had to be cut would be another claim.
      if (sentences.get(i).length() > SENTENCE_MAX) continue;
      String words = CaseData.quoted(sentences.get(i), SENTENCE_MAX, masks);
      numbered.add(Map.of("number", String.valueOf(i + 1), "words", words));
    }
    return Map.of("language", LANGUAGE, "sentences", numbered);
  }

  static List<String> problems(ReadyPrompt prompt) {
    String name = prompt.file().ref().name();
    List<String> full =
        IntStream.range(0, SENTENCES_MAX)
            .mapToObj(i -> "Thought record, finished on 12 Nov. ".repeat(9).substring(0, 300))
            .toList();
    try {
      var masks = new Masks(Set.of());
      return FullestCase.over(prompt.file(), prompt.fill(LANGUAGE, of(full, masks)).tokens())
          .map(List::of)
          .orElse(List.of());
    } catch (IllegalStateException e) {
      return List.of("prompts/" + name + ".ftl: " + e.getMessage());
    }
  }
}
