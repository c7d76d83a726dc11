package io.handrail.portal.risk;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.review.HoldRelease;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskItem.Acknowledgement;
import io.handrail.care.review.RiskQueue;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.risk.RiskCards.Typed;
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

/** Where flags are answered and holds released, each by a named person with a note. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RiskController {
  private static final String VIEW = "risk/risk";
  static final int NOTE_MAX = 2000;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk desk;
  private final HoldRelease release;
  private final RiskCards cards;

  RiskController(
      Shelves shelves,
      Frames frames,
      Gate gate,
      RiskDesk desk,
      HoldRelease release,
      RiskCards cards) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.release = release;
    this.cards = cards;
  }

  @Get("/risk")
  HttpResponse<?> risk(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    return Answers.page(VIEW, page(actor, Typed.NOTHING, said(done)));
  }

  private static Notice said(String done) {
    return switch (done) {
      case "answered" -> Notice.done("Stored: who answered, when, and what was done.");
      case "released" ->
          Notice.done("The hold is released. Exercises are open again from the next message.");
      case null, default -> Notice.NONE;
    };
  }

  /** How many clients wait. */
  @Serdeable
  record Count(int waiting) {}

  @Get("/risk/count")
  @Produces(MediaType.APPLICATION_JSON)
  HttpResponse<?> count(StaffActor actor) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    // Said aloud: asked for as a page, it would else find no writer and fail.
    return HttpResponse.ok(new Count(frames.waiting(actor)))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /**
   * An answer to some flags of one client.
   *
   * @param flag ids of the flags that were on the page; one that came later is not answered by it
   */
  @Serdeable
  record Answer(@Nullable List<String> flag, @Nullable String action) {}

  @Post("/clients/{id}/flags/acknowledge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> acknowledge(StaffActor actor, String id, @Body Answer answer) {
    Optional<Client> client = answerable(actor, id, answer);
    if (client.isEmpty()) return Answers.nothing();
    String note = answer.action() == null ? "" : answer.action().strip();
    List<String> flags = answer.flag() == null ? List.of() : answer.flag();
    String problem = problem(note, "Write what you did; a flag is not closed without it.");
    if (flags.isEmpty()) problem = "No flag was named. Load the page again.";
    if (!problem.isEmpty()) {
      var typed = new Typed(id, note, problem);
      return Answers.again(VIEW, page(actor, typed, Notice.problem(problem)));
    }
    var mine = new Acknowledgement(actor.id(), frames.name(actor), frames.now(), note);
    Acknowledgement theirs = null;
    for (String flag : flags) {
      Optional<RiskItem> item = desk.acknowledge(client.get().id(), flag, mine);
      if (item.isEmpty()) return Answers.nothing();
      Acknowledgement stands = item.get().acknowledged().orElseThrow();
      if (!stands.equals(mine)) theirs = stands;
    }
    if (theirs != null && !theirs.action().equals(note)) {
      String when = frames.around(actor).said(theirs.at());
      return Answers.conflict(VIEW, page(actor, Typed.NOTHING, conflict(theirs, when, note)));
    }
    return Answers.to("/risk?done=answered#" + id);
  }

  /** One's own client, or another's whose named flags one was asked to answer. */
  private Optional<Client> answerable(StaffActor actor, String id, Answer answer) {
    Optional<Client> own = gate.open(actor, Act.ANSWER_RISK, id);
    if (own.isPresent() || answer.flag() == null) return own;
    List<RiskQueue.Entry> asked =
        frames.open(actor).own().stream().filter(e -> e.client().value().equals(id)).toList();
    boolean all =
        answer.flag().stream().allMatch(f -> asked.stream().anyMatch(e -> e.flag().equals(f)));
    if (asked.isEmpty() || !all) return Optional.empty();
    return shelves.clients().get(asked.getFirst().client());
  }

  private static Notice conflict(Acknowledgement theirs, String when, String yours) {
    return Notice.conflict(
        theirs.name() + " answered this first. Theirs stands; yours was not stored.",
        theirs.name() + ", " + when + ": " + theirs.action(),
        yours);
  }

  /** Why exercises may start again. */
  @Serdeable
  record Release(@Nullable String note) {}

  @Post("/clients/{id}/hold/release")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> release(StaffActor actor, String id, @Body Release form) {
    Optional<Client> client = gate.open(actor, Act.ANSWER_RISK, id);
    if (client.isEmpty()) return Answers.nothing();
    String note = form.note() == null ? "" : form.note().strip();
    String problem = problem(note, "Write why exercises may start again.");
    if (!problem.isEmpty()) {
      var typed = new Typed(id, note, problem);
      return Answers.again(VIEW, page(actor, typed, Notice.problem(problem)));
    }
    return switch (release.release(client.get().id(), actor.id(), frames.name(actor), note)) {
      case HoldRelease.Result.Released released -> Answers.to("/risk?done=released");
      case HoldRelease.Result.NotHeld none ->
          refused(actor, id, note, "Nothing is on hold any more: it was released already.");
      case HoldRelease.Result.FlagsOpen open ->
          refused(
              actor,
              id,
              note,
              Spoken.counted(open.count(), "flag is", "flags are")
                  + " still open. Answer them first, then release the hold.");
      case HoldRelease.Result.Busy busy ->
          refused(actor, id, note, "The client is writing right now. Try again in a moment.");
    };
  }

  private HttpResponse<?> refused(StaffActor actor, String id, String note, String why) {
    return Answers.conflict(
        VIEW, page(actor, new Typed(id, note, why), Notice.conflict(why, "", note)));
  }

  private static String problem(String note, String missing) {
    if (note.isEmpty()) return missing;
    if (note.length() > NOTE_MAX) {
      return "Please keep it under " + NOTE_MAX + " characters; this is " + note.length() + ".";
    }
    return "";
  }

  private RiskPage page(StaffActor actor, Typed typed, Notice notice) {
    return cards.page(actor, typed, notice);
  }
}
