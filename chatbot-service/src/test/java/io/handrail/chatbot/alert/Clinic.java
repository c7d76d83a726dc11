package io.handrail.chatbot.alert;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.alert.Delivery;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.WorkingDays;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A clinic over memory: Obi sees Amara, Tom covers, Ana is on call. */
final class Clinic {
  static final ClinicId ID = new ClinicId("harbour");
  static final StaffId OBI = new StaffId(ID, "obi");
  static final StaffId TOM = new StaffId(ID, "tom");
  static final StaffId ANA = new StaffId(ID, "ana");
  static final ClientId AMARA = new ClientId(ID, "amara");
  static final String WORDS = "the words nobody else may read";

  final HandClock clock = new HandClock();
  final Shelves shelves = StoredShelves.inMemory();
  private int flags;

  Clinic() {
    var zone = ZoneId.of("Europe/London");
    var clinic =
        new io.handrail.care.clinic.Clinic(
            ID, "Harbour", zone, "GB", List.of(OBI, TOM, ANA), List.of(AMARA), true);
    shelves.clinics().insert(ID, clinic);
    rota(List.of(TOM), List.of(ANA));
    staff(OBI, "Dr Obi");
    staff(TOM, "Tom Okafor");
    staff(ANA, "Ana Ruiz");
    client(Optional.of(OBI));
  }

  void rota(List<StaffId> cover, List<StaffId> onCall) {
    var rota = new Rota(cover, onCall, Duration.ofMinutes(15), Duration.ofHours(4));
    shelves.clinics().change(ID, clinic -> clinic.withRota(rota));
  }

  void working(WorkingDays days) {
    shelves
        .clinics()
        .change(
            ID,
            clinic ->
                clinic.withRota(
                    new Rota(
                        List.of(TOM),
                        List.of(ANA),
                        Duration.ofMinutes(15),
                        Duration.ofHours(4),
                        Optional.of(days))));
  }

  private void staff(StaffId id, String name) {
    String email = id.value() + "@harbour.example";
    var roles = Set.of(Role.CLINICIAN);
    shelves.staff().insert(id, new Staff(id, name, "CBT therapist", email, roles, List.of()));
  }

  void noAddress(StaffId id) {
    shelves
        .staff()
        .change(id, s -> new Staff(id, s.name(), s.title(), "", s.roles(), s.caseload()));
  }

  void client(Optional<StaffId> clinician) {
    shelves.clients().remove(AMARA);
    shelves
        .clients()
        .insert(
            AMARA,
            new Client(
                AMARA,
                "Amara Name",
                ZoneId.of("Europe/London"),
                "en",
                Client.Enrolment.ACTIVE,
                clock.instant(),
                clinician,
                clinician.map(c -> clock.instant()),
                true));
  }

  /** A flag as the spine stores it. */
  String raise(Level level) {
    String id = "amara-" + ++flags + "-1";
    var flag = new Flag(id, level, "risk", clock.instant());
    var item =
        new RiskItem(
            flag,
            AMARA,
            new TurnId(AMARA, flags),
            WORDS,
            List.of("intent_explicit"),
            Optional.empty());
    shelves.risk().insert(new OfClient<>(AMARA, id), item);
    var entry = new RiskQueue.Entry(id, AMARA, level, clock.instant());
    shelves.riskQueues().change(ID, RiskQueue.EMPTY, queue -> queue.with(entry));
    shelves.alertRolls().change(AlertRoll.KEY, AlertRoll.EMPTY, roll -> roll.with(ID));
    return id;
  }

  void answer(String flag) {
    var by = new RiskItem.Acknowledgement(OBI, "Dr Obi", clock.instant(), "Called");
    new RiskDesk(shelves).acknowledge(AMARA, flag, by);
  }

  boolean isOpen(String flag) {
    return new RiskDesk(shelves).open(AMARA).stream().anyMatch(e -> e.flag().equals(flag));
  }

  Delivery delivery(String flag) {
    return shelves.deliveries().get(new OfClient<>(AMARA, flag)).orElseThrow();
  }

  /** One node of the program, which does everything on the thread that asks. */
  Deliverer node(String name, Courier... couriers) {
    return new Deliverer(
        shelves,
        clock,
        name,
        List.of(couriers),
        Optional.of(URI.create("https://portal.example")),
        Runnable::run);
  }

  /** Passes every few seconds for a while, as the program does. */
  void walk(Deliverer node, Duration how) {
    var until = clock.instant().plus(how);
    while (clock.instant().isBefore(until)) {
      clock.forward(Duration.ofSeconds(5));
      node.pass();
    }
  }
}
