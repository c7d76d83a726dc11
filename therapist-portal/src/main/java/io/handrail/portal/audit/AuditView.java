package io.handrail.portal.audit;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import java.time.Instant;
import java.util.List;

/**
 * The trail, newest first.
 *
 * @param earlier where an earlier page begins; 0 at the beginning of the trail
 * @param looked how many entries were looked through for this page
 * @param total how many there are in all
 */
record AuditView(
    Frame frame,
    List<Row> rows,
    List<String> areas,
    List<Person> people,
    String area,
    String person,
    String client,
    long earlier,
    int looked,
    long total,
    Checked checked)
    implements PortalPage {

  /**
   * One entry.
   *
   * @param kind for the words under {@code audit.kind.}
   * @param about whom it was about; empty for nobody in particular
   */
  record Row(long seq, Instant at, String kind, String area, String by, String about) {}

  /** A colleague to look for. */
  record Person(String id, String name) {}

  /**
   * What a look at the whole chain found.
   *
   * @param said {@code holds}, {@code broken} or {@code not-yet}
   * @param entry where it breaks
   * @param fault for the words under {@code audit.fault.}
   * @param anchor to keep elsewhere
   */
  record Checked(String said, long entry, String fault, String anchor) {}
}
