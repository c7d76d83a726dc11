package io.handrail.chatbot.guard;

import io.handrail.chatbot.words.Pages;
import java.util.Map;
import java.util.Set;

/**
 * One rule of the guard.
 *
 * @param violation the name findings carry
 * @param name of the rule, for the log
 * @param when what the client must have said for it to count, any of these; empty for always
 */
record GuardRule(String violation, String name, Set<String> when) {
  static GuardRule of(Map<String, Object> entry) {
    return new GuardRule(
        String.valueOf(entry.get("violation")),
        String.valueOf(entry.get("rule")),
        Set.copyOf(Pages.texts(entry.get("when"))));
  }
}
