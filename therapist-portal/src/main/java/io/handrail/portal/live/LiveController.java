package io.handrail.portal.live;

import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
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
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a clinician reads along, whispers, takes over, writes and hands back. */
@Controller("/clients/{id}/live")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LiveController {
  static final String VIEW = "live/live";
  private static final int WORDS_MAX = 4_000;
  private static final int NOTE_MAX = 220;
  private static final int SUMMARY_MAX = 500;

  private final Frames frames;
  private final Gate gate;
  private final LiveDesk desk;
  private final LiveView view;

  LiveController(Frames frames, Gate gate, LiveDesk desk, LiveView view) {
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.view = view;
  }

  @Get
  HttpResponse<?> live(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, view.page(actor, client.get(), said(done), ""));
  }

  private static Notice said(String done) {
    return switch (done) {
      case "taken" ->
          Notice.done("The program is silent from the next message on. The client sees your name.");
      case "handed" -> Notice.done("The program goes on where the exercise stood.");
      case "whispered" -> Notice.done("Kept for the client\u2019s next message, and no other.");
      case null, default -> Notice.NONE;
    };
  }

  /** What a form of this page sends. */
  @Serdeable
  record Typed(@Nullable String text, @Nullable String sent) {
    String words() {
      return text == null ? "" : text.strip();
    }
  }

  @Post("/take-over")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> takeOver(StaffActor actor, String id) {
    return act(actor, id, "", "taken", (client, by) -> desk.takeOver(client.id(), by));
  }

  @Post("/write")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> write(StaffActor actor, String id, @Body Typed form) {
    String sent = form.sent() == null || form.sent().length() > 64 ? "" : form.sent();
    return worded(
        actor,
        id,
        form,
        WORDS_MAX,
        "",
        (client, by) -> desk.write(client.id(), by, form.words(), sent));
  }

  @Post("/whisper")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> whisper(StaffActor actor, String id, @Body Typed form) {
    return worded(
        actor,
        id,
        form,
        NOTE_MAX,
        "whispered",
        (client, by) -> desk.whisper(client.id(), by, form.words()));
  }

  @Post("/hand-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> handBack(StaffActor actor, String id, @Body Typed form) {
    return worded(
        actor,
        id,
        form,
        SUMMARY_MAX,
        "handed",
        (client, by) -> desk.handBack(client.id(), by, form.words()));
  }

  private HttpResponse<?> worded(
      StaffActor actor,
      String id,
      Typed form,
      int max,
      String done,
      BiFunction<Client, Person, LiveDesk.Result> act) {
    String words = form.words();
    if (!words.isEmpty() && words.length() <= max) return act(actor, id, words, done, act);
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    Notice notice =
        Notice.problem(
            words.isEmpty()
                ? "Nothing was written yet. Please write something first."
                : "That is longer than " + max + " letters. Nothing is sent yet.");
    return Answers.again(VIEW, view.page(actor, client.get(), notice, words));
  }

  private HttpResponse<?> act(
      StaffActor actor,
      String id,
      String typed,
      String done,
      BiFunction<Client, Person, LiveDesk.Result> act) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    var by = new Person(actor.id(), frames.name(actor));
    String to = "/clients/" + id + "/live" + (done.isEmpty() ? "" : "?done=" + done) + "#now";
    return switch (act.apply(client.get(), by)) {
      case LiveDesk.Result.Done ok -> Answers.to(to);
      case LiveDesk.Result.MovedOn moved ->
          Answers.conflict(VIEW, view.page(actor, client.get(), movedOn(typed), typed));
      case LiveDesk.Result.Busy busy ->
          Answers.conflict(VIEW, view.page(actor, client.get(), busy(typed), typed));
    };
  }

  private static Notice movedOn(String typed) {
    return Notice.conflict(
        "That was done already, or somebody else was first. What is so now stands below.",
        "",
        typed);
  }

  private static Notice busy(String typed) {
    return Notice.conflict(
        "The program was still answering, so nothing is stored. Please press the button again.",
        "",
        typed);
  }
}
