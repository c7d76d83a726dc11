package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import java.util.List;

/** Chooses among texts of one meaning, so that nobody reads the same one twice running. */
final class Varied {
  private Varied() {}

  /**
   * The one that was shown longest ago, or never; among those the turn's place decides, so that a
   * turn that is answered again after a crash says the same.
   *
   * @param texts at least one
   * @param recent the turns before, oldest first
   */
  static String of(List<String> texts, List<Turn> recent, long turn) {
    String chosen = texts.get(Math.floorMod(turn, texts.size()));
    int since = lastShown(chosen, recent);
    for (int i = 1; i < texts.size() && since >= 0; i++) {
      String other = texts.get(Math.floorMod(turn + i, texts.size()));
      int at = lastShown(other, recent);
      if (at < since) {
        chosen = other;
        since = at;
      }
    }
    return chosen;
  }

  /** The place of the last turn that showed it; below 0 when none did. */
  static int lastShown(String text, List<Turn> recent) {
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).shown().stream().map(Line::text).anyMatch(text::equals)) return i;
    }
    return -1;
  }
}
