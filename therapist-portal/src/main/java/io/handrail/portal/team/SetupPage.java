package io.handrail.portal.team;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/** Who supervises whom, for an administrator. */
record SetupPage(Frame frame, List<Supervisor> supervisors, Notice notice) implements PortalPage {

  /** A supervisor and every clinician, ticked or not. */
  record Supervisor(String id, String name, List<Member> members) {}

  /** A clinician. */
  record Member(String id, String name, boolean on) {}
}
