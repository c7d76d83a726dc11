package io.handrail.portal.log;

import io.handrail.care.review.fidelity.Violations;
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
 * @param me the reader, who may take out notes of their own
 * @param wrong a note that was not taken
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
    String done,
    LogFilter filter,
    List<LogFilter.Way> ways,
    List<Choice> exercises,
    Look look,
    String me,
    Wrong wrong)
    implements PortalPage {

  record Choice(String name, String title) {}

  /** What one can say that the program did wrong. */
  public List<String> violations() {
    return Violations.names();
  }

  /** All entries of this page as plain text, to copy. */
  public String text() {
    return LogText.of(this);
  }

  public String covers() {
    return LogText.covers(this);
  }

  /**
   * How the entries were chosen.
   *
   * @param kind {@code page}, {@code conversation} or {@code found}
   * @param from the lowest place that was looked at
   * @param further the address that looks further back; empty where there is nothing more
   */
  record Look(String kind, long from, long to, String further) {
    static final Look NONE = new Look("page", 0, 0, "");
  }

  /** A note that was not taken, with what was typed. */
  record Wrong(long turn, String why, String typed) {
    static final Wrong NOTHING = new Wrong(0, "", "");
  }

  LogPage with(Wrong note) {
    return new LogPage(
        frame,
        head,
        entries,
        page,
        pages,
        from,
        to,
        total,
        read,
        readAt,
        clientZone,
        done,
        filter,
        ways,
        exercises,
        look,
        me,
        note);
  }

  /**
   * Where a conversation begins, or goes on from the page before.
   *
   * @param first the journal place of its first entry
   */
  record Thread(String title, long first, boolean goesOn) {}

  /** What a clinician wrote beside an entry. */
  record Beside(String id, String by, boolean own, String at, String mark, String text) {}

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
   * @param thread set on the first entry of a conversation on this page
   * @param waited the draft that waited for a yes, where it did
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
      boolean holdSet,
      Optional<Thread> thread,
      List<Beside> notes,
      Optional<String> waited) {

    /** What the form for a new note calls it. */
    public String noteId() {
      return java.util.UUID.randomUUID().toString();
    }

    /** What began it, in a line. */
    public String act() {
      return LogText.act(this);
    }
  }

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
