package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskItem;
import java.util.List;
import java.util.Optional;

/**
 * A client asks their clinician to call. It is a flag of its own, in the first write of its turn,
 * and goes the way of every flag; while one waits for an answer a second tap adds none.
 */
final class CallWishes {
  static final String REASON = "asks_to_be_called";
  private final Shelves shelves;

  CallWishes(Shelves shelves) {
    this.shelves = shelves;
  }

  Optional<Flag> raised(Turn turn, List<Turn> recent) {
    if (!asks(turn) || recent.stream().anyMatch(this::waits)) return Optional.empty();
    return Optional.of(Answering.flag(turn, 1, Level.CONCERN, REASON));
  }

  private static boolean asks(Turn turn) {
    return Answering.move(turn).orElse(null) instanceof Move.Toward(SmallStep step)
        && step == SmallStep.ASK;
  }

  private boolean waits(Turn earlier) {
    return earlier.flags().stream()
        .filter(flag -> flag.reason().equals(REASON))
        .anyMatch(flag -> unanswered(earlier, flag));
  }

  private boolean unanswered(Turn earlier, Flag flag) {
    try {
      return shelves
          .risk()
          .get(new OfClient<>(earlier.id().client(), flag.id()))
          .map(RiskItem::acknowledged)
          .map(Optional::isEmpty)
          .orElse(false);
    } catch (RuntimeException e) {
      return false; // not known, so it is raised
    }
  }
}
