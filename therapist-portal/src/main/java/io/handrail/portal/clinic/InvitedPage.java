package io.handrail.portal.clinic;

import io.handrail.portal.Frame;
import io.handrail.web.page.Localised;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The one showing of an invitation.
 *
 * @param page where the client goes to type the code
 * @param link the same with the code in it
 * @param code what the client types there; it is stored nowhere
 */
record InvitedPage(
    Frame frame,
    String id,
    String name,
    String language,
    String clinician,
    String page,
    String link,
    String code,
    Instant expiresAt,
    boolean colleague)
    implements Localised {

  @Override
  public ZoneId zone() {
    return frame.zone();
  }
}
