package io.handrail.portal.plan;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Map;

/**
 * The limits form of one client.
 *
 * @param form what stands in the form: what is stored, or what was typed and refused
 * @param problems by field name; empty when nothing is wrong
 * @param history newest first
 * @param templates what the form can begin from
 * @param hoursNow {@code within} or {@code outside} the stored hours; empty where none are stored
 */
record PlanPage(
    Frame frame,
    ChartHead head,
    List<Choice> protocols,
    List<Against> against,
    LimitsForm form,
    Map<String, String> problems,
    List<Change> history,
    String hoursNow,
    List<Ready> templates,
    Notice notice)
    implements PortalPage {

  /**
   * A protocol that there is.
   *
   * @param heldBack what speaks against it for this client; empty when nothing does
   */
  record Choice(
      String name,
      String title,
      String summary,
      String version,
      boolean permitted,
      String heldBack) {}

  /**
   * A template.
   *
   * @param about whose it is, or what it is for
   * @param own true where this person may take it out
   */
  record Ready(String id, String name, String about, boolean own) {}

  /** What can speak against exercises. */
  record Against(String name, String words, boolean applies) {}

  /**
   * One change of the plan.
   *
   * @param words what changed, a line each; empty for the first plan
   */
  record Change(int version, String at, String by, List<String> words) {}
}
