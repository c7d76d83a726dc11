package io.handrail.tests.stage;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.EmbeddedServer;
import io.handrail.care.mongo.KeyEncryptionKey;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A clinic that is put into a store before the product starts on it, with as many made-up people as
 * a story or a bench needs. All have the same password, hashed once.
 */
public final class MadeUpClinic {
  private static final String PASSWORD = "plain wooden bench in the park";
  private static final int MESSAGES_A_DAY = 500;
  private final Shelves shelves;
  private final ClinicId id;

  /** Begins the clinic, or goes on with it where it is there already. */
  public MadeUpClinic(Shelves shelves, String name) {
    this.shelves = shelves;
    this.id = new ClinicId(name);
    shelves
        .clinics()
        .insert(
            id,
            new Clinic(
                id,
                "Clinic " + name,
                ZoneId.of("Europe/London"),
                "GB",
                List.of(),
                List.of(),
                true));
  }

  /** Opens the embedded store of a folder, in which no product runs, for one piece of work. */
  public static <T> T in(Path data, Function<Shelves, T> work) {
    return in(data, Optional.empty(), Map.of(), work);
  }

  /**
   * @param store connection string of a server; empty for the embedded store of the folder
   * @param environment names the key of that server
   */
  public static <T> T in(
      Path data,
      Optional<String> store,
      Map<String, String> environment,
      Function<Shelves, T> work) {
    if (store.isPresent()) {
      try (var shelves =
          StoredShelves.connect(store.get(), KeyEncryptionKey.fromEnvironment(environment))) {
        return work.apply(shelves);
      }
    }
    try (var server = EmbeddedServer.start(data, environment);
        var shelves = StoredShelves.in(server)) {
      return work.apply(shelves);
    }
  }

  public StaffId staffId(String name) {
    return new StaffId(id, name);
  }

  public ClientId clientId(String name) {
    return new ClientId(id, name);
  }

  /** A member of staff who can sign in. */
  public SignIn staff(String name, Role... roles) {
    Set<Role> all = Set.of(roles);
    var actor = new StaffActor(atWork(name, all), all);
    return account(all.contains(Role.ADMIN) ? "admin" : "clinician", name, actor);
  }

  /** A clinician who has no way to sign in. */
  public StaffId clinician(String name) {
    return atWork(name, Set.of(Role.CLINICIAN));
  }

  private StaffId atWork(String name, Set<Role> roles) {
    StaffId staff = staffId(name);
    shelves.staff().insert(staff, new Staff(staff, titled(name), "", "", roles, List.of()));
    shelves.clinics().change(id, clinic -> clinic.withStaff(staff));
    return staff;
  }

  /**
   * Somebody in care, who has agreed to take part and can sign in.
   *
   * @param clinician by name; must be there already
   * @param model whether the client agreed to replies worded by a model
   */
  public SignIn client(String name, String clinician, boolean model) {
    return account("client", name, new ClientActor(inCare(name, clinician, model)));
  }

  /** Somebody who can sign in for the first time, and has not agreed to anything yet. */
  public SignIn newcomer(String name, String clinician) {
    return account("client", name, new ClientActor(enrolled(name, clinician)));
  }

  /** As {@link #client}, with no way to sign in. */
  public ClientId inCare(String name, String clinician, boolean model) {
    ClientId client = enrolled(name, clinician);
    shelves
        .consents()
        .insert(client, new Consent("2026-1", model, Instant.now(), Optional.empty()));
    return client;
  }

  private ClientId enrolled(String name, String clinician) {
    ClientId client = clientId(name);
    StaffId therapist = staffId(clinician);
    Instant now = Instant.now();
    shelves
        .clients()
        .insert(
            client,
            new Client(
                client,
                titled(name),
                ZoneId.of("Europe/London"),
                "en",
                Client.Enrolment.ACTIVE,
                now,
                Optional.of(therapist),
                Optional.of(now),
                true));
    new Roll(shelves).enrol(client);
    shelves.staff().change(therapist, staff -> staff.withCase(client));
    CarePlan cautious =
        CarePlan.cautious(
            Set.of(
                "thought_record",
                "behavioural_activation",
                "problem_solving",
                "worry_time",
                "graded_exposure",
                "check_in",
                "sleep_diary",
                "session_agenda",
                "safety_plan"),
            now);
    shelves
        .plans()
        .insert(
            client,
            cautious.limited(
                cautious.protocols(), MESSAGES_A_DAY, List.of(), CarePlan.ModelUse.PHRASING));
    return client;
  }

  private SignIn account(String role, String name, Actor actor) {
    String user = name + "." + id.value();
    String key = Accounts.key(user);
    shelves
        .accounts()
        .insert(key, new Account(key, Hash.OF_PASSWORD, actor, true, 0, Instant.now()));
    return new SignIn(role, titled(name), user, PASSWORD);
  }

  /** How somebody signs in who was made up before, whatever they are. */
  public SignIn signIn(String name) {
    return new SignIn("", titled(name), name + "." + id.value(), PASSWORD);
  }

  /** Made when it is first needed: it costs a good part of a second. */
  private static final class Hash {
    private static final String OF_PASSWORD = new Passwords().hash(PASSWORD);
  }

  private static String titled(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
