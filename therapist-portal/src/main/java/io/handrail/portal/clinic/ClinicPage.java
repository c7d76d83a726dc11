package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Map;

/**
 * Everyone enrolled, and who answers for them. It says nothing of how anyone is.
 *
 * @param wordsBriefs true where a model may word briefs
 */
record ClinicPage(
    Frame frame,
    List<Row> clients,
    Leaf leaf,
    List<Member> staff,
    int unassigned,
    Alerts alerts,
    boolean wordsBriefs,
    Notice notice)
    implements PortalPage {

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

  /**
   * Which part of the roll is shown.
   *
   * @param page counts from 1, the latest enrolled
   * @param total how many are enrolled in all
   * @param name what was looked for; empty for everyone
   * @param more true where more were found than are shown
   */
  record Leaf(int page, int pages, int total, String name, boolean more) {}

  /** A clinician and how many clients they have. */
  record Member(String name, String title, String roles, int clients) {}

  /**
   * Who is told of flags that are not answered.
   *
   * @param warnings what keeps alerts from reaching people, in whole sentences
   * @param ways how they leave the house, as words; empty when they do not
   * @param problems what is wrong with what was typed, by field name
   * @param zone the clinic's, as a person says it
   */
  record Alerts(
      List<String> warnings,
      String ways,
      List<Person> people,
      RotaForm form,
      Map<String, String> problems,
      String zone) {}

  /** Somebody who can be named. */
  record Person(String id, String name, String email, boolean cover, boolean onCall) {}
}
