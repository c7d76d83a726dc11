package io.handrail.portal.caseload;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.portal.ReasonWords.Why;
import java.util.List;
import java.util.Optional;

/**
 * The caseload.
 *
 * @param first how many clients need the clinician before anything else
 */
record CaseloadPage(Frame frame, List<Group> groups, int clients, int first) implements PortalPage {

  /** Clients that wait for the same kind of thing. */
  record Group(String id, String heading, List<Row> rows) {}

  /**
   * One client.
   *
   * @param place the first reason's place, in lower case, for the mark beside the name
   * @param words the beginning of what asks for most among the open flags
   * @param active when the client was last heard from
   * @param standsInFor the clinician, where the reader only stands in; else empty
   * @param read when the log was last read
   */
  record Row(
      String id,
      String name,
      String place,
      List<Why> reasons,
      Optional<String> words,
      boolean paused,
      String active,
      String read,
      String standsInFor) {}
}
