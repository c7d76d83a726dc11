package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.web.page.QrCode;
import java.time.Instant;

/**
 * The one showing of an invitation.
 *
 * @param page where the client goes to type the code
 * @param link the same with the code in it
 * @param qr the same, for a telephone's camera
 * @param code what the client types there; it is stored nowhere
 */
record InvitedPage(
    Frame frame,
    String id,
    String name,
    @Override String language,
    String clinician,
    String page,
    String link,
    QrCode qr,
    String code,
    Instant expiresAt,
    boolean colleague)
    implements PortalPage {}
