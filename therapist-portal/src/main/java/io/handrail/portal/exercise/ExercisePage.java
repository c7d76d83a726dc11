package io.handrail.portal.exercise;

import io.handrail.care.protocol.Sheet;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.portal.TrendRow;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One worksheet.
 *
 * @param version of the protocol it was done with
 * @param run what its address ends with
 * @param firstSeq the journal place it began at
 * @param sheet empty where this version of the protocol cannot be read any more
 */
record ExercisePage(
    Frame frame,
    ChartHead head,
    String title,
    String version,
    Instant startedAt,
    Instant endedAt,
    boolean finished,
    String run,
    long firstSeq,
    Optional<Sheet> sheet,
    TrendRow trends)
    implements PortalPage {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

  /** In a line: when it was done, with what, and how it ended. */
  public String facts() {
    return MOMENT.format(startedAt.atZone(frame.zone()))
        + " to "
        + DateTimeFormatter.ofPattern("HH:mm").format(endedAt.atZone(frame.zone()))
        + ", version "
        + version
        + ", "
        + (finished ? "finished" : "stopped before the end");
  }

  /** The whole worksheet as plain text, to copy. */
  public String text() {
    var text = new StringBuilder(head.name() + ": " + title + "\n" + facts() + "\n");
    for (Sheet.Row row : sheet.map(Sheet::rows).orElse(List.of())) {
      text.append('\n').append(row.title()).append('\n');
      if (row.lines().isEmpty()) text.append("  (").append(left(row)).append(")\n");
      row.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  private static String left(Sheet.Row row) {
    return row.state() == Sheet.State.SKIPPED ? "skipped" : "not reached";
  }
}
