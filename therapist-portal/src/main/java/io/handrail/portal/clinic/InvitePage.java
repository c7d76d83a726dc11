package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Map;

/**
 * The invitation form.
 *
 * @param problems by field name
 * @param zones ids of time zones to choose among
 */
record InvitePage(
    Frame frame,
    InviteForm form,
    Map<String, String> problems,
    List<Option> clinicians,
    List<String> zones,
    Notice notice)
    implements PortalPage {

  /** A clinician to choose. */
  record Option(String id, String label) {}
}
