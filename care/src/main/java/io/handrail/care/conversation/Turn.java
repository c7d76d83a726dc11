package io.handrail.care.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unit of truth: one entry of a client's journal. It is written twice: opened with what was
 * said, the screening and the flags in one write; closed with the outcome, the shown lines and the
 * state after it in another.
 *
 * @param state where the client stands as of this write
 * @param shown the lines released so far, in order
 * @param closing empty while the turn is open
 */
public record Turn(
    TurnId id,
    ConversationId conversation,
    Instant openedAt,
    Opening opening,
    Screening screening,
    List<Flag> flags,
    State state,
    List<Line> shown,
    Optional<Closing> closing) {
  public Turn {
    flags = List.copyOf(flags);
    shown = List.copyOf(shown);
  }

  public boolean open() {
    return closing.isEmpty();
  }

  public Turn showing(List<Line> more) {
    var all = new ArrayList<>(shown);
    all.addAll(more);
    return new Turn(id, conversation, openedAt, opening, screening, flags, state, all, closing);
  }

  public Turn flagged(Flag flag) {
    var all = new ArrayList<>(flags);
    all.add(flag);
    return new Turn(id, conversation, openedAt, opening, screening, all, state, shown, closing);
  }

  public Turn closed(Closing closing, State after) {
    return new Turn(
        id, conversation, openedAt, opening, screening, flags, after, shown, Optional.of(closing));
  }

  /** What the client's device called the message, where the client began the turn. */
  public Optional<MessageId> message() {
    return switch (opening) {
      case Opening.Said said -> Optional.of(said.message());
      case Opening.Tapped tapped -> Optional.of(tapped.message());
      case Opening.Wrote wrote -> Optional.empty();
      case Opening.HoldReleased released -> Optional.empty();
      case Opening.TookOver took -> Optional.empty();
      case Opening.HandedBack back -> Optional.empty();
      case Opening.Whispered whispered -> Optional.empty();
      case Opening.Approved approved -> Optional.empty();
      case Opening.TimePassed passed -> Optional.empty();
    };
  }
}
