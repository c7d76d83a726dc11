package io.handrail.portal.signins;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/** How everyone of a clinic's staff comes in. */
record SignInsPage(Frame frame, boolean required, List<Member> members, int without, Notice notice)
    implements PortalPage {

  /**
   * @param joined false while the invitation has not been taken up
   * @param self true for whoever looks: nobody resets their own
   */
  record Member(
      String id, String name, String title, boolean joined, boolean secondFactor, boolean self) {}
}
