package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * People to enrol, before anybody is.
 *
 * @param form as pasted
 * @param lines empty until it was looked at
 * @param clinicians names that may stand in the sheet
 */
record ImportPage(
    Frame frame, ImportForm form, List<Line> lines, List<String> clinicians, Notice notice)
    implements PortalPage {

  /**
   * One row.
   *
   * @param problem empty where nothing is wrong
   */
  record Line(Spreadsheet.Row row, InviteForm form, String problem) {}

  public String text() {
    return form.text();
  }

  /** Whether everyone can be enrolled as it stands. */
  public boolean ready() {
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.problem().isEmpty());
  }

  /** Whether only a box is to be ticked. */
  public boolean namesakes() {
    return lines.stream().anyMatch(line -> line.problem().contains("tick the box"));
  }
}
