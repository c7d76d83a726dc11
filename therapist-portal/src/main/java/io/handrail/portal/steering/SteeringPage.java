package io.handrail.portal.steering;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the program is steered with one client.
 *
 * @param exercises what may be offered first, by name and title
 * @param past messages that a preview can be made on
 * @param followed what the program is told by now, a line each
 * @param model true where a model may take part
 */
record SteeringPage(
    Frame frame,
    ChartHead head,
    SteeringForm form,
    Map<String, String> problems,
    List<Choice> exercises,
    List<Past> past,
    List<String> followed,
    boolean model,
    Optional<Shown> preview,
    String changed,
    Notice notice)
    implements PortalPage {

  record Choice(String name, String title) {}

  /** A past message. */
  record Past(long turn, String at, String words, boolean chosen) {}

  /**
   * A preview.
   *
   * @param ready false while the chat still makes it
   */
  record Shown(boolean ready, List<Pair> pairs) {}

  record Pair(String words, String at, List<Side> sides) {}

  /**
   * One way to answer, before and after.
   *
   * @param who {@code Script} or {@code Model}
   * @param same true where both are the same
   */
  record Side(
      String who, String before, String after, String how, List<String> findings, boolean same) {}
}
