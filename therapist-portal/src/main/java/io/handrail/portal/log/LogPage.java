package io.handrail.portal.log;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One page of a client's log, on the client's clock.
 *
 * @param page counts from 1, the oldest
 * @param from the first journal place that this page can hold
 * @param to the last
 * @param total the journal's last place
 * @param read how far the clinician has read
 * @param clientZone whose clock the times are by
 * @param done a word on what was just stored; empty on a plain visit
 */
record LogPage(
    Frame frame,
    ChartHead head,
    List<Entry> entries,
    int page,
    int pages,
    long from,
    long to,
    long total,
    long read,
    Optional<String> readAt,
    ZoneId clientZone,
    String done)
    implements PortalPage {

  /** How an entry began. */
  enum Begun {
    SAID,
    TAPPED,
    WROTE,
    RELEASED,
    TOOK_OVER,
    HANDED_BACK,
    WHISPERED,
    APPROVED,
    REPLACED,
    TIME_PASSED
  }

  /**
   * One turn.
   *
   * @param newDay true where this entry is the first of its day on this page
   * @param firstUnread true where reading stopped the last time
   * @param by the person's name, where a person began it
   * @param pieces what was said, cut so that the words a signal rests on can be marked
   * @param level in lower case
   * @param asks what the level asks for
   * @param outcome how it ended, in words
   * @param tone {@code plain}, {@code notice} or {@code urgent}
   */
  record Entry(
      long seq,
      Instant at,
      boolean newDay,
      boolean firstUnread,
      Begun begun,
      String by,
      List<Piece> pieces,
      String level,
      String asks,
      List<String> signals,
      boolean screenIncomplete,
      List<FlagLine> flags,
      List<Shown> shown,
      String outcome,
      String tone,
      Optional<Refused> refused,
      String source,
      List<String> happened,
      boolean holdSet) {}

  /** A stretch of what was said. */
  record Piece(String text, boolean marked) {}

  /**
   * A flag and what became of it.
   *
   * @param answered who answered it, when and how; empty while it is open
   */
  record FlagLine(String reason, String level, String asks, Optional<String> answered) {}

  /**
   * A line that was shown to the client.
   *
   * @param speaker {@code script}, {@code program} or {@code person}
   * @param who as it is labelled
   */
  record Shown(String speaker, String who, String kind, String text) {}

  /** What the guard kept from the client. */
  record Refused(String model, String draft, List<String> findings) {}

  @Override
  public ZoneId zone() {
    return clientZone;
  }
}
