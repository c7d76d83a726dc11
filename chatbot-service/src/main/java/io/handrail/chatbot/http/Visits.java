package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Access;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Staff;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.review.CaseloadRow;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Lets a client in to their own pages. Missing means no. */
@Singleton
class Visits {
  private final Shelves shelves;
  private final Messages messages;
  private final Clock clock;

  Visits(Shelves shelves, Messages messages, Clock clock) {
    this.shelves = shelves;
    this.messages = messages;
    this.clock = clock;
  }

  /** Empty when the actor may not take part; the page is then as if it were not there. */
  Optional<Visit> of(ClientActor actor) {
    return shelves
        .clients()
        .get(actor.id())
        .filter(client -> Access.may(actor, Act.TAKE_PART, client) instanceof Access.Allowed)
        .flatMap(client -> shelves.clinics().get(client.id().clinic()).map(c -> visit(client, c)));
  }

  /** The same client with their homework as it is now. */
  Visit again(Visit visit) {
    HomeworkBook homework = homework(visit.client());
    return new Visit(
        visit.client(),
        visit.clinic(),
        visit.therapist(),
        homework,
        visit.consent(),
        frame(visit.client(), visit.clinic(), homework));
  }

  /** True while this actor may still take part; streams ask it again and again. */
  boolean still(ClientActor actor) {
    return shelves
        .clients()
        .get(actor.id())
        .filter(client -> Access.may(actor, Act.TAKE_PART, client) instanceof Access.Allowed)
        .isPresent();
  }

  private Visit visit(Client client, Clinic clinic) {
    HomeworkBook homework = homework(client);
    var frame = frame(client, clinic, homework);
    return new Visit(
        client,
        clinic,
        therapist(client, frame.language()),
        homework,
        shelves.consents().get(client.id()),
        frame);
  }

  private HomeworkBook homework(Client client) {
    return shelves.homework().get(client.id()).orElse(HomeworkBook.EMPTY);
  }

  private Frame frame(Client client, Clinic clinic, HomeworkBook homework) {
    return new Frame(
        messages.nearest(client.language()),
        client.zone(),
        "",
        (int) homework.unread(),
        device(client.id()),
        clinic.synthetic());
  }

  private Therapist therapist(Client client, String language) {
    var readAt = shelves.caseload().get(client.id()).flatMap(CaseloadRow::reviewedAt);
    Instant now = clock.instant();
    Optional<Staff> own = client.clinician().flatMap(id -> shelves.staff().get(id));
    Optional<Staff> standing = client.coveredAt(now).flatMap(id -> shelves.staff().get(id));
    if (standing.isPresent() && own.isPresent()) {
      return standingIn(standing.get(), own.get(), client, language, readAt);
    }
    return own.map(s -> new Therapist(s.name(), Therapist.initials(s.name()), s.title(), readAt))
        .orElseGet(() ->
            new Therapist(
                messages.text(language, "therapist.none"),
                "·",
                messages.text(language, "therapist.none.title"),
                Optional.empty()));
  }

  /** The client reads who stands in, for whom, and until when. */
  private Therapist standingIn(
      Staff who, Staff own, Client client, String language, Optional<Instant> readAt) {
    Instant last = client.cover().orElseThrow().until().minusSeconds(1);
    String until =
        DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag(language))
            .format(last.atZone(client.zone()));
    return new Therapist(
        who.name(),
        Therapist.initials(who.name()),
        messages.text(language, "therapist.cover", own.name(), until),
        readAt,
        Optional.of(own.name()));
  }

  private static String device(ClientId id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("draft " + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
