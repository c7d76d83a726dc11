package io.handrail.portal.review;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.review.CaseloadPlace;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.ReviewBudget;
import io.handrail.care.review.Reviewing;
import io.handrail.portal.Answers;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Logbook;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** "I have fifteen minutes": what to read, and why that. */
@Controller("/review")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewController {
  private static final int MINUTES = 15;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final Reviewing reviewing;
  private final Logbook logbook;

  ReviewController(
      Shelves shelves, Frames frames, Gate gate, Reviewing reviewing, Logbook logbook) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.reviewing = reviewing;
    this.logbook = logbook;
  }

  @Get
  HttpResponse<?> review(
      StaffActor actor, @Nullable @QueryValue Integer minutes, @Nullable @QueryValue String done) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    int asked = Math.clamp(minutes == null ? MINUTES : minutes, 1, ReviewBudget.MINUTES_MAX);
    Frame frame = frames.around(actor);
    ReviewBudget budget =
        ReviewBudget.of(
            places(actor, frame),
            asked,
            frame.now().atZone(frame.zone()).toLocalDate(),
            frame.now());
    Notice notice = "read".equals(done) ? Notice.done("Kept as read by you.") : Notice.NONE;
    return Answers.page(
        "review/review",
        new ReviewPage(
            frame,
            asked,
            Spoken.span(Duration.ofSeconds(budget.seconds() + 59)),
            budget.seconds() > asked * 60,
            budget.left(),
            budget.stops().stream().map(ReviewController::stop).toList(),
            notice));
  }

  private List<CaseloadPlace> places(StaffActor actor, Frame frame) {
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    Map<ClientId, CaseloadRow> rows = shelves.caseload().get(listed);
    return shelves.clients().get(listed).values().stream()
        .filter(client -> client.enrolment() != Client.Enrolment.DISCHARGED)
        .filter(client -> gate.may(actor, Act.READ_LOG, client))
        .map(client ->
            CaseloadPlace.of(
                client, rows.getOrDefault(client.id(), CaseloadRow.NEW), List.of(), frame.now()))
        .toList();
  }

  private static ReviewPage.Stop stop(ReviewBudget.Stop stop) {
    return new ReviewPage.Stop(
        stop.client().id().value(),
        stop.client().name(),
        stop.why().name().toLowerCase(Locale.ROOT),
        why(stop.why()),
        stop.from(),
        stop.to(),
        Spoken.span(Duration.ofSeconds(stop.seconds() + 59)));
  }

  private static String why(ReviewBudget.Why why) {
    return switch (why) {
      case RISK -> "Something here asked for a person, or exercises are on hold.";
      case WORSE -> "A questionnaire came out worse, by more than ordinary ups and downs.";
      case CLOSELY -> "Something here is to be read closely.";
      case LONGEST_UNREAD -> "Review is overdue, and this has waited longest.";
      case NEW_CLIENT -> "You have not read anything of this client yet.";
      case MOST_UNREAD -> "The most that is new for the time it takes.";
      case LOT -> "Chosen by lot today, so that the quiet ones are read too.";
    };
  }

  /** A stretch that was read. */
  @Serdeable
  record Done(
      @Nullable String client, @Nullable Long from, @Nullable Long to, @Nullable Integer minutes) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> read(StaffActor actor, @Body Done done) {
    if (done.client() == null || done.to() == null) return Answers.nothing();
    Optional<Client> client = gate.open(actor, Act.READ_LOG, done.client());
    if (client.isEmpty()) return Answers.nothing();
    reviewing.read(client.get().id(), done.to(), frames.now());
    logbook.opened(actor, client.get(), done.from() == null ? 1 : done.from(), done.to());
    int minutes = done.minutes() == null ? MINUTES : done.minutes();
    return Answers.to("/review?minutes=" + Math.clamp(minutes, 1, 120) + "&done=read");
  }
}
