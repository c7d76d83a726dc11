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
import io.handrail.portal.Spoken;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several pieces of homework at once. Each is decided alone: one that moved on stops no other. */
@Controller("/homework/bulk")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class BulkController {
  private static final int PICKED_MAX = 100;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final HomeworkDesk desk;
  private final HomeworkItems items;

  BulkController(
      Shelves shelves, Frames frames, Gate gate, HomeworkDesk desk, HomeworkItems items) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.items = items;
  }

  /**
   * @param pick of each piece: client, homework and how many moves there were, with spaces between
   * @param decision {@code approve} or {@code return}
   */
  @Serdeable
  record Picked(@Nullable List<String> pick, @Nullable String decision, @Nullable String comment) {
    Picked {
      pick = pick == null ? List.of() : List.copyOf(pick);
      decision = decision == null ? "" : decision.strip();
      comment = comment == null ? "" : comment.strip();
    }
  }

  /** What came of the pieces. */
  private static final class Tally {
    int done;
    int otherKind;
    final List<String> movedOn = new ArrayList<>();
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(StaffActor actor, @Body Picked form) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    Status to =
        switch (form.decision()) {
          case "approve" -> Status.APPROVED;
          case "return" -> Status.RETURNED;
          default -> null;
        };
    if (to == null) return Answers.nothing();
    String problem = problem(form, to);
    if (!problem.isEmpty()) {
      var kept = new HomeworkPage.Bulk(form.pick(), form.comment());
      return Answers.again(
          "homework/homework", items.overCaseload(actor, kept, Notice.problem(problem)));
    }
    String by = frames.name(actor);
    var tally = new Tally();
    for (String pick : form.pick()) one(actor, pick, to, by, form.comment(), tally);
    return Answers.page(
        "homework/homework", items.overCaseload(actor, HomeworkPage.Bulk.NONE, said(tally, to)));
  }

  private static String problem(Picked form, Status to) {
    if (form.pick().isEmpty()) return "Pick at least one piece first.";
    if (form.pick().size() > PICKED_MAX) return "Please pick at most " + PICKED_MAX + " at once.";
    if (form.comment().length() > HomeworkController.COMMENT_MAX) {
      return "Please keep the comment under " + HomeworkController.COMMENT_MAX + " characters.";
    }
    return to == Status.RETURNED && form.comment().isEmpty()
        ? "Write a comment; it is what each client gets back."
        : "";
  }

  private void one(
      StaffActor actor, String pick, Status to, String by, String comment, Tally tally) {
    String[] parts = pick.strip().split(" ");
    if (parts.length != 3 || !parts[2].matches("[0-9]{1,4}")) return;
    Optional<Client> client = gate.open(actor, Act.DECIDE_HOMEWORK, parts[0]);
    if (client.isEmpty()) return;
    Optional<Homework> piece =
        shelves.homework().get(client.get().id()).orElse(HomeworkBook.EMPTY).find(parts[1]);
    if (piece.isEmpty()) return;
    int seen = Integer.parseInt(parts[2]);
    if (piece.get().history().size() == seen && !piece.get().mayBecome(to)) {
      tally.otherKind++;
      return;
    }
    Instant at = frames.now();
    HomeworkDesk.Result result =
        desk.decide(
            client.get().id(),
            parts[1],
            seen,
            to,
            homework ->
                to == Status.APPROVED
                    ? homework.approved(by, at, homework.task(), homework.when(), comment)
                    : homework.returned(by, at, comment));
    switch (result) {
      case HomeworkDesk.Result.Stored stored -> tally.done++;
      case HomeworkDesk.Result.MovedOn moved -> tally.movedOn.add(client.get().name());
      case HomeworkDesk.Result.Unknown unknown -> tally.otherKind++;
    }
  }

  private static Notice said(Tally tally, Status to) {
    var text = new StringBuilder();
    text.append(Spoken.counted(tally.done, "piece", "pieces"))
        .append(to == Status.APPROVED ? " approved." : " returned.");
    if (!tally.movedOn.isEmpty()) {
      text.append(" Moved on while you had the page open, and left as it is: ")
          .append(String.join(", ", tally.movedOn))
          .append('.');
    }
    if (tally.otherKind > 0) {
      text.append(' ')
          .append(Spoken.counted(tally.otherKind, "piece", "pieces"))
          .append(
              tally.otherKind == 1
                  ? (to == Status.APPROVED ? " was no proposal" : " was no report")
                      + " and was left as it is."
                  : (to == Status.APPROVED ? " were no proposals" : " were no reports")
                      + " and were left as they are.");
    }
    return tally.movedOn.isEmpty() && tally.otherKind == 0
        ? Notice.done(text.toString())
        : Notice.problem(text.toString());
  }
}
