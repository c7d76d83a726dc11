package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.chatbot.WardWiring;
import io.handrail.chatbot.turn.Screen;
import io.handrail.web.session.Accounts;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The chatbot's pages over memory shelves and a plain spine, with two clients and a therapist. */
final class Ward implements AutoCloseable {
  static final String PASSWORD = "lantern pebble orchard tide";
  static final ClinicId CLINIC = new ClinicId("willow");
  static final ClientId MAYA = new ClientId(CLINIC, "maya");
  static final ClientId LUCIA = new ClientId(CLINIC, "lucia");
  static final StaffId SAM = new StaffId(CLINIC, "sam");
  final Clock clock;
  final Shelves shelves = StoredShelves.inMemory();
  final PlainConversing conversing;
  final ApplicationContext context;

  Ward() {
    this(Clock.systemUTC(), 0);
  }

  Ward(Clock clock, int port) {
    this.clock = clock;
    try {
      Path data = Files.createTempDirectory("handrail-ward");
      conversing = new PlainConversing(shelves, SmallRecord.under(data), clock);
      var settings = new Settings(data, data, 0, 0, Optional.empty(), clock);
      Screen screen =
          heard -> heard.text().contains(PlainConversing.CRISIS) ? CRISIS : Screening.NOTHING_SAID;
      context =
          Contexts.builder("chatbot", port, settings, shelves)
              .singletons(new WardWiring.Parts(conversing, screen))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    people();
    context.getBean(EmbeddedServer.class).start();
  }

  private static final Screening CRISIS = new Screening(Level.CRISIS, List.of(), "en", true);

  private void people() {
    Instant then = Instant.parse("2026-01-05T09:00:00Z");
    shelves
        .clinics()
        .insert(
            CLINIC,
            new Clinic(
                CLINIC,
                "Willow Lane Practice",
                ZoneId.of("Europe/London"),
                "GB",
                List.of(SAM),
                List.of(MAYA, LUCIA),
                true));
    shelves
        .staff()
        .insert(
            SAM,
            new Staff(
                SAM,
                "Sam Okafor",
                "CBT therapist",
                "sam@willow.example",
                Set.of(Role.CLINICIAN),
                List.of(MAYA, LUCIA)));
    client(MAYA, "Maya Lindqvist", "en", Client.Enrolment.ACTIVE, then);
    client(LUCIA, "Lucía Fernández", "es", Client.Enrolment.ACTIVE, then);
  }

  void client(ClientId id, String name, String language, Client.Enrolment enrolment, Instant then) {
    shelves
        .clients()
        .insert(
            id,
            new Client(
                id,
                name,
                ZoneId.of("Europe/London"),
                language,
                enrolment,
                then,
                Optional.of(SAM),
                Optional.of(then),
                true));
    shelves
        .plans()
        .insert(id, CarePlan.cautious(Set.of("thought_record", "activity", "check_in"), then));
    if (enrolment == Client.Enrolment.ACTIVE) {
      context.getBean(Accounts.class).create(id.value(), PASSWORD, new ClientActor(id));
    }
  }

  void agrees(ClientId id) {
    var given = new Consent(Agreement.VERSION, false, clock.instant(), Optional.empty());
    if (!shelves.consents().insert(id, given)) shelves.consents().change(id, before -> given);
  }

  void homework(ClientId id, Homework homework) {
    shelves.homework().change(id, HomeworkBook.EMPTY, book -> book.with(homework));
  }

  String url() {
    return "http://localhost:" + context.getBean(EmbeddedServer.class).getPort();
  }

  /** A phone that is signed in as this client, who has agreed to take part. */
  Phone phone(ClientId id) {
    agrees(id);
    var phone = new Phone(url());
    phone.post("/sign-in", "name", id.value(), "password", PASSWORD);
    return phone;
  }

  @Override
  public void close() {
    context.stop();
  }
}
