package io.handrail.portal.review;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * A reading list for so many minutes.
 *
 * @param minutes that there are
 * @param takes how long the list takes, in words
 * @param over true where risk alone takes longer
 * @param left clients with new entries who did not fit
 */
record ReviewPage(
    Frame frame, int minutes, String takes, boolean over, int left, List<Stop> stops, Notice notice)
    implements PortalPage {

  /** One stretch to read. */
  record Stop(String id, String name, String mark, String why, long from, long to, String takes) {}
}
