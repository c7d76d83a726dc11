package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.web.page.Localised;
import java.time.ZoneId;
import java.util.List;

/** Everyone enrolled, and who answers for them. It says nothing of how anyone is. */
record ClinicPage(Frame frame, List<Row> clients, List<Member> staff, int unassigned, Notice notice)
    implements Localised {

  /**
   * One client.
   *
   * @param clinician empty where nobody is assigned, which nobody should leave so
   */
  record Row(
      String id,
      String name,
      String language,
      String zone,
      String enrolment,
      String enrolledAt,
      String clinician,
      String since) {}

  /** A clinician and how many clients they have. */
  record Member(String name, String title, String roles, int clients) {}

  @Override
  public String language() {
    return "en";
  }

  @Override
  public ZoneId zone() {
    return frame.zone();
  }
}
