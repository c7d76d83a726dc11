package io.handrail.portal.log;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.Reviewing;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
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

/** Shows a journal a page at a time. A page is a computed stretch of places, never a search. */
@Controller("/clients/{id}/log")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LogController {
  private static final String VIEW = "log/log";
  static final int TURNS_A_PAGE = 40;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final Reviewing reviewing;
  private final Entries entries;

  LogController(
      Shelves shelves,
      Frames frames,
      Gate gate,
      RiskDesk risk,
      Reviewing reviewing,
      Entries entries) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.reviewing = reviewing;
    this.entries = entries;
  }

  /**
   * @param page the page to show; without it, the page of {@code turn}
   * @param turn the journal place to show; without it, where reading stopped
   */
  @Get
  HttpResponse<?> log(
      StaffActor actor,
      String id,
      @Nullable @QueryValue Integer page,
      @Nullable @QueryValue Long turn,
      @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, page(actor, client.get(), page, turn, done));
  }

  private LogPage page(StaffActor actor, Client client, Integer asked, Long turn, String done) {
    Frame frame = frames.around(actor);
    CaseloadRow row = shelves.caseload().get(client.id()).orElse(CaseloadRow.NEW);
    long total = shelves.turns().last(client.id(), 1).stream().mapToLong(t -> t.id().seq()).sum();
    int pages = (int) Math.max(1, (total + TURNS_A_PAGE - 1) / TURNS_A_PAGE);
    long place = turn != null ? turn : Math.min(row.reviewedSeq() + 1, total);
    int page = Math.clamp(asked != null ? asked : pageOf(place), 1, pages);
    long from = (page - 1L) * TURNS_A_PAGE + 1;
    long to = Math.min(total, (long) page * TURNS_A_PAGE);
    List<Turn> turns = total == 0 ? List.of() : shelves.turns().between(client.id(), from, to);
    return new LogPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        entries.of(client, turns, row.reviewedSeq(), frame),
        page,
        pages,
        from,
        to,
        total,
        row.reviewedSeq(),
        row.reviewedAt().map(frame::said),
        client.zone(),
        "read".equals(done) ? "read" : "");
  }

  private static int pageOf(long place) {
    return (int) Math.clamp((place - 1) / TURNS_A_PAGE + 1, 1, Integer.MAX_VALUE);
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
    String to = "/clients/" + id + "/log?page=" + pageOf(row.reviewedSeq()) + "&done=read";
    return Answers.to(to);
  }
}
