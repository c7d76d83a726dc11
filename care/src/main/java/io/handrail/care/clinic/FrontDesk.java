package io.handrail.care.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.plan.CarePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Where an administrator invites clients and assigns their clinicians. It sees no health data. */
public final class FrontDesk {

  /** How long an invitation is good for. */
  public static final Duration INVITATION_LASTS = Duration.ofDays(14);

  private final Shelves shelves;
  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source, for the codes
   */
  public FrontDesk(Shelves shelves, RandomGenerator random) {
    this.shelves = shelves;
    this.random = random;
  }

  /**
   * Who is invited.
   *
   * @param language BCP 47 tag, {@code en} or {@code es}
   * @param protocols what the first, cautious plan permits
   */
  public record Newcomer(
      ClientId id,
      String name,
      String language,
      ZoneId zone,
      StaffId clinician,
      Set<String> protocols) {
    public Newcomer {
      protocols = Set.copyOf(protocols);
    }
  }

  /** What came of an act at the desk. */
  public sealed interface Result {

    /**
     * @param code shown once; it cannot be had again
     */
    record Invited(Client client, InvitationCode code, Instant expiresAt) implements Result {}

    /** It was done before, or another was first; nothing was changed. */
    record MovedOn(Client asItIs) implements Result {}

    /** The clinician has the client now. */
    record Assigned(Client client) implements Result {}
  }

  /**
   * Enrols a client and makes the invitation. The client is stored first and found last, so a crash
   * in between leaves nobody half enrolled in a list.
   */
  public Result invite(Newcomer who, StaffId by, Instant at) {
    var client =
        new Client(
            who.id(),
            who.name(),
            who.zone(),
            who.language(),
            Client.Enrolment.INVITED,
            at,
            Optional.of(who.clinician()),
            Optional.of(at),
            false);
    if (!shelves.clients().insert(who.id(), client)) {
      return new Result.MovedOn(shelves.clients().get(who.id()).orElseThrow());
    }
    shelves.plans().insert(who.id(), CarePlan.cautious(who.protocols(), at));
    shelves.staff().change(who.clinician(), member -> member.withCase(who.id()));
    new Roll(shelves).enrol(who.id());
    return invitation(client, by, at);
  }

  /** A fresh code for a client who has not joined yet; an earlier one ends with it. */
  public Result again(ClientId id, StaffId by, Instant at) {
    Client client = shelves.clients().get(id).orElseThrow();
    return client.enrolment() == Client.Enrolment.INVITED
        ? invitation(client, by, at)
        : new Result.MovedOn(client);
  }

  /**
   * Gives a client to a clinician, if the client is still with whom the administrator saw. From
   * this write on the former clinician reads nothing more.
   */
  public Result assign(ClientId id, Optional<StaffId> seen, StaffId to, Instant at) {
    Client before = shelves.clients().get(id).orElseThrow();
    if (!before.clinician().equals(seen)) return new Result.MovedOn(before);
    // The new caseload finds the client before the client names the new clinician, so that at no
    // moment does nobody find them.
    shelves.staff().change(to, member -> member.withCase(id));
    Client after =
        shelves
            .clients()
            .change(
                id, client -> client.clinician().equals(seen) ? client.assignedTo(to, at) : client);
    if (!after.clinician().equals(Optional.of(to))) return new Result.MovedOn(after);
    seen.filter(former -> !former.equals(to))
        .filter(former -> shelves.staff().get(former).isPresent())
        .ifPresent(former -> new CaseLists(shelves).takeOff(former, id));
    return new Result.Assigned(after);
  }

  private Result invitation(Client client, StaffId by, Instant at) {
    Instant expires = at.plus(INVITATION_LASTS);
    var invitation = new Invitation(client.id(), by, expires, Optional.empty());
    InvitationCode code = InvitationCode.make(random);
    while (!shelves.invitations().insert(code.key(), invitation)) {
      code = InvitationCode.make(random);
    }
    String key = code.key();
    Client invited = shelves.clients().change(client.id(), c -> c.invitedBy(key));
    return new Result.Invited(invited, code, expires);
  }
}
