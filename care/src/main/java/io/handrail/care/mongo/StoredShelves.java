package io.handrail.care.mongo;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.SessionFamily;
import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.NodeRoll;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Invitation;
import io.handrail.care.clinic.NamePage;
import io.handrail.care.clinic.RollPage;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.StaffInvitation;
import io.handrail.care.conversation.Turns;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.live.LiveRoll;
import io.handrail.care.live.Preview;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.TemplateBook;
import io.handrail.care.record.Consent;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.record.Memory;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.care.review.TurnNotes;
import io.handrail.care.safety.SafetyPlan;

/**
 * The shelves, each a collection of sealed documents. What belongs to a client is sealed under the
 * client's key; clinics, staff and queues under the clinic's; accounts, sessions and invitations,
 * which are read before anybody's clinic is known, under the house's, and under hidden names.
 */
public final class StoredShelves extends StoredOffice implements Shelves, AutoCloseable {
  private final Documents documents;

  private final Shelf<ClinicId, Clinic> clinics;
  private final Shelf<OfClinic<Integer>, RollPage> rolls;
  private final Shelf<OfClinic<String>, NamePage> names;
  private final Shelf<StaffId, Staff> staff;
  private final Shelf<ClientId, Client> clients;
  private final Shelf<String, Invitation> invitations;
  private final Shelf<String, StaffInvitation> staffInvitations;
  private final Shelf<String, Account> accounts;
  private final Shelf<String, SessionFamily> sessions;
  private final Shelf<ClientId, CarePlan> plans;
  private final Shelf<OfClient<Integer>, CarePlan> planHistory;
  private final Turns turns;
  private final Shelf<ClientId, CaseloadRow> caseload;
  private final Shelf<ClientId, HomeworkBook> homework;
  private final Shelf<ClientId, ExerciseIndex> exerciseIndex;
  private final Shelf<OfClient<String>, ExerciseRecord> exercises;
  private final Shelf<ClinicId, RiskQueue> riskQueues;
  private final Shelf<OfClient<String>, RiskItem> risk;
  private final Shelf<OfClient<String>, Delivery> deliveries;
  private final Shelf<String, AlertRoll> alertRolls;
  private final Shelf<String, AlertLease> alertLeases;
  private final Shelf<String, NodeRoll> nodeRolls;
  private final Shelf<ClientId, Consent> consents;
  private final Shelf<ClientId, SafetyPlan> safetyPlans;
  private final Shelf<OfClient<Integer>, SafetyPlan> safetyPlanHistory;
  private final Shelf<ClientId, MeasurePlan> measurePlans;
  private final Shelf<ClientId, MeasureBook> measures;
  private final Shelf<ClientId, Memory> memories;
  private final Shelf<ClinicId, LiveBoard> liveBoards;
  private final Shelf<String, LiveRoll> liveRolls;
  private final Shelf<OfClient<Long>, TurnNotes> turnNotes;
  private final Shelf<ClinicId, TemplateBook> planTemplates;
  private final Shelf<ClientId, Preview> previews;

  StoredShelves(Documents documents, KeyEncryptionKey key) {
    this(new ShelfMaker(documents, new KeyRing(documents, key)));
  }

  private StoredShelves(ShelfMaker make) {
    super(make);
    this.documents = make.documents();
    this.clinics = make.ofClinic("clinics", Clinic.class);
    this.rolls =
        make.shelf(
            "rolls", RollPage.class, k -> k.clinic() + "/" + k.key(), k -> Owner.of(k.clinic()));
    this.names =
        make.shelf(
            "names",
            NamePage.class,
            k -> make.keys().hidden("names", k.clinic() + "/" + k.key()),
            k -> Owner.of(k.clinic()));
    this.staff = make.shelf("staff", Staff.class, StaffId::toString, id -> Owner.of(id.clinic()));
    this.clients = make.ofClient("clients", Client.class);
    this.invitations = make.hidden("invitations", Invitation.class);
    this.staffInvitations = make.hidden("staffInvitations", StaffInvitation.class);
    this.accounts = make.hidden("accounts", Account.class);
    this.sessions = make.hidden("sessions", SessionFamily.class);
    this.plans = make.ofClient("plans", CarePlan.class);
    this.planHistory = make.manyOfClient("planHistory", CarePlan.class);
    this.turns = new JournalTurns(make.documents(), make.sealer());
    this.caseload = make.ofClient("caseload", CaseloadRow.class);
    this.homework = make.ofClient("homework", HomeworkBook.class);
    this.exerciseIndex = make.ofClient("exerciseIndex", ExerciseIndex.class);
    this.exercises = make.manyOfClient("exercises", ExerciseRecord.class);
    this.riskQueues = make.ofClinic("riskQueues", RiskQueue.class);
    this.risk = make.manyOfClient("risk", RiskItem.class);
    // Under the clinic's key: an alert must go out even where the client's key cannot be had.
    this.deliveries =
        make.shelf(
            "deliveries",
            Delivery.class,
            k -> k.client() + "/" + k.key(),
            k -> Owner.of(k.client().clinic()));
    this.alertRolls = make.hidden("alertRolls", AlertRoll.class);
    this.alertLeases = make.hidden("alertLeases", AlertLease.class);
    this.nodeRolls = make.hidden("nodeRolls", NodeRoll.class);
    this.consents = make.ofClient("consents", Consent.class);
    this.safetyPlans = make.ofClient("safetyPlans", SafetyPlan.class);
    this.safetyPlanHistory = make.manyOfClient("safetyPlanHistory", SafetyPlan.class);
    this.measurePlans = make.ofClient("measurePlans", MeasurePlan.class);
    this.measures = make.ofClient("measures", MeasureBook.class);
    this.memories = make.ofClient("memories", Memory.class);
    this.liveBoards = make.ofClinic("liveBoards", LiveBoard.class);
    this.liveRolls = make.hidden("liveRolls", LiveRoll.class);
    this.turnNotes = make.manyOfClient("turnNotes", TurnNotes.class);
    this.planTemplates = make.ofClinic("planTemplates", TemplateBook.class);
    this.previews = make.ofClient("previews", Preview.class);
  }

  /** Shelves that live as long as the process, sealed all the same. For tests and for a look. */
  public static StoredShelves inMemory() {
    return new StoredShelves(new InMemoryDocuments(), KeyEncryptionKey.fresh());
  }

  /** Shelves in the embedded server. */
  public static StoredShelves in(EmbeddedServer server) {
    return connect(server.uri(), server.key());
  }

  /**
   * Shelves in the database at a MongoDB connection string; its database name, or {@code handrail}.
   *
   * @throws io.handrail.care.StoreFault UNREACHABLE within some seconds when nothing answers there;
   *     KEY_WRONG when the store was made with another key
   */
  public static StoredShelves connect(String uri, KeyEncryptionKey key) {
    var documents = new MongoDocuments(uri);
    try {
      return new StoredShelves(documents, key);
    } catch (RuntimeException e) {
      documents.close();
      throw e;
    }
  }

  @Override
  public void close() {
    documents.close();
  }

  @Override
  public Shelf<ClinicId, Clinic> clinics() {
    return clinics;
  }

  @Override
  public Shelf<OfClinic<Integer>, RollPage> rolls() {
    return rolls;
  }

  @Override
  public Shelf<OfClinic<String>, NamePage> names() {
    return names;
  }

  @Override
  public Shelf<StaffId, Staff> staff() {
    return staff;
  }

  @Override
  public Shelf<ClientId, Client> clients() {
    return clients;
  }

  @Override
  public Shelf<String, Invitation> invitations() {
    return invitations;
  }

  @Override
  public Shelf<String, StaffInvitation> staffInvitations() {
    return staffInvitations;
  }

  @Override
  public Shelf<String, Account> accounts() {
    return accounts;
  }

  @Override
  public Shelf<String, SessionFamily> sessions() {
    return sessions;
  }

  @Override
  public Shelf<ClientId, CarePlan> plans() {
    return plans;
  }

  @Override
  public Shelf<OfClient<Integer>, CarePlan> planHistory() {
    return planHistory;
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public Shelf<ClientId, CaseloadRow> caseload() {
    return caseload;
  }

  @Override
  public Shelf<ClientId, HomeworkBook> homework() {
    return homework;
  }

  @Override
  public Shelf<ClientId, ExerciseIndex> exerciseIndex() {
    return exerciseIndex;
  }

  @Override
  public Shelf<OfClient<String>, ExerciseRecord> exercises() {
    return exercises;
  }

  @Override
  public Shelf<ClinicId, RiskQueue> riskQueues() {
    return riskQueues;
  }

  @Override
  public Shelf<OfClient<String>, RiskItem> risk() {
    return risk;
  }

  @Override
  public Shelf<OfClient<String>, Delivery> deliveries() {
    return deliveries;
  }

  @Override
  public Shelf<String, AlertRoll> alertRolls() {
    return alertRolls;
  }

  @Override
  public Shelf<String, AlertLease> alertLeases() {
    return alertLeases;
  }

  @Override
  public Shelf<String, NodeRoll> nodeRolls() {
    return nodeRolls;
  }

  @Override
  public Shelf<ClientId, Consent> consents() {
    return consents;
  }

  @Override
  public Shelf<ClientId, MeasurePlan> measurePlans() {
    return measurePlans;
  }

  @Override
  public Shelf<ClientId, MeasureBook> measures() {
    return measures;
  }

  @Override
  public Shelf<ClientId, Memory> memories() {
    return memories;
  }

  @Override
  public Shelf<ClientId, SafetyPlan> safetyPlans() {
    return safetyPlans;
  }

  @Override
  public Shelf<OfClient<Integer>, SafetyPlan> safetyPlanHistory() {
    return safetyPlanHistory;
  }

  @Override
  public Shelf<ClinicId, LiveBoard> liveBoards() {
    return liveBoards;
  }

  @Override
  public Shelf<String, LiveRoll> liveRolls() {
    return liveRolls;
  }

  @Override
  public Shelf<OfClient<Long>, TurnNotes> turnNotes() {
    return turnNotes;
  }

  @Override
  public Shelf<ClinicId, TemplateBook> planTemplates() {
    return planTemplates;
  }

  @Override
  public Shelf<ClientId, Preview> previews() {
    return previews;
  }
}
