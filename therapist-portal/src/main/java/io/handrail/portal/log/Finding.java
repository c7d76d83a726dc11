package io.handrail.portal.log;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.TurnNotes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Looks through one client's journal, the newest first, a stretch of places at a time. One request
 * looks at a bounded number of entries and says how far it came; no other client's are touched.
 */
@Singleton
class Finding {
  static final int LOOKED_AT_MAX = 1_000;
  static final int FOUND_MAX = 40;
  private static final int STRETCH = 200;

  private final Shelves shelves;

  Finding(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * @param turns oldest first
   * @param from the lowest place that was looked at; 1 when that was all
   */
  record Found(List<Turn> turns, long from, long to) {}

  /**
   * @param to the highest place to look at
   */
  Found find(ClientId client, LogFilter filter, long to) {
    var found = new ArrayList<Turn>();
    long high = to;
    long looked = 0;
    while (high >= 1 && looked < LOOKED_AT_MAX) {
      long low = Math.max(1, high - STRETCH + 1);
      Map<OfClient<Long>, TurnNotes> notes = notes(client, low, high);
      List<Turn> stretch = shelves.turns().between(client, low, high);
      for (Turn turn : stretch.reversed()) {
        looked++;
        if (filter.finds(turn, of(notes, turn))) found.addFirst(turn);
        if (found.size() == FOUND_MAX) return new Found(found, turn.id().seq(), to);
      }
      high = low - 1;
    }
    return new Found(found, high + 1, to);
  }

  /** What clinicians wrote beside a stretch of turns. */
  Map<OfClient<Long>, TurnNotes> notes(ClientId client, long low, long high) {
    if (high < low) return Map.of();
    List<OfClient<Long>> keys =
        LongStream.rangeClosed(TurnNotes.page(low), TurnNotes.page(high))
            .mapToObj(page -> new OfClient<>(client, page))
            .toList();
    return shelves.turnNotes().get(keys);
  }

  static List<TurnNotes.Note> of(Map<OfClient<Long>, TurnNotes> notes, Turn turn) {
    long seq = turn.id().seq();
    return notes
        .getOrDefault(new OfClient<>(turn.id().client(), TurnNotes.page(seq)), TurnNotes.EMPTY)
        .of(seq);
  }
}
