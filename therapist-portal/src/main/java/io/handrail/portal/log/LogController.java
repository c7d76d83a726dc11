package io.handrail.portal.log;

import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.Reviewing;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Logbook;
import io.handrail.web.paper.Paper;
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

/**
 * Shows a journal a page at a time, a conversation, or what was looked for. A page is a computed
 * stretch of places; looking through reads this one client's stretches, a bounded number at a time.
 */
@Controller("/clients/{id}/log")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LogController {
  private final Frames frames;
  private final Gate gate;
  private final Reviewing reviewing;
  private final LogView view;
  private final Logbook logbook;
  private final Paper paper;

  LogController(
      Frames frames, Gate gate, Reviewing reviewing, LogView view, Logbook logbook, Paper paper) {
    this.frames = frames;
    this.gate = gate;
    this.reviewing = reviewing;
    this.view = view;
    this.logbook = logbook;
    this.paper = paper;
  }

  /**
   * @param page the page to show; without it, the page of {@code turn}
   * @param turn the journal place to show; without it, where reading stopped
   * @param conversation the place of the first entry of the conversation to show
   * @param q words to look for
   * @param show a way to narrow down, see {@link LogFilter}
   * @param exercise the name of a protocol
   * @param before looks behind this place
   */
  @Get
  HttpResponse<?> log(
      StaffActor actor,
      String id,
      @Nullable @QueryValue Integer page,
      @Nullable @QueryValue Long turn,
      @Nullable @QueryValue Long conversation,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String show,
      @Nullable @QueryValue String exercise,
      @Nullable @QueryValue Long before,
      @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    LogFilter filter = LogFilter.of(q, show, exercise);
    if (filter.any()) {
      return shown(actor, client.get(), view.found(actor, client.get(), filter, before));
    }
    if (conversation != null) {
      return shown(actor, client.get(), view.conversation(actor, client.get(), conversation));
    }
    return shown(actor, client.get(), view.page(actor, client.get(), page, turn, done));
  }

  /** A page of the log, or one conversation of it, for the official record. */
  @Get("/pdf")
  @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
  HttpResponse<?> onPaper(
      StaffActor actor,
      String id,
      @Nullable @QueryValue Integer page,
      @Nullable @QueryValue Long conversation) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    LogPage asked =
        conversation == null
            ? view.page(actor, client.get(), page, null, "")
            : view.conversation(actor, client.get(), conversation);
    opened(actor, client.get(), asked);
    return Answers.pdf(id + "-log-" + asked.from(), paper.pdf(LogView.PAPER, asked));
  }

  /** What is shown is written down first: who opened which entries. */
  private HttpResponse<?> shown(StaffActor actor, Client client, LogPage page) {
    opened(actor, client, page);
    return Answers.page(LogView.VIEW, page);
  }

  private void opened(StaffActor actor, Client client, LogPage page) {
    var places = page.entries().stream().mapToLong(LogPage.Entry::seq).summaryStatistics();
    if (places.getCount() > 0) logbook.opened(actor, client, places.getMin(), places.getMax());
  }

  /** How far the clinician has read. */
  @Serdeable
  record Mark(long upTo) {}

  @Post("/read")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> read(StaffActor actor, String id, @Body Mark mark) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    ClientId found = client.get().id();
    CaseloadRow row = reviewing.read(found, mark.upTo(), frames.now());
    String to = "/clients/" + id + "/log?page=" + LogView.pageOf(row.reviewedSeq()) + "&done=read";
    return Answers.to(to);
  }
}
