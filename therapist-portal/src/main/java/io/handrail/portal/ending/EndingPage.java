package io.handrail.portal.ending;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/**
 * Use and ending.
 *
 * @param counted the last two weeks in a sentence
 * @param signs what stands out
 * @param limit messages a day by the care plan
 * @param taper the planned one; empty where there is none
 */
record EndingPage(
    Frame frame,
    ChartHead head,
    String counted,
    List<Sign> signs,
    int limit,
    Optional<Planned> taper,
    Form form,
    List<Reader> readers,
    Notice notice)
    implements PortalPage {

  /** One thing that stands out and where it was counted. */
  record Sign(String said, List<Long> turns) {}

  /** A taper. */
  record Planned(int version, String ends, List<Step> steps, String word, String by) {}

  /** A date and what holds from then. */
  record Step(String from, int messages, boolean now) {}

  /** As typed, or what we suggest. */
  record Form(int seen, String begins, int weeks, int down, String word) {}

  /** Who opened what. */
  record Reader(String name, String why, String at, long from, long to) {}
}
