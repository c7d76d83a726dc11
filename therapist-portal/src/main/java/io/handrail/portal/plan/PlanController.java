package io.handrail.portal.plan;

import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.PlanDesk;
import io.handrail.care.plan.PlanTemplate;
import io.handrail.portal.Answers;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a clinician sets what one client's program may do. */
@Controller("/clients/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PlanController {
  private static final String VIEW = "plan/plan";

  private final Frames frames;
  private final Gate gate;
  private final PlanDesk desk;
  private final PlanView view;
  private final Templates templates;

  PlanController(Frames frames, Gate gate, PlanDesk desk, PlanView view, Templates templates) {
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.view = view;
    this.templates = templates;
  }

  @Get("/limits")
  HttpResponse<?> limits(
      StaffActor actor,
      String id,
      @Nullable @QueryValue String done,
      @Nullable @QueryValue String template) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    CarePlan plan = stored(client.get());
    LimitsForm form = LimitsForm.of(plan);
    Optional<PlanTemplate> from =
        Optional.ofNullable(template).flatMap(named -> templates.find(actor, named, plan));
    Notice notice =
        from.map(found ->
                Notice.done(
                    "The form is filled in from \u201c"
                        + found.name()
                        + "\u201d. Nothing is stored until you store it."))
            .orElse(said(done));
    return Answers.page(
        VIEW, view.page(actor, client.get(), from.map(form::from).orElse(form), Map.of(), notice));
  }

  private CarePlan stored(Client client) {
    return desk.plan(client.id()).orElse(PlanDesk.none(frames.now()));
  }

  /** Keeps what stands in the form under a name; the client's plan is not touched. */
  @Post("/limits/template")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(StaffActor actor, String id, @Body LimitsForm typed) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    LimitsForm form = typed.completedBy(stored(client.get()));
    LimitsReading.Read read = read(client.get(), form);
    Map<String, String> problems = new LinkedHashMap<>(read.problems());
    if (form.template().isEmpty() || form.template().length() > PlanTemplate.NAME_CHARS_MAX) {
      problems.put("template", "A name of 1 to " + PlanTemplate.NAME_CHARS_MAX + " letters.");
    }
    if (!problems.isEmpty()) {
      Notice notice =
          Notice.problem("The template is not saved yet. Please look at the marked fields.");
      return Answers.again(VIEW, view.page(actor, client.get(), form, problems, notice));
    }
    Optional<StaffId> owner =
        form.share().equals("clinic") ? Optional.empty() : Optional.of(actor.id());
    String key = "t" + Long.toString(frames.now().toEpochMilli(), 36);
    boolean kept =
        templates.keep(actor, read.template(key, form.template(), owner, actor.id(), frames.now()));
    Notice notice =
        kept
            ? Notice.done(
                "Saved as \u201c"
                    + form.template()
                    + "\u201d. The plan of "
                    + client.get().name()
                    + " is as it was; store it if you want these limits here too.")
            : Notice.problem("Your clinic has as many templates as it can. Take one out first.");
    return Answers.page(VIEW, view.page(actor, client.get(), form, Map.of(), notice));
  }

  /** A template to take out. */
  @Serdeable
  record Taken(String template) {}

  @Post("/limits/template/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> takeOut(StaffActor actor, String id, @Body Taken form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    templates.remove(actor, form.template());
    return Answers.to("/clients/" + id + "/limits?done=removed");
  }

  private LimitsReading.Read read(Client client, LimitsForm form) {
    return LimitsReading.read(form, view.titles().keySet(), view.speaking(client).keySet());
  }

  private static Notice said(String done) {
    return switch (done) {
      case "stored" -> Notice.done("Stored. It holds from the client\u2019s next message.");
      case "paused" -> Notice.done("Paused. Exercises stop with the client\u2019s next message.");
      case "removed" -> Notice.done("The template is gone. Plans that began from it stay.");
      case "resumed" -> Notice.done("The pause is over. Exercises may go on.");
      case null, default -> Notice.NONE;
    };
  }

  @Post("/limits")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(StaffActor actor, String id, @Body LimitsForm typed) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    LimitsForm form = typed.completedBy(stored(client.get()));
    LimitsReading.Read read = read(client.get(), form);
    if (!read.problems().isEmpty()) {
      Notice notice = Notice.problem("Nothing is stored yet. Please look at the marked fields.");
      return Answers.again(VIEW, view.page(actor, client.get(), form, read.problems(), notice));
    }
    Instant now = frames.now();
    var result = desk.change(client.get().id(), form.seen(), actor.id(), now, read::over);
    return switch (result) {
      case PlanDesk.Result.Stored stored -> Answers.to("/clients/" + id + "/limits?done=stored");
      case PlanDesk.Result.MovedOn moved -> movedOn(actor, client.get(), form, moved.asItIs());
    };
  }

  /** Keeps what was typed in the form, beside what the other stored. */
  private HttpResponse<?> movedOn(
      StaffActor actor, Client client, LimitsForm form, CarePlan theirs) {
    CarePlan before =
        desk.history(client.id(), PlanView.HISTORY_MAX).stream()
            .filter(plan -> plan.version() == form.seen())
            .findFirst()
            .orElse(PlanDesk.none(theirs.changedAt()));
    String changed = String.join("; ", view.words().changed(before, theirs));
    Frame frame = frames.around(actor);
    Notice notice =
        Notice.conflict(
            "These limits were changed while you had them open. Yours are still in the form and"
                + " not stored. To store them over theirs, press the button again.",
            view.by(theirs.changedBy()) + ", " + frame.said(theirs.changedAt()) + ": " + changed,
            "");
    LimitsForm again = form.over(theirs.version());
    return Answers.conflict(VIEW, view.page(actor, client, again, Map.of(), notice));
  }

  /** Who changed what, however long ago. */
  @Get("/limits/history")
  HttpResponse<?> history(StaffActor actor, String id, @Nullable @QueryValue Integer before) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page("plan/history", view.history(actor, client.get(), before));
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
}
