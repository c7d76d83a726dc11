package io.handrail.tests.bench;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.EmbeddedServer;
import io.handrail.care.mongo.KeyEncryptionKey;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.tests.stage.SignIn;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A made-up clinic with as many clients as a bench needs, put into the store before a start. */
final class BenchClinic {
  private static final String PASSWORD = "plain wooden bench in the park";
  private static final int MESSAGES_A_DAY = 500;

  private BenchClinic() {}

  /**
   * Enrols clients who agreed to a model ({@code model-N}) and as many who did not ({@code
   * script-N}).
   *
   * @param store connection string of a server; empty for the embedded one in the folder
   * @param environment names the key of that server
   */
  static List<SignIn> enrol(
      Path data, Optional<String> store, Map<String, String> environment, String run, int each) {
    if (store.isPresent()) {
      try (var shelves =
          StoredShelves.connect(store.get(), KeyEncryptionKey.fromEnvironment(environment))) {
        return fill(shelves, run, each);
      }
    }
    try (var server = EmbeddedServer.start(data, environment);
        var shelves = StoredShelves.in(server)) {
      return fill(shelves, run, each);
    }
  }

  private static List<SignIn> fill(Shelves shelves, String run, int each) {
    var clinic = new ClinicId("bench-" + run);
    var clinician = new StaffId(clinic, "therapist");
    shelves
        .clinics()
        .insert(
            clinic,
            new Clinic(clinic, "Bench", ZoneOffset.UTC, "GB", List.of(), List.of(), true));
    shelves
        .staff()
        .insert(
            clinician,
            new Staff(clinician, "Bench", "", "", Set.of(Role.CLINICIAN), List.of()));
    String hash = new Passwords().hash(PASSWORD);
    List<SignIn> all = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      all.add(client(shelves, new ClientId(clinic, "model-" + i), clinician, hash, true));
      all.add(client(shelves, new ClientId(clinic, "script-" + i), clinician, hash, false));
    }
    return all;
  }

  private static SignIn client(
      Shelves shelves, ClientId id, StaffId clinician, String hash, boolean model) {
    Instant now = Instant.now();
    String user = id.value() + "." + id.clinic().value();
    shelves
        .clients()
        .insert(
            id,
            new Client(
                id,
                id.value(),
                ZoneOffset.UTC,
                "en",
                Client.Enrolment.ACTIVE,
                now,
                Optional.of(clinician),
                Optional.of(now),
                true));
    CarePlan cautious = CarePlan.cautious(Set.of("thought_record", "check_in"), now);
    shelves
        .plans()
        .insert(
            id,
            cautious.limited(
                cautious.protocols(), MESSAGES_A_DAY, List.of(), CarePlan.ModelUse.PHRASING));
    shelves.consents().insert(id, new Consent("2026-1", model, now, Optional.empty()));
    String key = Accounts.key(user);
    shelves
        .accounts()
        .insert(key, new Account(key, hash, new ClientActor(id), true, 0, now));
    return new SignIn("client", id.value(), user, PASSWORD);
  }
}
