package io.handrail.care;

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

/** Everything that is stored, and the only ways to it. */
public interface Shelves extends ReviewShelves, OfficeShelves {
  Shelf<ClinicId, Clinic> clinics();

  /** The pages of a clinic's roll from 1 on. */
  Shelf<OfClinic<Integer>, RollPage> rolls();

  /** By the first letters of a word of a name, and a page; the key is hidden. */
  Shelf<OfClinic<String>, NamePage> names();

  Shelf<StaffId, Staff> staff();

  Shelf<ClientId, Client> clients();

  /** By the SHA-256 of the code, in hex. */
  Shelf<String, Invitation> invitations();

  /** By the SHA-256 of the code, in hex; and who founded the clinic. */
  Shelf<String, StaffInvitation> staffInvitations();

  /** By sign-in name. */
  Shelf<String, Account> accounts();

  /** By family id. */
  Shelf<String, SessionFamily> sessions();

  Shelf<ClientId, CarePlan> plans();

  /** Every plan there was; inserted once, never changed. */
  Shelf<OfClient<Integer>, CarePlan> planHistory();

  Turns turns();

  Shelf<ClientId, CaseloadRow> caseload();

  Shelf<ClientId, HomeworkBook> homework();

  Shelf<ClientId, ExerciseIndex> exerciseIndex();

  /** By client and run id. */
  Shelf<OfClient<String>, ExerciseRecord> exercises();

  Shelf<ClinicId, RiskQueue> riskQueues();

  /** By client and flag id. */
  Shelf<OfClient<String>, RiskItem> risk();

  /** By client and flag id. */
  Shelf<OfClient<String>, Delivery> deliveries();

  /** One roll, under {@link AlertRoll#KEY}. */
  Shelf<String, AlertRoll> alertRolls();

  /** One lease, under {@link AlertLease#KEY}. */
  Shelf<String, AlertLease> alertLeases();

  /** One roll, under {@link NodeRoll#KEY}. */
  Shelf<String, NodeRoll> nodeRolls();

  Shelf<ClientId, Consent> consents();

  /** Which questionnaires a clinician asks for. */
  Shelf<ClientId, MeasurePlan> measurePlans();

  Shelf<ClientId, MeasureBook> measures();

  Shelf<ClientId, Memory> memories();

  Shelf<ClientId, SafetyPlan> safetyPlans();

  /** Every version there was; inserted once, never changed. */
  Shelf<OfClient<Integer>, SafetyPlan> safetyPlanHistory();

  /** What is open for a person in the chats of a clinic. */
  Shelf<ClinicId, LiveBoard> liveBoards();

  /** One roll, under {@link LiveRoll#KEY}. */
  Shelf<String, LiveRoll> liveRolls();

  /** By client and {@link TurnNotes#page}. */
  Shelf<OfClient<Long>, TurnNotes> turnNotes();

  Shelf<ClinicId, TemplateBook> planTemplates();

  /** The last preview that was asked for of a client. */
  Shelf<ClientId, Preview> previews();

  /** The key of one of several values of a clinic. */
  record OfClinic<T>(ClinicId clinic, T key) {}

  /** The key of one of several values of a client. */
  record OfClient<T>(ClientId client, T key) {}
}
