package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes of a clinician for one message: used up by the client's next words, and never shown. */
final class Whispers {
  private Whispers() {}

  /**
   * The notes for the message that follows these turns.
   *
   * @param recent oldest first
   */
  static List<String> before(List<Turn> recent) {
    var notes = new ArrayList<String>();
    for (Turn turn : recent.reversed()) {
      if (turn.opening() instanceof Opening.Said) break;
      if (turn.opening() instanceof Opening.Whispered whispered) notes.addFirst(whispered.note());
    }
    return notes;
  }

  /** The last turn that the client saw anything of. */
  static Optional<Turn> heard(List<Turn> recent) {
    return recent.reversed().stream()
        .filter(turn -> !(turn.opening() instanceof Opening.Whispered))
        .findFirst();
  }
}
