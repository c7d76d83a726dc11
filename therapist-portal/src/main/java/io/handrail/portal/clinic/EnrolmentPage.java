package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * One client's enrolment.
 *
 * @param assigned id of the clinician; empty where there is none
 * @param chosen id of the clinician that stands in the form
 * @param invited true while the client has not joined, so that a new code can be made
 */
record EnrolmentPage(
    Frame frame,
    ClinicPage.Row client,
    String assigned,
    String chosen,
    List<InvitePage.Option> clinicians,
    boolean invited,
    Notice notice)
    implements PortalPage {}
