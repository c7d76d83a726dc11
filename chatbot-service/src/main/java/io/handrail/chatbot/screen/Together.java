package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.Pages;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signals that mean more together.
 *
 * @param all names of signals or cues, or {@code @group}
 * @param near how close they must stand
 */
record Together(String name, Level level, List<String> all, Near near) {
  enum Near {
    SENTENCE,
    MESSAGE,
    CONVERSATION
  }

  static Together of(Map<String, Object> entry) {
    return new Together(
        String.valueOf(entry.get("name")),
        Level.valueOf(String.valueOf(entry.get("level"))),
        Pages.texts(entry.get("all")),
        Near.valueOf(String.valueOf(entry.get("near")).toUpperCase(Locale.ROOT)));
  }

  static boolean fits(String member, RiskRule rule) {
    return member.startsWith("@")
        ? member.substring(1).equals(rule.group())
        : member.equals(rule.name());
  }
}
