package io.handrail.portal.clinic;

import io.handrail.care.clinic.Client;
import io.handrail.portal.Frame;
import io.handrail.portal.PortalPage;
import io.handrail.web.page.QrCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one showing of several invitations.
 *
 * @param page where clients go to type their code
 */
record ImportedPage(Frame frame, String page, List<Ticket> tickets) implements PortalPage {

  /**
   * One invitation.
   *
   * @param code empty where the person was enrolled already and no new one was made
   * @param until the last day
   */
  record Ticket(
      String id, String name, String code, String link, QrCode qr, Optional<Instant> until) {
    static Ticket already(Client client) {
      return new Ticket(
          client.id().value(), client.name(), "", "", new QrCode(1, ""), Optional.empty());
    }
  }
}
