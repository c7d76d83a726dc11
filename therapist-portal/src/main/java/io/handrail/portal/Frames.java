package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.alert.Delivery;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the frame around a page, and finds what in the clinic's queue is this clinician's. */
@Singleton
public class Frames {
  private final Shelves shelves;
  private final Gate gate;
  private final RiskDesk risk;
  private final Clock clock;

  Frames(Shelves shelves, Gate gate, RiskDesk risk, Clock clock) {
    this.shelves = shelves;
    this.gate = gate;
    this.risk = risk;
    this.clock = clock;
  }

  public Frame around(StaffActor actor) {
    return around(actor, open(actor));
  }

  /** As {@link #around(StaffActor)}, for a page that has read the open flags already. */
  public Frame around(StaffActor actor, OpenFlags open) {
    Staff staff = shelves.staff().get(actor.id()).orElseThrow();
    Clinic clinic = shelves.clinics().get(actor.clinic()).orElseThrow();
    return new Frame(
        staff.name(),
        staff.title(),
        actor.is(Role.CLINICIAN),
        actor.is(Role.ADMIN),
        actor.is(Role.SUPERVISOR),
        actor.is(Role.AUDITOR),
        clinic.name(),
        clinic.synthetic(),
        clinic.zone(),
        open.clients(),
        repliesFor(actor).size(),
        now());
  }

  /** Replies of this clinician's clients that wait for a yes, oldest first. */
  public List<LiveBoard.Entry> repliesFor(StaffActor actor) {
    if (!actor.is(Role.CLINICIAN)) return List.of();
    List<LiveBoard.Entry> waiting =
        shelves.liveBoards().get(actor.clinic()).orElse(LiveBoard.EMPTY).of(LiveBoard.Kind.REPLY);
    if (waiting.isEmpty()) return waiting;
    Set<ClientId> own =
        shelves
            .clients()
            .get(waiting.stream().map(LiveBoard.Entry::client).toList())
            .values()
            .stream()
            .filter(client -> gate.may(actor, Act.SET_PLAN, client))
            .map(client -> client.id())
            .collect(Collectors.toSet());
    return waiting.stream().filter(entry -> own.contains(entry.client())).toList();
  }

  /** What colleagues and clients call whoever acts. */
  public String name(StaffActor actor) {
    return shelves.staff().get(actor.id()).map(Staff::name).orElseThrow();
  }

  /** The moment, to the millisecond that is stored. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** How many clients of this clinician have an open flag. */
  public int waiting(StaffActor actor) {
    return open(actor).clients();
  }

  /**
   * The open flags that this clinician answers for, and how those of the clinic are carried. Of
   * clients only those are read who may be theirs: who is on their list, and whoever has a flag
   * that nobody was told of yet.
   */
  public OpenFlags open(StaffActor actor) {
    if (!actor.is(Role.CLINICIAN)) return OpenFlags.NONE;
    List<RiskQueue.Entry> open = risk.open(actor.clinic());
    if (open.isEmpty()) return OpenFlags.NONE;
    Map<OfClient<String>, Delivery> carried = risk.deliveries(open);
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    Set<ClientId> maybe =
        open.stream()
            .filter(entry -> listed.contains(entry.client()) || !carried.containsKey(entry.key()))
            .map(RiskQueue.Entry::client)
            .collect(Collectors.toSet());
    Set<ClientId> own =
        shelves.clients().get(maybe).values().stream()
            .filter(client -> gate.may(actor, Act.ANSWER_RISK, client))
            .map(Client::id)
            .collect(Collectors.toSet());
    List<RiskQueue.Entry> theirs =
        open.stream()
            .filter(entry ->
                own.contains(entry.client())
                    || gate.mayAnswerFor(actor, Optional.ofNullable(carried.get(entry.key()))))
            .toList();
    return new OpenFlags(theirs, carried.values());
  }
}
