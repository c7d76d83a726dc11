package io.handrail.portal.team;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.time.Instant;
import java.util.List;

/**
 * The stretch of a log that a supervisor may read.
 *
 * @param of the clinician
 */
record SamplePage(Frame frame, String name, String of, String why, List<Entry> entries)
    implements PortalPage {

  /** One entry. */
  record Entry(
      long seq,
      Instant at,
      String who,
      String said,
      String level,
      List<Shown> shown,
      String refused) {}

  /** A line that was shown. */
  record Shown(String who, String text) {}
}
