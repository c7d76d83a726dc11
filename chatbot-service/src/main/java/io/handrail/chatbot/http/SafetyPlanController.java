package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.web.fault.Faults;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The client's safety plan: to read at any time, whatever is paused, held or limited, and to
 * change. A browser keeps the page for when there is no connection.
 */
@Controller("/safety-plan")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class SafetyPlanController {
  private static final int BLANK_ROWS = 3;
  private static final String EXERCISE = "safety_plan";
  private final Visits visits;
  private final Shelves shelves;
  private final Exercises exercises;
  private final CrisisTable crisis;
  private final PlanLines lines;
  private final Faults faults;
  private final Clock clock;

  SafetyPlanController(
      Visits visits,
      Shelves shelves,
      Exercises exercises,
      CrisisTable crisis,
      PlanLines lines,
      Faults faults,
      Clock clock) {
    this.visits = visits;
    this.shelves = shelves;
    this.exercises = exercises;
    this.crisis = crisis;
    this.lines = lines;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * The plan.
   *
   * @param asOf when it last changed; empty before the first word
   * @param read when the page was made, for a copy that is read without a connection
   * @param guided true when the exercise that fills it can be started
   * @param noted true after a warning sign was saved that a clinician will see
   */
  public record Page(
      List<PlanView.Step> steps,
      boolean blank,
      Optional<Instant> asOf,
      Instant read,
      CrisisTable.Region region,
      String therapist,
      boolean guided,
      boolean saved,
      boolean noted,
      String sendId) {}

  /**
   * A step to write.
   *
   * @param rows what stands there, and some empty ones
   * @param movedOn true when the plan changed elsewhere in between
   */
  public record Editing(
      int number,
      String key,
      boolean signed,
      List<String> rows,
      int version,
      boolean movedOn,
      String therapist,
      String sendId) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> plan(
      HttpRequest<?> request, ClientActor actor, @Nullable @QueryValue String saved) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    var page = page(visit.get(), saved == null ? "" : saved);
    return HttpResponse.ok(
        new ModelAndView<>("client/safety_plan", visit.get().show("plan", page)));
  }

  private Page page(Visit visit, String saved) {
    SafetyPlan plan = new SafetyDesk(shelves).plan(visit.id());
    boolean guided =
        visit.agreed()
            && exercises.permitted(visit).stream().anyMatch(o -> o.protocol().equals(EXERCISE));
    return new Page(
        PlanView.steps(plan),
        plan.blank(),
        PlanView.changedAt(plan),
        clock.instant(),
        crisis.region(visit.clinic().region(), visit.language()),
        visit.therapist().name(),
        guided,
        !saved.isEmpty(),
        saved.equals("noted"),
        SendId.fresh());
  }

  @Get("/{step}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> edit(HttpRequest<?> request, ClientActor actor, String step) {
    Optional<Visit> visit = visits.of(actor);
    Optional<PlanStep> which = PlanStep.read(step);
    if (visit.isEmpty() || which.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    SafetyPlan plan = new SafetyDesk(shelves).plan(visit.get().id());
    return HttpResponse.ok(editing(visit.get(), which.get(), plan, plan.version()));
  }

  /**
   * @param version that the form is sent against; another than the plan's where it moved on
   */
  private static ModelAndView<?> editing(Visit visit, PlanStep step, SafetyPlan plan, int version) {
    var rows = new ArrayList<>(plan.part(step).wanted());
    for (int i = 0; i < BLANK_ROWS && rows.size() < SafetyPlan.LINES_MAX; i++) rows.add("");
    var page =
        new Editing(
            step.ordinal() + 1,
            step.key(),
            step.signed(),
            rows,
            version,
            plan.version() != version,
            visit.therapist().name(),
            SendId.fresh());
    return new ModelAndView<>("client/safety_plan_edit", visit.show("plan", page));
  }

  /** A step as it was written: one line each. */
  @Serdeable
  record Written(@Nullable List<String> line, @Nullable Integer version, @Nullable String send) {
    List<String> lines() {
      return line == null ? List.of() : List.copyOf(line);
    }

    int seen() {
      return version == null ? 0 : version;
    }
  }

  @Post("/{step}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> write(
      HttpRequest<?> request, ClientActor actor, String step, @Body Written written) {
    Optional<Visit> visit = visits.of(actor);
    Optional<PlanStep> which = PlanStep.read(step);
    if (visit.isEmpty() || which.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    var desk = new SafetyDesk(shelves);
    List<String> before = desk.plan(visit.get().id()).part(which.get()).wanted();
    Set<String> known = lines.known(visit.get(), which.get());
    String by = visit.get().client().name();
    // Heard first: should the second write fail, the words and their flag are kept.
    PlanLines.Asks asks =
        lines.heard(
            visit.get(), which.get(), before, known, written.lines(), SendId.read(written.send()));
    SafetyDesk.Result result =
        desk.change(
            visit.get().id(),
            written.seen(),
            plan -> plan.written(which.get(), written.lines(), by, clock.instant()));
    if (asks == PlanLines.Asks.ANSWERED) return HttpResponse.seeOther(URI.create("/chat#end"));
    String saved = asks == PlanLines.Asks.NOTED ? "noted" : "1";
    return switch (result) {
      case SafetyDesk.Result.Stored stored ->
          HttpResponse.seeOther(URI.create("/safety-plan?saved=" + saved + "#step-" + step));
      case SafetyDesk.Result.MovedOn(SafetyPlan now) ->
          HttpResponse.status(HttpStatus.CONFLICT)
              .body(
                  editing(
                      visit.get(),
                      which.get(),
                      now.written(
                          which.get(), both(now, which.get(), written), by, clock.instant()),
                      now.version()));
    };
  }

  /** What stands there now, and what was typed: nothing that was written is lost. */
  private static List<String> both(SafetyPlan now, PlanStep step, Written written) {
    var all = new ArrayList<>(now.part(step).wanted());
    all.addAll(written.lines());
    return all;
  }
}
