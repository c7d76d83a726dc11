package io.handrail.portal.safety;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.safety.PlanPart.Signature;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.safety.PlanParts.Typed;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a clinician agrees to what a client proposes for steps 4 to 6, or writes it with them. */
@Controller("/clients/{id}/safety-plan")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SafetyPlanController {
  private static final String VIEW = "safety/safety";
  private static final int COMMENT_MAX = 1000;
  private static final int VERSIONS = 30;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final SafetyDesk desk;

  SafetyPlanController(Shelves shelves, Frames frames, Gate gate, RiskDesk risk, SafetyDesk desk) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.desk = desk;
  }

  @Get
  HttpResponse<?> plan(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, page(actor, client.get(), Typed.NOTHING, said(done)));
  }

  private SafetyPage page(StaffActor actor, Client client, Typed typed, Notice notice) {
    Frame frame = frames.around(actor);
    SafetyPlan plan = desk.plan(client.id());
    return new SafetyPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        plan.version(),
        plan.waiting().size(),
        PlanParts.steps(plan, typed, frame),
        PlanParts.history(desk.history(client.id(), VERSIONS), frame),
        notice);
  }

  private static Notice said(String done) {
    return switch (done) {
      case "sign" -> Notice.done("Agreed. The client sees your name and the date beside the step.");
      case "decline" ->
          Notice.done("Declined. The client sees your comment; what was agreed before stays.");
      case "set" -> Notice.done("Stored and agreed. The client sees it on their plan now.");
      case null, default -> Notice.NONE;
    };
  }

  /**
   * A clinician's word on a step.
   *
   * @param decision {@code sign}, {@code decline} or {@code set}
   * @param seen the version of the page that it was made on
   * @param text for {@code set}: the step's lines, one a line
   */
  @Serdeable
  record Word(
      @Nullable String step,
      @Nullable String decision,
      @Nullable Integer seen,
      @Nullable String comment,
      @Nullable String text) {
    Word {
      step = step == null ? "" : step;
      decision = decision == null ? "" : decision;
      seen = seen == null ? 0 : seen;
      comment = comment == null ? "" : comment.strip();
      text = text == null ? "" : text.strip();
    }

    List<String> lines() {
      return text.lines().toList();
    }
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(StaffActor actor, String id, @Body Word word) {
    Optional<Client> client = gate.open(actor, Act.SIGN_SAFETY_PLAN, id);
    Optional<PlanStep> step = PlanStep.read(word.step()).filter(PlanStep::signed);
    if (client.isEmpty() || step.isEmpty()) return Answers.nothing();
    String problem = problem(word);
    if (!problem.isEmpty()) {
      var typed = new Typed(word.step(), word.comment(), word.text(), problem);
      return Answers.again(VIEW, page(actor, client.get(), typed, Notice.problem(problem)));
    }
    String name = frames.name(actor);
    var by = new Signature(name, frames.now(), word.comment());
    Optional<UnaryOperator<SafetyPlan>> change = change(word, step.get(), by);
    if (change.isEmpty()) return Answers.nothing();
    String done = "/clients/" + id + "/safety-plan?done=" + word.decision();
    return switch (desk.change(client.get().id(), word.seen(), change.get())) {
      case SafetyDesk.Result.Stored stored -> Answers.to(done);
      case SafetyDesk.Result.MovedOn moved -> {
        var typed = new Typed(word.step(), word.comment(), word.text(), "");
        yield Answers.conflict(VIEW, page(actor, client.get(), typed, movedOn(word)));
      }
    };
  }

  private static Notice movedOn(Word word) {
    return Notice.conflict(
        "The plan changed while you had it open. Your word was not stored; please read the step again.",
        "the plan below, as it is now",
        word.comment());
  }

  private static Optional<UnaryOperator<SafetyPlan>> change(
      Word word, PlanStep step, Signature by) {
    return switch (word.decision()) {
      case "sign" -> Optional.of(plan -> plan.signed(step, by));
      case "decline" -> Optional.of(plan -> plan.declined(step, by));
      case "set" -> Optional.of(plan -> plan.set(step, word.lines(), by));
      default -> Optional.empty();
    };
  }

  private static String problem(Word word) {
    if (word.comment().length() > COMMENT_MAX) {
      return "Please keep the comment under " + COMMENT_MAX + " characters.";
    }
    if (word.decision().equals("decline") && word.comment().isEmpty()) {
      return "Say why in a sentence; the client reads it.";
    }
    boolean tooMany = word.lines().size() > SafetyPlan.LINES_MAX;
    if (word.decision().equals("set") && tooMany) {
      return "Please keep a step to " + SafetyPlan.LINES_MAX + " lines.";
    }
    boolean tooLong = word.lines().stream().anyMatch(l -> l.length() > SafetyPlan.LINE_CHARS_MAX);
    return word.decision().equals("set") && tooLong
        ? "Please keep each line under " + SafetyPlan.LINE_CHARS_MAX + " characters."
        : "";
  }
}
