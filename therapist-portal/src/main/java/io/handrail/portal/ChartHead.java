package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.CaseloadRow;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands above every page about one client.
 *
 * @param localTime the client's clock now, with the place, for example {@code 21:14 in Madrid}
 * @param language in English, as a clinician reads it
 * @param unread turns past the last review
 * @param waiting homework that waits for the clinician
 */
public record ChartHead(
    String id,
    String name,
    String localTime,
    String language,
    String enrolment,
    boolean held,
    boolean paused,
    int openFlags,
    long unread,
    int waiting) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  public static ChartHead of(Client client, Shelves shelves, int openFlags, Instant now) {
    CaseloadRow row = shelves.caseload().get(client.id()).orElse(CaseloadRow.NEW);
    Optional<CarePlan> plan = shelves.plans().get(client.id());
    return new ChartHead(
        client.id().value(),
        client.name(),
        localTime(client, now),
        Locale.forLanguageTag(client.language()).getDisplayLanguage(Locale.UK),
        enrolment(client),
        row.held(),
        plan.map(CarePlan::paused).orElse(true),
        openFlags,
        Math.max(0, row.unreadTurns()),
        row.homeworkWaiting());
  }

  private static String localTime(Client client, Instant now) {
    ZonedDateTime there = now.atZone(client.zone());
    String id = client.zone().getId();
    String place =
        id.contains("/")
            ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ')
            : client.zone().getDisplayName(TextStyle.SHORT, Locale.UK);
    return CLOCK.format(there) + " in " + place;
  }

  private static String enrolment(Client client) {
    return switch (client.enrolment()) {
      case INVITED -> "Invited";
      case ACTIVE -> "Active";
      case DISCHARGED -> "Discharged";
    };
  }
}
