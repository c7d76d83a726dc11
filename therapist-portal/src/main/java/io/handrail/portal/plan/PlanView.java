package io.handrail.portal.plan;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.PlanDesk;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.plan.PlanPage.Against;
import io.handrail.portal.plan.PlanPage.Change;
import io.handrail.portal.plan.PlanPage.Choice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the care plan's pages together. */
@Singleton
class PlanView {
  static final int HISTORY_MAX = 20;

  private final Shelves shelves;
  private final Frames frames;
  private final PlanDesk desk;
  private final RiskDesk risk;
  private final Protocols protocols;
  private final Templates templates;

  PlanView(
      Shelves shelves,
      Frames frames,
      PlanDesk desk,
      RiskDesk risk,
      Protocols protocols,
      Templates templates) {
    this.shelves = shelves;
    this.frames = frames;
    this.desk = desk;
    this.risk = risk;
    this.protocols = protocols;
    this.templates = templates;
  }

  PlanPage page(
      StaffActor actor,
      Client client,
      LimitsForm form,
      Map<String, String> problems,
      Notice notice) {
    Frame frame = frames.around(actor);
    List<Choice> choices =
        protocols.active().stream()
            .filter(protocol -> protocol.shown().kind() == Protocol.Kind.EXERCISE)
            .map(protocol ->
                new Choice(
                    protocol.ref().name(),
                    protocol.title("en"),
                    protocol.summary("en"),
                    protocol.ref().version(),
                    form.protocols().contains(protocol.ref().name()),
                    speaksAgainst(protocol, form)))
            .toList();
    return new PlanPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        choices,
        speaking(client).entrySet().stream()
            .map(e -> new Against(e.getKey(), e.getValue(), form.against().contains(e.getKey())))
            .toList(),
        form,
        problems,
        history(client, frame),
        hoursNow(client, frame.now()),
        templates.ready(actor),
        notice);
  }

  /** What can speak against an exercise, and what was once ticked and is in no file any more. */
  Map<String, String> speaking(Client client) {
    var all = new LinkedHashMap<>(protocols.contraindications());
    desk.plan(client.id()).map(CarePlan::inTheWay).orElse(Set.of()).stream()
        .sorted()
        .forEach(name -> all.putIfAbsent(name, Spoken.plain(name)));
    return all;
  }

  private String speaksAgainst(Protocol protocol, LimitsForm form) {
    return protocol.contraindications().stream()
        .filter(form.against()::contains)
        .map(name -> protocols.contraindications().getOrDefault(name, Spoken.plain(name)))
        .collect(Collectors.joining("; "));
  }

  private String hoursNow(Client client, Instant now) {
    LocalTime there = now.atZone(client.zone()).toLocalTime();
    return desk.plan(client.id())
        .filter(plan -> !plan.hours().isEmpty())
        .map(plan -> plan.hours().stream().anyMatch(span -> span.contains(there)))
        .map(open -> open ? "within" : "outside")
        .orElse("");
  }

  private List<Change> history(Client client, Frame frame) {
    return changes(desk.history(client.id(), HISTORY_MAX + 1), frame);
  }

  /**
   * @param before shows what came before this version; without it, the newest
   */
  HistoryPage history(StaffActor actor, Client client, Integer before) {
    Frame frame = frames.around(actor);
    int newest = desk.plan(client.id()).map(CarePlan::version).orElse(0);
    int upTo = before == null ? newest : Math.clamp(before - 1L, 0, newest);
    List<CarePlan> plans = desk.history(client.id(), upTo, HISTORY_MAX + 1);
    List<Change> changes = changes(plans, frame);
    int last = changes.isEmpty() ? 1 : changes.getLast().version();
    return new HistoryPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        changes,
        last > 1 ? Optional.of(last) : Optional.empty(),
        upTo < newest);
  }

  private List<Change> changes(List<CarePlan> plans, Frame frame) {
    var words = words();
    var changes = new ArrayList<Change>();
    for (int i = 0; i < plans.size(); i++) {
      CarePlan plan = plans.get(i);
      // The oldest of a page has its predecessor on the next one.
      if (i + 1 == plans.size() && plan.version() > 1 && plans.size() > 1) break;
      List<String> changed =
          i + 1 < plans.size() ? words.changed(plans.get(i + 1), plan) : List.of();
      changes.add(
          new Change(plan.version(), frame.said(plan.changedAt()), by(plan.changedBy()), changed));
    }
    return changes;
  }

  String by(Optional<StaffId> id) {
    return id.flatMap(shelves.staff()::get).map(Staff::name).orElse("At enrolment");
  }

  Map<String, String> titles() {
    return protocols.active().stream()
        .collect(Collectors.toMap(p -> p.ref().name(), (Protocol p) -> p.title("en")));
  }

  PlanWords words() {
    return new PlanWords(titles(), protocols.contraindications());
  }
}
