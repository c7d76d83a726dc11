package io.handrail.care.review;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a named person ends a hold: one entry in the client's journal, written whole, so that the
 * program reads it on the client's very next turn.
 */
public final class HoldRelease {

  private static final int ATTEMPTS_MAX = 20;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final Shelves shelves;
  private final RiskDesk desk;
  private final Clock clock;

  public HoldRelease(Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.desk = new RiskDesk(shelves);
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Result {

    /** Exercise work may go on. */
    record Released(long turn) implements Result {}

    /** Nothing was held: another person was first, or there never was a hold. */
    record NotHeld() implements Result {}

    /** Flags that ask for a person are still open; they are answered first. */
    record FlagsOpen(int count) implements Result {}

    /** The client was writing all the while; try again in a moment. */
    record Busy() implements Result {}
  }

  /**
   * @param name the person's display name
   * @param note why the exercises may go on; never blank, never shown to the client
   */
  public Result release(ClientId client, StaffId by, String name, String note) {
    if (note == null || note.isBlank()) {
      throw new IllegalArgumentException("releasing a hold says why");
    }
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<Turn> last = shelves.turns().last(client, 1).stream().findFirst();
      if (last.isEmpty()) return new Result.NotHeld();
      long seq = last.get().id().seq();
      if (!last.get().open() && last.get().state().hold().isEmpty()) {
        mark(client, seq, false);
        var asked = new Opening.HoldReleased(by, name, note.strip());
        return last.get().opening().equals(asked)
            ? new Result.Released(seq) // sent twice
            : new Result.NotHeld();
      }
      int open = stillOpen(client);
      if (open > 0) return new Result.FlagsOpen(open);
      if (!last.get().open()) {
        Turn entry = entryAfter(last.get(), new Opening.HoldReleased(by, name, note.strip()));
        if (shelves.turns().open(entry)) {
          mark(client, seq + 1, true);
          return new Result.Released(seq + 1);
        }
      }
      if (!waited()) return new Result.Busy();
    }
    return new Result.Busy();
  }

  private int stillOpen(ClientId client) {
    return (int) desk.open(client).stream().filter(e -> e.level().atLeast(Level.CONCERN)).count();
  }

  /** Opened and closed in one write, so that no crash can leave it half done. */
  private Turn entryAfter(Turn last, Opening.HoldReleased opening) {
    State after = last.state().released();
    return new Turn(
        last.id().next(),
        last.conversation(),
        clock.instant(),
        opening,
        Screening.NOTHING_SAID,
        List.of(),
        after,
        List.of(),
        Optional.of(new Closing(clock.instant(), new Outcome.Noted(), Provenance.NONE)));
  }

  private void mark(ClientId client, long seq, boolean own) {
    shelves.caseload().change(client, CaseloadRow.NEW, row -> row.releasedAt(seq, own));
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
