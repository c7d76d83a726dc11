package io.handrail.portal.homework;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.homework.HomeworkDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.homework.HomeworkItems.Typed;
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
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where homework is approved, edited, declined and returned, each with a comment. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class HomeworkController {
  private static final String VIEW = "homework/homework";
  static final int COMMENT_MAX = 2000;
  static final int TASK_MAX = 500;
  static final int WHEN_MAX = 200;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final HomeworkDesk desk;
  private final HomeworkItems items;

  HomeworkController(
      Shelves shelves, Frames frames, Gate gate, HomeworkDesk desk, HomeworkItems items) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.items = items;
  }

  @Get("/homework")
  HttpResponse<?> waiting(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    return Answers.page(VIEW, items.overCaseload(actor, HomeworkPage.Bulk.NONE, said(done)));
  }

  @Get("/clients/{id}/homework")
  HttpResponse<?> homework(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.DECIDE_HOMEWORK, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, items.of(actor, client.get(), Typed.NOTHING, said(done)));
  }

  private static Notice said(String done) {
    return switch (done) {
      case "approved" -> Notice.done("Approved. The client sees it as theirs to do.");
      case "declined" -> Notice.done("Declined. The client sees your comment.");
      case "returned" -> Notice.done("Returned. The client sees your comment.");
      case null, default -> Notice.NONE;
    };
  }

  /**
   * A decision.
   *
   * @param decision {@code approve}, {@code decline} or {@code return}
   * @param seen how many moves there were on the page that it was made on
   * @param from {@code all} where it was made on the page of the whole caseload
   */
  @Serdeable
  record Decision(
      @Nullable String homework,
      @Nullable String decision,
      @Nullable Integer seen,
      @Nullable String task,
      @Nullable String when,
      @Nullable String comment,
      @Nullable String from) {

    Decision {
      homework = text(homework);
      decision = text(decision);
      seen = seen == null ? 0 : seen;
      task = text(task);
      when = text(when);
      comment = text(comment);
      from = text(from);
    }

    private static String text(String given) {
      return given == null ? "" : given.strip();
    }
  }

  @Post("/clients/{id}/homework")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(StaffActor actor, String id, @Body Decision form) {
    Optional<Client> client = gate.open(actor, Act.DECIDE_HOMEWORK, id);
    if (client.isEmpty()) return Answers.nothing();
    Optional<Homework> stored =
        shelves.homework().get(client.get().id()).orElse(HomeworkBook.EMPTY).find(form.homework());
    Optional<Status> to = to(form.decision());
    if (stored.isEmpty() || to.isEmpty()) return Answers.nothing();
    String problem = problem(form, to.get());
    if (!problem.isEmpty()) {
      var typed = new Typed(form.homework(), form.task(), form.when(), form.comment(), problem);
      return Answers.again(VIEW, items.of(actor, client.get(), typed, Notice.problem(problem)));
    }
    String by = frames.name(actor);
    UnaryOperator<Homework> step = step(form, to.get(), by, frames.now());
    return switch (desk.decide(client.get().id(), form.homework(), form.seen(), to.get(), step)) {
      case HomeworkDesk.Result.Stored now -> Answers.to(back(id, form, to.get()));
      case HomeworkDesk.Result.MovedOn moved -> movedOn(actor, client.get(), form, moved);
      case HomeworkDesk.Result.Unknown unknown -> Answers.nothing();
    };
  }

  private static String back(String id, Decision form, Status to) {
    String done = "?done=" + to.name().toLowerCase(java.util.Locale.ROOT);
    return form.from().equals("all") ? "/homework" + done : "/clients/" + id + "/homework" + done;
  }

  private HttpResponse<?> movedOn(
      StaffActor actor, Client client, Decision form, HomeworkDesk.Result.MovedOn moved) {
    Homework.Move last = moved.asItIs().history().getLast();
    String theirs =
        HomeworkItems.words(moved.asItIs().status())
            + ": "
            + last.by()
            + (last.comment().isBlank() ? "" : ", \u201c" + last.comment() + "\u201d");
    Notice notice =
        Notice.conflict(
            "This homework moved on while you had it open. Yours was not stored.",
            theirs,
            form.comment());
    return Answers.conflict(VIEW, items.of(actor, client, Typed.NOTHING, notice));
  }

  private static Optional<Status> to(String decision) {
    return switch (decision) {
      case "approve" -> Optional.of(Status.APPROVED);
      case "decline" -> Optional.of(Status.DECLINED);
      case "return" -> Optional.of(Status.RETURNED);
      default -> Optional.empty();
    };
  }

  private static String problem(Decision form, Status to) {
    if (form.comment().length() > COMMENT_MAX) {
      return "Please keep the comment under " + COMMENT_MAX + " characters.";
    }
    if (to == Status.APPROVED) {
      if (form.task().isEmpty()) return "Say what there is to do, or decline it.";
      if (form.task().length() > TASK_MAX)
        return "Please keep the task under " + TASK_MAX + " characters.";
      if (form.when().length() > WHEN_MAX)
        return "Please keep the time under " + WHEN_MAX + " characters.";
      return "";
    }
    if (form.comment().isEmpty()) {
      return to == Status.DECLINED
          ? "Say why in a sentence; the client reads it."
          : "Write a comment; it is what the client gets back.";
    }
    return "";
  }

  private static UnaryOperator<Homework> step(Decision form, Status to, String by, Instant at) {
    return switch (to) {
      case APPROVED ->
          homework -> homework.approved(by, at, form.task(), form.when(), form.comment());
      case DECLINED -> homework -> homework.declined(by, at, form.comment());
      case RETURNED -> homework -> homework.returned(by, at, form.comment());
      case PROPOSED, DONE -> homework -> homework;
    };
  }
}
