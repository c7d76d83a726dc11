package io.handrail.portal.team;

import io.handrail.care.Shelves;
import io.handrail.care.access.Access;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.Team;
import io.handrail.care.review.CaseloadPlace;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import io.handrail.care.review.fidelity.Agreement;
import io.handrail.care.review.fidelity.RatingRoll;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.team.TeamPage.Drawn;
import io.handrail.portal.team.TeamPage.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts the work of a team and draws the sample of the week, from documents read by key. */
@Singleton
class Teams {
  private static final int DRAWN = 2;
  private static final Duration ACTIVE = Duration.ofDays(21);

  private final Shelves shelves;
  private final Frames frames;
  private final RiskDesk risk;

  Teams(Shelves shelves, Frames frames, RiskDesk risk) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
  }

  Team of(StaffActor actor) {
    return shelves.teams().get(actor.id()).orElse(Team.NOBODY);
  }

  TeamPage page(StaffActor actor) {
    Frame frame = frames.around(actor);
    Map<ClientId, List<RiskQueue.Entry>> flags =
        risk.open(actor.clinic()).stream().collect(Collectors.groupingBy(RiskQueue.Entry::client));
    var rows = new ArrayList<Row>();
    for (Staff member : shelves.staff().get(of(actor).clinicians()).values()) {
      rows.add(row(member, flags, frame));
    }
    rows.sort(Comparator.comparing(Row::flags).reversed().thenComparing(Row::name));
    return new TeamPage(frame, week(frame.now(), frame.zone()), rows, Notice.NONE);
  }

  private Row row(Staff member, Map<ClientId, List<RiskQueue.Entry>> flags, Frame frame) {
    List<CaseloadPlace> places = places(member, flags, frame.now());
    List<RiskQueue.Entry> open =
        places.stream()
            .flatMap(p -> flags.getOrDefault(p.client().id(), List.of()).stream())
            .toList();
    List<Long> overdue =
        places.stream().flatMap(place -> place.daysOverdue(frame.now()).stream()).toList();
    Agreement agreement =
        Agreement.of(List.of(shelves.ratingRolls().get(member.id()).orElse(RatingRoll.EMPTY)));
    return new Row(
        member.name(),
        places.size(),
        open.size(),
        open.stream()
            .map(RiskQueue.Entry::raisedAt)
            .min(Comparator.naturalOrder())
            .map(at -> Spoken.span(Duration.between(at, frame.now())))
            .orElse(""),
        overdue.size(),
        overdue.stream().mapToLong(Long::longValue).max().orElse(0),
        places.stream().mapToInt(p -> p.row().homeworkWaiting()).sum(),
        (int)
            places.stream()
                .filter(p -> p.row().measures().flatMap(m -> m.worse()).isPresent())
                .count(),
        agreement.n() == 0
            ? "none rated"
            : String.format(Locale.UK, "%+.1f, n = %d", agreement.difference(), agreement.n()),
        drawn(member, places, frame));
  }

  private List<CaseloadPlace> places(
      Staff member, Map<ClientId, List<RiskQueue.Entry>> flags, Instant now) {
    Map<ClientId, CaseloadRow> rows = shelves.caseload().get(member.caseload());
    return shelves.clients().get(member.caseload()).values().stream()
        .filter(client -> client.enrolment() != Client.Enrolment.DISCHARGED)
        .filter(client -> client.clinician().filter(member.id()::equals).isPresent())
        .map(client ->
            CaseloadPlace.of(
                client,
                rows.getOrDefault(client.id(), CaseloadRow.NEW),
                flags.getOrDefault(client.id(), List.of()),
                now))
        .toList();
  }

  /** Two by lot for a week among the active ones; the same two however often one looks. */
  private static List<Drawn> drawn(Staff member, List<CaseloadPlace> places, Frame frame) {
    String week = week(frame.now(), frame.zone());
    return places.stream()
        .filter(
            p -> p.row().lastAt().filter(at -> at.plus(ACTIVE).isAfter(frame.now())).isPresent())
        .sorted(
            Comparator.comparingInt(p -> (p.client().id().value() + week).hashCode() * 0x9E3779B9))
        .limit(DRAWN)
        .map(p ->
            new Drawn(
                p.client().id().value(),
                p.client().name(),
                "by lot for week " + week + ", among the active clients of " + member.name()))
        .toList();
  }

  /** The client and why they are in the sample; empty for everybody else. */
  Optional<Drawn> drawn(StaffActor actor, Client client) {
    boolean may =
        switch (Access.maySupervise(actor, of(actor), client)) {
          case Access.Allowed allowed -> true;
          case Access.Denied denied -> false;
        };
    if (!may) return Optional.empty();
    Optional<Staff> member = client.clinician().flatMap(shelves.staff()::get);
    if (member.isEmpty()) return Optional.empty();
    Frame frame = frames.around(actor);
    return drawn(member.get(), places(member.get(), Map.of(), frame.now()), frame).stream()
        .filter(d -> d.id().equals(client.id().value()))
        .findFirst();
  }

  /** For example {@code 2026-W47}. */
  static String week(Instant now, ZoneId zone) {
    LocalDate day = now.atZone(zone).toLocalDate();
    return day.get(IsoFields.WEEK_BASED_YEAR)
        + "-W"
        + String.format(Locale.ROOT, "%02d", day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** Every clinician of the clinic, to be ticked. */
  List<StaffId> clinicians(StaffActor actor) {
    return shelves.clinics().get(actor.clinic()).orElseThrow().staff();
  }
}
