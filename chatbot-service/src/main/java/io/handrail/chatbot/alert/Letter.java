package io.handrail.chatbot.alert;

import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.alert.Rung;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Level;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What an alert says. It has no field for a name, a word of the client or what the screen saw, so
 * no channel can give one away.
 *
 * @param key the same for every repeat of one telling, so that a repeat is known as one
 * @param reference the flag's name outside the house
 * @param round how often the chain has asked, this time included
 * @param address where to; empty for a channel that has one address for all
 * @param zone the clinic's clock
 * @param link the portal's risk queue; empty where its address is not known
 */
public record Letter(
    String key,
    String reference,
    ClinicId clinic,
    Level level,
    Instant raisedAt,
    int round,
    Rung rung,
    Optional<String> address,
    ZoneId zone,
    Optional<URI> link) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'on' d MMM yyyy", Locale.UK);

  static Letter of(
      Delivery delivery,
      Errand errand,
      int round,
      Rung rung,
      Optional<String> address,
      ZoneId zone,
      Optional<URI> link) {
    return new Letter(
        delivery.key(errand, round),
        delivery.reference(),
        delivery.client().clinic(),
        delivery.level(),
        delivery.raisedAt(),
        round,
        rung,
        address,
        zone,
        link);
  }

  /** {@code answer now}: what the level asks for, and nothing about the person. */
  static String asks(Level level) {
    return switch (level) {
      case CRISIS -> "answer now";
      case CONCERN -> "answer the same working day";
      case WATCH, NONE -> "read at the next review";
    };
  }

  String subject() {
    String again = round > 1 ? " (still open)" : "";
    return "Handrail: " + asks(level) + again + " [" + reference + "]";
  }

  String text() {
    return """
    A flag asks for a person: %s.

    Flag %s, raised at %s (%s).
    %s

    You are told because %s.
    What was written is in the portal alone; this message holds none of it. The flag stays
    open, and the next people are told, until somebody answers it in the portal.
    """
        .formatted(
            asks(level),
            reference,
            MOMENT.format(raisedAt.atZone(zone)),
            zone.getId(),
            link.map(at -> "Your risk queue: " + at)
                .orElse("Open the risk queue in the therapist portal."),
            why());
  }

  private String why() {
    return switch (rung) {
      case CLINICIAN -> "the client is in your care, or you stand in for their clinician";
      case COVER -> "you cover for the client's clinician, who has not answered yet";
      case ON_CALL -> "you are on call, and nobody before you has answered yet";
      case EVERYONE -> "nobody has answered yet, and everyone is told again";
    };
  }
}
