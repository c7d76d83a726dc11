package io.handrail.portal.caseload;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.CaseloadPlace;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.OpenFlags;
import io.handrail.portal.ReasonWords;
import io.handrail.portal.Spoken;
import io.handrail.portal.caseload.CaseloadPage.Group;
import io.handrail.portal.caseload.CaseloadPage.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a clinician's clients into reading order. Every document is read by its key. */
@Singleton
class Cases {
  private static final int EXCERPT_CHARS = 180;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;

  Cases(Shelves shelves, Frames frames, Gate gate, RiskDesk risk) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
  }

  CaseloadPage of(StaffActor actor) {
    OpenFlags flags = frames.open(actor);
    Frame frame = frames.around(actor, flags);
    List<RiskQueue.Entry> open = flags.own();
    List<CaseloadPlace> places = places(actor, open, frame);
    Map<ClientId, CarePlan> plans =
        shelves.plans().get(places.stream().map(place -> place.client().id()).toList());
    Map<ClientId, String> words = words(open);
    var groups = new ArrayList<Group>();
    for (Heading heading : Heading.values()) {
      List<Row> rows =
          places.stream()
              .filter(place -> Heading.of(place.place()) == heading)
              .map(place -> row(actor, place, plans, words, frame))
              .toList();
      if (!rows.isEmpty()) groups.add(new Group(heading.id(), heading.words(), rows));
    }
    int first = (int) places.stream().filter(p -> Heading.of(p.place()) == Heading.FIRST).count();
    return new CaseloadPage(frame, groups, places.size(), first);
  }

  private List<CaseloadPlace> places(StaffActor actor, List<RiskQueue.Entry> open, Frame frame) {
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    Map<ClientId, CaseloadRow> rows = shelves.caseload().get(listed);
    Map<ClientId, List<RiskQueue.Entry>> flags =
        open.stream().collect(Collectors.groupingBy(RiskQueue.Entry::client));
    Map<ClientId, SafetyPlan> safety = shelves.safetyPlans().get(listed);
    Map<ClientId, CarePlan> plans = shelves.plans().get(listed);
    LiveBoard board = shelves.liveBoards().get(actor.clinic()).orElse(LiveBoard.EMPTY);
    return shelves.clients().get(listed).values().stream()
        .filter(client -> client.enrolment() != Client.Enrolment.DISCHARGED)
        .filter(client -> gate.may(actor, Act.READ_LOG, client))
        .map(client ->
            CaseloadPlace.of(
                    client,
                    rows.getOrDefault(client.id(), CaseloadRow.NEW),
                    flags.getOrDefault(client.id(), List.of()),
                    frame.now())
                .with(safety.getOrDefault(client.id(), SafetyPlan.EMPTY))
                .with(board)
                .with(Optional.ofNullable(plans.get(client.id())), frame.now()))
        .sorted(CaseloadPlace.READING_ORDER)
        .toList();
  }

  /** Of each client with open flags, the beginning of what asks for most. */
  private Map<ClientId, String> words(List<RiskQueue.Entry> open) {
    return risk.items(open).stream()
        .filter(item -> !item.words().isBlank())
        .collect(
            Collectors.groupingBy(
                RiskItem::client,
                Collectors.collectingAndThen(Collectors.toList(), Cases::pressing)));
  }

  private static String pressing(List<RiskItem> items) {
    return items.stream()
        .max(Comparator.comparing(item -> item.flag().level()))
        .map(item -> Spoken.excerpt(item.words(), EXCERPT_CHARS))
        .orElse("");
  }

  private Row row(
      StaffActor actor,
      CaseloadPlace place,
      Map<ClientId, CarePlan> plans,
      Map<ClientId, String> words,
      Frame frame) {
    Client client = place.client();
    CaseloadRow row = place.row();
    return new Row(
        client.id().value(),
        client.name(),
        place.place().name().toLowerCase(Locale.ROOT),
        place.reasons().stream().map(why -> ReasonWords.of(why, client, frame)).toList(),
        Optional.ofNullable(words.get(client.id())),
        Optional.ofNullable(plans.get(client.id())).map(CarePlan::paused).orElse(false),
        row.lastAt().map(frame::said).orElse("not yet"),
        row.reviewedAt().map(frame::said).orElse("not yet"),
        standsInFor(actor, client));
  }

  private String standsInFor(StaffActor actor, Client client) {
    return client
        .clinician()
        .filter(own -> !own.equals(actor.id()))
        .flatMap(shelves.staff()::get)
        .map(Staff::name)
        .orElse("");
  }
}
