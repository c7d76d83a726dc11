package io.handrail.portal.brief;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.review.brief.Rewording;
import io.handrail.care.review.brief.WordingDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where a clinician asks for a draft in a model's words, and takes that back. */
@Controller("/clients/{id}/brief/words")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WordingController {
  /** The answer waits this long for the model; the page then has the plain draft, as before. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private final Frames frames;
  private final Gate gate;
  private final BriefDesk briefs;
  private final WordingDesk desk;
  private final Boards boards;

  WordingController(Shelves shelves, Frames frames, Gate gate, BriefDesk briefs, Boards boards) {
    this.frames = frames;
    this.gate = gate;
    this.briefs = briefs;
    this.desk = new WordingDesk(shelves);
    this.boards = boards;
  }

  /**
   * @param since the exact beginning of the draft that is looked at
   */
  @Serdeable
  record Wish(@Nullable String since) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(StaffActor actor, String id, @Body Wish form) throws InterruptedException {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Instant now = frames.now();
    Instant since = read(form.since()).orElseGet(() -> briefs.beginning(client.get().id(), now));
    String wish = UUID.randomUUID().toString();
    Optional<Rewording> asked =
        desk.ask(client.get(), briefs.draft(client.get(), since, now), wish, actor.id(), now);
    if (asked.isPresent()) {
      boards.put(
          new LiveBoard.Entry(
              client.get().id(), LiveBoard.Kind.BRIEF, 0, now, Optional.of(actor.id())));
      await(client.get(), wish);
    }
    return Answers.to("/clients/" + id + "/brief" + from(client.get(), since) + "#wording");
  }

  private void await(Client client, String wish) throws InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < giveUp) {
      boolean waits =
          desk.last(client.id())
              .filter(r -> r.id().equals(wish) && r.answer().isEmpty())
              .isPresent();
      if (!waits) return;
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  /** Back to the program's own words. */
  @Post("/plain")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> plain(StaffActor actor, String id, @Body Wish form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    desk.drop(client.get().id());
    String from = read(form.since()).map(since -> from(client.get(), since)).orElse("");
    return Answers.to("/clients/" + id + "/brief" + from + "#wording");
  }

  /** The day is enough: a brief begins with a day on the client's clock or where the last ended. */
  private String from(Client client, Instant since) {
    LocalDate day = since.atZone(client.zone()).toLocalDate();
    boolean wholeDay = day.atStartOfDay(client.zone()).toInstant().equals(since);
    return wholeDay ? "?since=" + day : "";
  }

  private static Optional<Instant> read(@Nullable String given) {
    try {
      return given == null ? Optional.empty() : Optional.of(Instant.parse(given.strip()));
    } catch (DateTimeException e) {
      return Optional.empty(); // not from our form; the draft then begins where it would begin
    }
  }
}
