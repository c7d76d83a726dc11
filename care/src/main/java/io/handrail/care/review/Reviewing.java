package io.handrail.care.review;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Turn;
import java.time.Instant;
import java.util.List;

/** Keeps how far a clinician has read a client's log. */
public final class Reviewing {

  /** Turns beyond the mark that are read to learn what the rest asks for. */
  private static final int LOOK_AHEAD_MAX = 200;

  private final Shelves shelves;

  public Reviewing(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * Marks the log as read up to and including turn {@code upTo}. A mark never goes back and never
   * passes the journal's end.
   */
  public CaseloadRow read(ClientId client, long upTo, Instant at) {
    List<Turn> last = shelves.turns().last(client, 1);
    if (last.isEmpty()) return shelves.caseload().get(client).orElse(CaseloadRow.NEW);
    long end = last.getFirst().id().seq();
    long mark = Math.clamp(upTo, 0, end);
    Level rest = beyond(client, mark, end);
    return shelves
        .caseload()
        .change(client, CaseloadRow.NEW, row -> marked(row, mark, end, rest, at));
  }

  private static CaseloadRow marked(CaseloadRow row, long mark, long end, Level rest, Instant at) {
    long reviewed = Math.max(row.reviewedSeq(), mark);
    // Turns that came while the mark was being set keep the level they raised.
    Level highest = row.lastSeq() > end ? row.highestUnread().max(rest) : rest;
    if (reviewed >= Math.max(row.lastSeq(), end)) highest = Level.NONE;
    return row.reviewed(reviewed, Math.max(row.lastSeq(), end), highest, at);
  }

  private Level beyond(ClientId client, long mark, long end) {
    if (mark >= end) return Level.NONE;
    if (end - mark > LOOK_AHEAD_MAX) {
      return shelves.caseload().get(client).orElse(CaseloadRow.NEW).highestUnread();
    }
    return shelves.turns().between(client, mark + 1, end).stream()
        .map(turn -> turn.screening().level())
        .reduce(Level.NONE, Level::max);
  }
}
