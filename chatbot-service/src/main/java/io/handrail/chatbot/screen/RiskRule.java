package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import java.util.Map;

/**
 * One signal as its file defines it.
 *
 * @param group signals that stand together in combinations, empty for none
 * @param about whose state it is, and what may lower it
 * @param emergency keeps its level when it is about someone else
 * @param language of the file
 */
record RiskRule(
    String name, Level level, String group, About about, boolean emergency, String language) {

  /** How a phrase is to be judged. */
  enum About {
    /** The client's own state: who, when and denial count. */
    STATE,
    /** Something that happens: when and denial count. */
    EVENT,
    /** Counts as it stands. */
    FACT,
    /** Counts only together with others. */
    CUE
  }

  static RiskRule of(Map<String, Object> entry, String language) {
    String kind = String.valueOf(entry.getOrDefault("kind", "state"));
    boolean anyone = "any".equals(entry.get("who"));
    return new RiskRule(
        String.valueOf(entry.get("name")),
        Level.valueOf(String.valueOf(entry.get("level"))),
        String.valueOf(entry.getOrDefault("group", "")),
        kind.equals("event")
            ? About.EVENT
            : kind.equals("fact") || anyone ? About.FACT : About.STATE,
        Boolean.TRUE.equals(entry.get("emergency")),
        language);
  }

  static RiskRule cue(Map<String, Object> entry, String language) {
    return new RiskRule(
        String.valueOf(entry.get("name")), Level.NONE, "", About.CUE, false, language);
  }
}
