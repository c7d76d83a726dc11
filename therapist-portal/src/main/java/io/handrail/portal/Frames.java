package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
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
import java.util.Collection;
import java.util.List;
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
        waiting(actor),
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
    return (int) openFor(actor).stream().map(RiskQueue.Entry::client).distinct().count();
  }

  /**
   * The open flags that this clinician answers for, oldest first: those of their own clients, and
   * those that the chain of people asked them to answer for a colleague.
   */
  public List<RiskQueue.Entry> openFor(StaffActor actor) {
    if (!actor.is(Role.CLINICIAN)) return List.of();
    List<RiskQueue.Entry> open = risk.open(actor.clinic());
    if (open.isEmpty()) return open;
    Collection<ClientId> named = open.stream().map(RiskQueue.Entry::client).distinct().toList();
    Set<ClientId> own =
        shelves.clients().get(named).values().stream()
            .filter(client -> gate.may(actor, Act.ANSWER_RISK, client))
            .map(client -> client.id())
            .collect(Collectors.toSet());
    List<RiskQueue.Entry> others = open.stream().filter(e -> !own.contains(e.client())).toList();
    Set<RiskQueue.Entry> asked = Set.copyOf(gate.askedFor(actor, others));
    return open.stream()
        .filter(entry -> own.contains(entry.client()) || asked.contains(entry))
        .toList();
  }
}
