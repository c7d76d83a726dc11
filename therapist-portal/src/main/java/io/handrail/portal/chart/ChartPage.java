package io.handrail.portal.chart;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.portal.ReasonWords.Why;
import io.handrail.portal.TrendRow;
import java.util.List;
import java.util.Optional;

/**
 * A client's page.
 *
 * @param since when the log was last read; empty before the first time
 * @param quotes the client's own words past the last review, what asks for most first
 * @param agenda the latest worksheet that is meant for the top of this page, for a while
 * @param more how many more messages there are past the last review, beyond those quotes
 */
record ChartPage(
    Frame frame,
    ChartHead head,
    List<Why> reasons,
    Optional<String> since,
    String lastActive,
    List<Quote> quotes,
    int more,
    List<Piece> homework,
    List<Exercise> exercises,
    int finished,
    List<Line> limits,
    Optional<Agenda> agenda,
    List<Diary> diaries,
    Optional<Agreed> consent,
    Remembered remembered,
    String inCareSince)
    implements PortalPage {

  /** Words of the client, with the place they stand at. */
  record Quote(long seq, String at, String level, String asks, String words) {}

  /** Homework that is not over. */
  record Piece(String id, String task, String when, String status, boolean waits, String at) {}

  /** A worksheet. */
  record Exercise(String run, String title, String at, boolean finished) {}

  /**
   * What the client wants on top before the next session.
   *
   * @param rows each title with the client's own lines, in their order
   */
  record Agenda(String title, String run, String at, List<Row> rows) {}

  /** A line of a worksheet. */
  record Row(String title, List<String> lines) {}

  /** A diary over time. */
  record Diary(String title, String run, TrendRow trends) {}

  /** One limit in words. */
  record Line(String name, String value) {}

  /** What the program remembers of earlier sittings, and whether the client said yes to each. */
  record Remembered(boolean off, List<Known> facts) {}

  /** One thing that is remembered. */
  record Known(String title, String value, long turn, boolean allowed) {}

  /** What the client agreed to. */
  record Agreed(String version, boolean model, boolean summaries, boolean stands, String at) {}
}
