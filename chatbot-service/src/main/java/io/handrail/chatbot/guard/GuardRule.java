package io.handrail.chatbot.guard;

import io.handrail.chatbot.words.Pages;
import java.util.Map;
import java.util.Set;

/**
 * One rule of the guard.
 *
 * @param violation the name findings carry
 * @param name of the rule, for the log
 * @param language of the phrases
 * @param when what the client must have said for it to count, any of these; empty for always
 * @param fresh it counts only where the words are not all the client's own
 * @param voice it is about how the program speaks, so what stands in quotation marks is not meant
 * @param statement it counts in statements only, not in questions
 */
record GuardRule(
    String violation,
    String name,
    String language,
    Set<String> when,
    boolean fresh,
    boolean voice,
    boolean statement) {
  static GuardRule of(Map<String, Object> entry, String language, boolean voice) {
    return new GuardRule(
        String.valueOf(entry.get("violation")),
        String.valueOf(entry.get("rule")),
        language,
        Set.copyOf(Pages.texts(entry.get("when"))),
        Boolean.TRUE.equals(entry.get("fresh")),
        voice,
        Boolean.TRUE.equals(entry.get("statement")));
  }
}
