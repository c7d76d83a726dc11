package io.handrail.portal.replies;

import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.live.LiveDesk.Person;
import io.handrail.portal.Answers;
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
import java.util.Map;
import java.util.Optional;

/** Where a clinician reads replies before clients do. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RepliesController {
  private static final String VIEW = "replies/replies";
  static final int WORDS_MAX = 2_000;

  private final Frames frames;
  private final Gate gate;
  private final LiveDesk desk;
  private final ReplyCards cards;

  RepliesController(Frames frames, Gate gate, LiveDesk desk, ReplyCards cards) {
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.cards = cards;
  }

  @Get("/replies")
  HttpResponse<?> replies(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    Notice notice =
        switch (done) {
          case "draft" -> Notice.done("Sent as it was. The client reads that you read it first.");
          case "own" -> Notice.done("Sent as your own words, under your name.");
          case null, default -> Notice.NONE;
        };
    return Answers.page(VIEW, page(actor, notice, Map.of(), Map.of()));
  }

  private RepliesPage page(
      StaffActor actor, Notice notice, Map<String, String> typed, Map<String, String> problems) {
    return new RepliesPage(
        frames.around(actor), cards.of(frames.repliesFor(actor), typed, problems), notice);
  }

  /**
   * A yes.
   *
   * @param words what stands in the box
   * @param stay {@code yes} to keep the exercise at its step
   */
  @Serdeable
  record Yes(@Nullable String words, @Nullable String stay) {}

  @Post("/clients/{id}/replies/{turn}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> send(StaffActor actor, String id, long turn, @Body Yes form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    String words = form.words() == null ? "" : form.words().replace("\r\n", "\n").strip();
    if (words.isEmpty() || words.length() > WORDS_MAX) {
      String problem =
          words.isEmpty()
              ? "A reply has words. The draft is back in the box below."
              : "That is longer than " + WORDS_MAX + " letters.";
      Notice notice = Notice.problem("Nothing is sent yet. Please look at the marked field.");
      return Answers.again(VIEW, page(actor, notice, Map.of(id, words), Map.of(id, problem)));
    }
    Optional<String> draft = desk.waiting(client.get().id()).flatMap(RepliesController::draft);
    boolean own = !draft.map(String::strip).equals(Optional.of(words));
    var by = new Person(actor.id(), frames.name(actor));
    var result =
        desk.approve(
            client.get().id(),
            by,
            turn,
            own ? Optional.of(words) : Optional.empty(),
            !"yes".equals(form.stay()));
    return switch (result) {
      case LiveDesk.Result.Done done -> Answers.to("/replies?done=" + (own ? "own" : "draft"));
      case LiveDesk.Result.MovedOn moved ->
          again(
              actor,
              words,
              "That reply waits no more: it was sent already, or the client moved on. What waits"
                  + " now stands below; nothing was sent.");
      case LiveDesk.Result.Busy busy ->
          again(actor, words, "The client was just writing, so nothing was sent. Try once more.");
    };
  }

  private HttpResponse<?> again(StaffActor actor, String words, String why) {
    Notice notice = Notice.conflict(why, "", words);
    return Answers.conflict(VIEW, page(actor, notice, Map.of(), Map.of()));
  }

  static Optional<String> draft(Turn turn) {
    return turn.closing()
        .map(closing -> closing.outcome())
        .flatMap(outcome ->
            outcome instanceof Outcome.AwaitingApproval waiting
                ? Optional.of(waiting.draft())
                : Optional.empty());
  }
}
