package io.handrail.care.access;

import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.alert.Delivery;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Team;
import java.time.Instant;

/** The answer to "may this actor do this?". Missing means no. */
public sealed interface Access {
  record Allowed() implements Access {}

  /**
   * @param why for the log and for staff, never content
   */
  record Denied(String why) implements Access {}

  /**
   * The one rule of access. Pure: everything it decides on is handed to it.
   *
   * @param now so that whoever stands in for a clinician may do so for the time agreed, and not a
   *     moment longer
   */
  static Access may(Actor actor, Act act, Client subject, Instant now) {
    if (!actor.clinic().equals(subject.id().clinic())) return new Denied("another clinic");
    return switch (actor) {
      case ClientActor client -> mayClient(client, act, subject);
      case StaffActor staff -> mayStaff(staff, act, subject, now);
    };
  }

  /** As {@link #may(Actor, Act, Client, Instant)}, where no time is known: cover does not count. */
  static Access may(Actor actor, Act act, Client subject) {
    return may(actor, act, subject, Instant.MIN);
  }

  /**
   * A supervisor sees how the work of their team goes, and reads the sample of the week: no more of
   * a log, and nothing is changed. Every opening is recorded by whoever asks this.
   *
   * @param team whose work the supervisor looks at
   */
  static Access maySupervise(StaffActor actor, Team team, Client subject) {
    return allowedIf(
        actor.clinic().equals(subject.id().clinic())
            && actor.is(Role.SUPERVISOR)
            && subject.clinician().map(team::has).orElse(false),
        "not in this supervisor's team");
  }

  /**
   * Whoever the chain of people asked to answer a flag may answer it, and nothing else: no log, no
   * plan. It ends with the flag.
   *
   * @param asked how an open flag of this very client was carried
   */
  static Access mayAnswerFor(StaffActor actor, Delivery asked) {
    return allowedIf(
        actor.clinic().equals(asked.client().clinic())
            && actor.is(Role.CLINICIAN)
            && asked.asked(actor.id()),
        "not asked to answer this flag");
  }

  private static Access mayClient(ClientActor actor, Act act, Client subject) {
    if (!actor.id().equals(subject.id())) return new Denied("another client");
    return switch (act) {
      case TAKE_PART ->
          allowedIf(subject.enrolment() == Client.Enrolment.ACTIVE, "the enrolment is not active");
      case READ_LOG,
          ANSWER_RISK,
          SET_PLAN,
          SIGN_SAFETY_PLAN,
          DECIDE_HOMEWORK,
          HELP_SIGN_IN,
          SEE_ENROLMENT,
          ENROL ->
          new Denied("for staff");
    };
  }

  private static Access mayStaff(StaffActor actor, Act act, Client subject, Instant now) {
    boolean assigned =
        actor.is(Role.CLINICIAN)
            && (subject.clinician().map(actor.id()::equals).orElse(false)
                || subject.coveredAt(now).map(actor.id()::equals).orElse(false));
    return switch (act) {
      case TAKE_PART -> new Denied("for the client alone");
      // An administrator answers for enrolment and never reads a transcript.
      case READ_LOG, ANSWER_RISK, SET_PLAN, SIGN_SAFETY_PLAN, DECIDE_HOMEWORK, HELP_SIGN_IN ->
          allowedIf(assigned, "not assigned to this client");
      case SEE_ENROLMENT -> allowedIf(assigned || actor.is(Role.ADMIN), "not assigned");
      case ENROL -> allowedIf(actor.is(Role.ADMIN), "for administrators");
    };
  }

  private static Access allowedIf(boolean yes, String otherwise) {
    return yes ? new Allowed() : new Denied(otherwise);
  }
}
