package io.handrail.care.conversation;

import io.handrail.care.clinic.ClientId;
import java.util.List;
import java.util.Optional;

/**
 * The journals of all clients: one per client, in one order, append-only but for the closing of the
 * last turn.
 */
public interface Turns {

  /** The last {@code most} turns, oldest first; empty for a client who has none. */
  List<Turn> last(ClientId client, int most);

  /** The turns {@code from} to {@code to}, both inclusive, oldest first; the missing left out. */
  List<Turn> between(ClientId client, long from, long to);

  Optional<Turn> get(TurnId id);

  /**
   * Stores a new last turn, durably; false, and nothing stored, when another took the place.
   * Returns only when the write is on disk.
   */
  boolean open(Turn turn);

  /** Stores released lines of an open turn, durably, so that they may be shown. */
  void append(TurnId id, List<Line> lines);

  /**
   * Stores the closing, durably; false, and nothing stored, when the turn was closed already. The
   * given turn's shown lines replace the appended ones, which they must begin with.
   */
  boolean close(Turn turn);

  /**
   * Removes a client's journal, place by place; for an erasure, after the client's key is gone.
   *
   * @param last the last place; what may have been written after it is removed too
   */
  void erase(ClientId client, long last);

  /**
   * The last turns that are still open, at most one for each client. It reads something of every
   * client, so it is for recovery on start only.
   */
  List<TurnId> unfinished();

  /** Every client who has a journal. For recovery on start only, as {@link #unfinished()}. */
  List<ClientId> journals();
}
