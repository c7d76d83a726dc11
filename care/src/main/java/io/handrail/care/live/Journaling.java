package io.handrail.care.live;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.protocol.Advance.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a person's entry into a client's journal: opened and closed in one write, so that no crash
 * can leave it half done, and on a place of its own, so that the client's very next turn reads it
 * on whatever node.
 */
final class Journaling {
  private static final int ATTEMPTS_MAX = 80;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
  private static final int RECENT = 16;

  private final Shelves shelves;

  Journaling(Shelves shelves) {
    this.shelves = shelves;
  }

  /** What came of it. */
  sealed interface Result {
    record Written(Turn turn) implements Result {}

    /** The journal moved on so that the act has no object any more, or it was done already. */
    record Refused() implements Result {}

    /** The program was answering all the while. */
    record Busy() implements Result {}
  }

  /** Where the client stands before the entry. */
  record Standing(TurnId id, ConversationId conversation, State state, List<Turn> recent) {}

  /**
   * @param entry what to write; empty where there is nothing to write any more. It is asked again
   *     when another took the place.
   */
  Result write(ClientId client, Function<Standing, Optional<Turn>> entry) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      List<Turn> recent = shelves.turns().last(client, RECENT);
      if (recent.isEmpty() || !recent.getLast().open()) {
        Optional<Turn> turn = entry.apply(standing(client, recent));
        if (turn.isEmpty()) return new Result.Refused();
        if (shelves.turns().open(turn.get())) return new Result.Written(turn.get());
      }
      if (!waited()) return new Result.Busy();
    }
    return new Result.Busy();
  }

  private static Standing standing(ClientId client, List<Turn> recent) {
    if (recent.isEmpty()) {
      return new Standing(
          new TurnId(client, 1), ConversationId.startingAt(1), State.FIRST, List.of());
    }
    Turn last = recent.getLast();
    return new Standing(last.id().next(), last.conversation(), last.state(), recent);
  }

  static Turn entry(
      Standing at,
      Instant now,
      Opening opening,
      List<Line> shown,
      State after,
      Provenance behind,
      List<Happening> happened) {
    return new Turn(
        at.id(),
        at.conversation(),
        now,
        opening,
        Screening.NOTHING_SAID,
        List.of(),
        after,
        shown,
        Optional.of(new Closing(now, new Outcome.Noted(), behind, happened)));
  }

  static Turn entry(Standing at, Instant now, Opening opening, List<Line> shown, State after) {
    return entry(at, now, opening, shown, after, Provenance.NONE, List.of());
  }

  private static boolean waited() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
