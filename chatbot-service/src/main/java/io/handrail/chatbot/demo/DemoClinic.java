package io.handrail.chatbot.demo;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Client.Enrolment;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasurePlan.Assignment;
import io.handrail.care.measure.MeasurePlan.Often;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.chatbot.demo.Lives.Life;
import io.handrail.chatbot.demo.Lives.Person;
import io.handrail.web.session.Accounts;
import io.handrail.web.up.Seed;
import io.handrail.web.up.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fills a new house with the synthetic clinic. What clients did is made by walking the real spine
 * with a clock set back, so the demo data is exactly what the product would have stored. A broken
 * start is finished by the next: every piece is stored once, and a client's account comes last.
 */
public final class DemoClinic implements Seed {
  private static final String CONSENT_VERSION = "2026-1";

  @Override
  public List<SignIn> sow(Settings settings, Shelves shelves, Accounts accounts) {
    Lives lives = Lives.read();
    Instant now = settings.clock().instant();
    var clinic = new ClinicId(lives.house().id());
    shelves
        .clinics()
        .insert(
            clinic,
            new Clinic(
                clinic,
                lives.house().name(),
                lives.house().zone(),
                lives.house().region(),
                List.of(),
                List.of(),
                true));
    var signIns = new ArrayList<SignIn>();
    for (Person person : lives.staff()) signIns.add(staff(person, clinic, shelves, accounts));
    onCall(lives, clinic, shelves);
    List<Life> lived =
        lives.clients().stream()
            .filter(life -> !erased(new ClientId(clinic, life.id()), shelves))
            .toList();
    // A start on what is there already needs no second spine to relive it with.
    List<Life> missing =
        lived.stream()
            .filter(life -> shelves.accounts().get(Accounts.key(life.user())).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      var past = new Past(settings, shelves);
      missing.forEach(life -> client(life, clinic, now, past, shelves, accounts));
    }
    lived.forEach(
        life -> signIns.add(new SignIn("client", life.name(), life.user(), life.password())));
    new Arrangements(clinic, lives.house().zone(), now, shelves).sow();
    return List.copyOf(signIns);
  }

  /** Whoever confirmed an erasure, or is in the middle of one, meant it: nobody comes back. */
  private static boolean erased(ClientId client, Shelves shelves) {
    return shelves.erasures().get(client).filter(erasure -> !erasure.waiting()).isPresent();
  }

  /** Whoever supervises is on call, until somebody says otherwise. */
  private static void onCall(Lives lives, ClinicId clinic, Shelves shelves) {
    List<StaffId> supervisors =
        lives.staff().stream()
            .filter(person -> person.roles().contains("supervisor"))
            .map(person -> new StaffId(clinic, person.id()))
            .toList();
    var rota =
        new Rota(List.of(), supervisors, Rota.NOBODY.urgentEvery(), Rota.NOBODY.sameDayEvery());
    shelves.clinics().change(clinic, c -> c.alerts().isPresent() ? c : c.withRota(rota));
  }

  private static SignIn staff(Person person, ClinicId clinic, Shelves shelves, Accounts accounts) {
    var id = new StaffId(clinic, person.id());
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String role : person.roles()) roles.add(Role.valueOf(role.toUpperCase(Locale.ROOT)));
    shelves
        .staff()
        .insert(id, new Staff(id, person.name(), person.title(), person.email(), roles, List.of()));
    shelves.clinics().change(clinic, c -> c.withStaff(id));
    if (shelves.accounts().get(Accounts.key(person.user())).isEmpty()) {
      kept(accounts.create(person.user(), person.password(), new StaffActor(id, roles)));
    }
    String role = roles.contains(Role.ADMIN) ? "admin" : "clinician";
    return new SignIn(role, person.name(), person.user(), person.password());
  }

  private static void client(
      Life life, ClinicId clinic, Instant now, Past past, Shelves shelves, Accounts accounts) {
    var id = new ClientId(clinic, life.id());
    Instant enrolled = now.minus(Duration.ofDays(life.daysEnrolled()));
    Optional<StaffId> clinician = life.clinician().map(name -> new StaffId(clinic, name));
    shelves
        .clients()
        .insert(
            id,
            new Client(
                id,
                life.name(),
                life.zone(),
                life.language(),
                Enrolment.ACTIVE,
                enrolled,
                clinician,
                clinician.map(c -> enrolled),
                true));
    new Roll(shelves).enrol(id);
    clinician.ifPresent(staff -> shelves.staff().change(staff, s -> s.withCase(id)));
    CarePlan plan = CarePlan.cautious(life.protocols(), enrolled);
    if (shelves.plans().insert(id, plan)) {
      shelves.planHistory().insert(new OfClient<>(id, plan.version()), plan);
    }
    if (!life.sittings().isEmpty()) {
      shelves
          .consents()
          .insert(id, new Consent(CONSENT_VERSION, life.model(), enrolled, Optional.empty()));
    }
    asked(life, id, enrolled, shelves);
    past.relive(id, life, now);
    kept(accounts.create(life.user(), life.password(), new ClientActor(id)));
  }

  private static void asked(Life life, ClientId id, Instant since, Shelves shelves) {
    if (life.measures().isEmpty() || life.clinician().isEmpty()) return;
    var by = new StaffId(id.clinic(), life.clinician().get());
    MeasurePlan plan = MeasurePlan.EMPTY;
    for (String name : life.measures()) {
      plan = plan.asking(new Assignment(name, Often.WEEKLY, by, since));
    }
    shelves.measurePlans().insert(id, plan);
  }

  private static void kept(Accounts.Kept kept) {
    if (!(kept instanceof Accounts.Kept.Done)) {
      throw new IllegalStateException(
          "a demo account could not be made: " + kept.getClass().getSimpleName());
    }
  }
}
