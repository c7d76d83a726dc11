package io.handrail.portal.plan;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.PlanDesk;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.plan.PlanPage.Against;
import io.handrail.portal.plan.PlanPage.Change;
import io.handrail.portal.plan.PlanPage.Choice;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a clinician sets what one client's program may do. */
@Controller("/clients/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanController {
  private static final String VIEW = "plan/plan";
  private static final int HISTORY_MAX = 20;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final PlanDesk desk;
  private final RiskDesk risk;
  private final Protocols protocols;

  PlanController(
      Shelves shelves,
      Frames frames,
      Gate gate,
      PlanDesk desk,
      RiskDesk risk,
      Protocols protocols) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.risk = risk;
    this.protocols = protocols;
  }

  @Get("/limits")
  HttpResponse<?> limits(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    CarePlan plan = desk.plan(client.get().id()).orElse(PlanDesk.none(frames.now()));
    return Answers.page(VIEW, page(actor, client.get(), LimitsForm.of(plan), Map.of(), said(done)));
  }

  private static Notice said(String done) {
    return switch (done) {
      case "stored" -> Notice.done("Stored. It holds from the client\u2019s next message.");
      case "paused" -> Notice.done("Paused. Exercises stop with the client\u2019s next message.");
      case "resumed" -> Notice.done("The pause is over. Exercises may go on.");
      case null, default -> Notice.NONE;
    };
  }

  @Post("/limits")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(StaffActor actor, String id, @Body LimitsForm form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    LimitsForm.Read read = form.read(titles().keySet(), speaking(client.get()).keySet());
    if (!read.problems().isEmpty()) {
      Notice notice = Notice.problem("Nothing is stored yet. Please look at the marked fields.");
      return Answers.again(VIEW, page(actor, client.get(), form, read.problems(), notice));
    }
    Instant now = frames.now();
    var result =
        desk.change(
            client.get().id(),
            form.seen(),
            actor.id(),
            now,
            plan ->
                plan.limited(read.protocols(), read.messages(), read.hours(), read.model())
                    .against(read.against()));
    return switch (result) {
      case PlanDesk.Result.Stored stored -> Answers.to("/clients/" + id + "/limits?done=stored");
      case PlanDesk.Result.MovedOn moved -> movedOn(actor, client.get(), form, moved.asItIs());
    };
  }

  /** Keeps what was typed in the form, beside what the other stored. */
  private HttpResponse<?> movedOn(
      StaffActor actor, Client client, LimitsForm form, CarePlan theirs) {
    CarePlan before =
        desk.history(client.id(), HISTORY_MAX).stream()
            .filter(plan -> plan.version() == form.seen())
            .findFirst()
            .orElse(PlanDesk.none(theirs.changedAt()));
    String changed =
        String.join(
            "; ", new PlanWords(titles(), protocols.contraindications()).changed(before, theirs));
    Frame frame = frames.around(actor);
    Notice notice =
        Notice.conflict(
            "These limits were changed while you had them open. Yours are still in the form and"
                + " not stored. To store them over theirs, press the button again.",
            by(theirs.changedBy()) + ", " + frame.said(theirs.changedAt()) + ": " + changed,
            "");
    LimitsForm again = form.over(theirs.version());
    return Answers.conflict(VIEW, page(actor, client, again, Map.of(), notice));
  }

  /** Whether exercise work stops. */
  @Serdeable
  record Pause(@Nullable Boolean paused) {}

  @Post("/pause")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> pause(StaffActor actor, String id, @Body Pause form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty() || form.paused() == null) return Answers.nothing();
    desk.pause(client.get().id(), form.paused(), actor.id(), frames.now());
    String done = form.paused() ? "paused" : "resumed";
    return Answers.to("/clients/" + id + "/limits?done=" + done);
  }

  private PlanPage page(
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
        notice);
  }

  /** What can speak against an exercise, and what was once ticked and is in no file any more. */
  private Map<String, String> speaking(Client client) {
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
    List<CarePlan> plans = desk.history(client.id(), HISTORY_MAX);
    var words = new PlanWords(titles(), protocols.contraindications());
    var changes = new ArrayList<Change>();
    for (int i = 0; i < plans.size(); i++) {
      CarePlan plan = plans.get(i);
      List<String> changed =
          i + 1 < plans.size() ? words.changed(plans.get(i + 1), plan) : List.of();
      changes.add(
          new Change(plan.version(), frame.said(plan.changedAt()), by(plan.changedBy()), changed));
    }
    return changes;
  }

  private String by(Optional<StaffId> id) {
    return id.flatMap(shelves.staff()::get).map(Staff::name).orElse("At enrolment");
  }

  private Map<String, String> titles() {
    return protocols.active().stream()
        .collect(Collectors.toMap(p -> p.ref().name(), (Protocol p) -> p.title("en")));
  }
}
