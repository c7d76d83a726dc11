package io.handrail.portal.team;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * A supervisor's team.
 *
 * @param week the week the sample is drawn for, for example {@code 2026-W47}
 */
record TeamPage(Frame frame, String week, List<Row> rows, Notice notice) implements PortalPage {

  /** One clinician's caseload in numbers. */
  record Row(
      String name,
      int clients,
      int flags,
      String oldest,
      int overdue,
      long longest,
      int homework,
      int worse,
      String agreement,
      List<Drawn> sample) {}

  /** A client whose latest stretch may be read this week, and why. */
  record Drawn(String id, String name, String why) {}
}
