package io.handrail.portal.cover;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * Who stands in for whom.
 *
 * @param own clients of this clinician
 * @param standing clients this clinician stands in for
 * @param from as typed, or today
 * @param until as typed, or in a week
 */
record CoverPage(
    Frame frame,
    List<Own> own,
    List<Standing> standing,
    List<Colleague> colleagues,
    String from,
    String until,
    String note,
    Notice notice)
    implements PortalPage {

  /** One's own client, and who stands in; empty for nobody. */
  record Own(String id, String name, String covered) {}

  /** A colleague's client. */
  record Standing(String id, String name, String of, String until, String note) {}

  /** Somebody who can stand in. */
  record Colleague(String id, String name) {}
}
