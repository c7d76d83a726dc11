package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.web.session.Accounts;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A portal on a random port over memory, with two clinics: in Harbour, Maya and Tom see clients and
 * Ines runs the office; in Elm there is Ola.
 */
final class Practice implements AutoCloseable {
  static final String PASSWORD = "lantern pebble orchard tide";
  static final ClinicId HARBOUR = new ClinicId("harbour");
  static final ClinicId ELM = new ClinicId("elm");
  static final StaffId MAYA = new StaffId(HARBOUR, "maya");
  static final StaffId TOM = new StaffId(HARBOUR, "tom");
  static final StaffId INES = new StaffId(HARBOUR, "ines");
  static final StaffId OLA = new StaffId(ELM, "ola");

  final HandClock clock = new HandClock();
  final Shelves shelves = StoredShelves.inMemory();
  private final ApplicationContext context;
  private final String address;

  Practice() {
    this(0);
  }

  Practice(int port) {
    clinic(HARBOUR, "Harbour Practice");
    clinic(ELM, "Elm Centre");
    staff(MAYA, "Maya Lindqvist", "CBT therapist", Role.CLINICIAN);
    staff(TOM, "Tom Okafor", "Clinical psychologist", Role.CLINICIAN);
    staff(INES, "Ines Duarte", "Practice manager", Role.ADMIN);
    staff(OLA, "Ola Berg", "CBT therapist", Role.CLINICIAN);
    context = Contexts.builder("portal", port, settings(), shelves).start();
    address = "http://localhost:" + context.getBean(EmbeddedServer.class).start().getPort();
  }

  private Settings settings() {
    try {
      Path data = Files.createTempDirectory("handrail-portal");
      return new Settings(home(), data, 18080, 0, Optional.empty(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the house, whether tests start in it or in the module. */
  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("protocols")) ? here : here.getParent();
  }

  private StaffActor actor(StaffId id) {
    return new StaffActor(id, shelves.staff().get(id).orElseThrow().roles());
  }

  private void clinic(ClinicId id, String name) {
    shelves
        .clinics()
        .insert(
            id, new Clinic(id, name, ZoneId.of("Europe/London"), "GB", List.of(), List.of(), true));
  }

  private void staff(StaffId id, String name, String title, Role role) {
    String email = id.value() + "@example.org";
    shelves.staff().insert(id, new Staff(id, name, title, email, Set.of(role), List.of()));
    shelves.clinics().change(id.clinic(), clinic -> clinic.withStaff(id));
  }

  /** An active client, enrolled forty days ago, with cautious limits. */
  Life client(String value, String name, StaffId clinician) {
    var id = new ClientId(clinician.clinic(), value);
    var since = clock.instant().minus(Duration.ofDays(40));
    var client =
        new Client(
            id,
            name,
            ZoneId.of("Europe/Madrid"),
            "en",
            Client.Enrolment.ACTIVE,
            since,
            Optional.of(clinician),
            Optional.of(since),
            true);
    shelves.clients().insert(id, client);
    shelves.plans().insert(id, CarePlan.cautious(Set.of("thought_record"), since));
    shelves.staff().change(clinician, member -> member.withCase(id));
    new io.handrail.care.clinic.Roll(shelves).enrol(id);
    return new Life(shelves, clock, id);
  }

  /** A browser in which this member of staff has signed in. */
  Browser signedIn(StaffId id) {
    context.getBean(Accounts.class).create(id.value(), PASSWORD, actor(id));
    var browser = new Browser(address);
    if (browser.post("/sign-in", "name", id.value(), "password", PASSWORD).statusCode() != 303) {
      throw new AssertionError("could not sign in");
    }
    return browser;
  }

  /** Once more, for somebody who has an account already. */
  Browser signedInAgain(StaffId id) {
    var browser = new Browser(address);
    browser.post("/sign-in", "name", id.value(), "password", PASSWORD);
    return browser;
  }

  /** What an app with this secret shows now. */
  String oneTimeCode(String secret) {
    byte[] key = org.bouncycastle.util.encoders.Base32.decode(secret);
    try {
      return new com.eatthepath.otp.TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(
              new javax.crypto.spec.SecretKeySpec(key, "HmacSHA1"), clock.instant());
    } catch (java.security.InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  Browser stranger() {
    return new Browser(address);
  }

  String address() {
    return address;
  }

  ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.stop();
  }
}
