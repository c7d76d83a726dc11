package io.handrail.portal.brief;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a clinician reads in two minutes before a session, and signs. */
@Controller("/clients/{id}/brief")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class BriefController {
  private static final String VIEW = "brief/brief";
  private static final String PAPER = "brief/paper";
  static final int REMARK_MAX = 2000;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final BriefDesk desk;
  private final Briefs briefs;
  private final Paper paper;

  BriefController(
      Shelves shelves, Frames frames, Gate gate, BriefDesk desk, Briefs briefs, Paper paper) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.briefs = briefs;
    this.paper = paper;
  }

  /**
   * @param since the first day it is to cover, as {@code 2026-11-07}
   */
  @Get
  HttpResponse<?> draft(StaffActor actor, String id, @Nullable @QueryValue String since) {
    return gate.open(actor, Act.READ_LOG, id)
        .<HttpResponse<?>>map(client -> Answers.page(VIEW, draft(actor, client, since)))
        .orElseGet(Answers::nothing);
  }

  private BriefPage draft(StaffActor actor, Client client, String since) {
    Instant from = briefs.since(client, day(since), frames.now());
    return briefs.draft(actor, client, from, "", Notice.NONE);
  }

  private static Optional<LocalDate> day(String given) {
    if (given == null || given.isBlank()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(given.strip()));
    } catch (DateTimeException e) {
      return Optional.empty(); // not a day; the page then covers what it covers without one
    }
  }

  @Get("/pdf")
  @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
  HttpResponse<?> draftOnPaper(StaffActor actor, String id, @Nullable @QueryValue String since) {
    return gate.open(actor, Act.READ_LOG, id)
        .<HttpResponse<?>>map(client -> pdf(id + "-brief-draft", draft(actor, client, since)))
        .orElseGet(Answers::nothing);
  }

  @Get("/{version}")
  HttpResponse<?> signed(
      StaffActor actor, String id, int version, @Nullable @QueryValue String done) {
    Notice notice =
        "signed".equals(done) ? Notice.done("Signed. It is kept as it stands.") : Notice.NONE;
    return gate.open(actor, Act.READ_LOG, id)
        .flatMap(client -> briefs.signed(actor, client, version, notice))
        .<HttpResponse<?>>map(page -> Answers.page(VIEW, page))
        .orElseGet(Answers::nothing);
  }

  @Get("/{version}/pdf")
  @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
  HttpResponse<?> signedOnPaper(StaffActor actor, String id, int version) {
    return gate.open(actor, Act.READ_LOG, id)
        .flatMap(client -> briefs.signed(actor, client, version, Notice.NONE))
        .<HttpResponse<?>>map(page -> pdf(id + "-brief-" + version, page))
        .orElseGet(Answers::nothing);
  }

  private HttpResponse<?> pdf(String name, BriefPage page) {
    return Answers.pdf(name, paper.pdf(PAPER, page));
  }

  /**
   * A signature.
   *
   * @param since the exact beginning of the draft that was read
   * @param seen its digest
   * @param omit places of sentences to leave out
   */
  @Serdeable
  record Signing(
      @Nullable String since,
      @Nullable String seen,
      @Nullable String remark,
      @Nullable List<String> omit) {
    Signing {
      omit = omit == null ? List.of() : List.copyOf(omit);
      since = since == null ? "" : since.strip();
      seen = seen == null ? "" : seen.strip();
      remark = remark == null ? "" : remark.strip();
    }
  }

  @Post("/sign")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> sign(StaffActor actor, String id, @Body Signing form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Instant now = frames.now();
    Instant since = exact(form.since()).orElseGet(() -> desk.beginning(client.get().id(), now));
    if (form.remark().length() > REMARK_MAX) {
      Notice problem =
          Notice.problem("Please keep what you add under " + REMARK_MAX + " characters.");
      return Answers.again(VIEW, briefs.draft(actor, client.get(), since, form.remark(), problem));
    }
    Set<Integer> leftOut =
        form.omit().stream()
            .filter(place -> place.matches("[0-9]{1,3}"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    String name = frames.name(actor);
    var signature = new BriefDesk.Signature(actor.id(), name, now, form.remark(), leftOut);
    return switch (desk.sign(client.get(), since, form.seen(), signature)) {
      case BriefDesk.Result.Signed signed ->
          Answers.to("/clients/" + id + "/brief/" + signed.brief().version() + "?done=signed");
      case BriefDesk.Result.MovedOn moved ->
          Answers.conflict(
              VIEW,
              briefs.draft(
                  actor,
                  client.get(),
                  moved.draft().since(),
                  form.remark(),
                  Notice.problem(
                      "Something new was stored while you read. This is the draft as it stands"
                          + " now; nothing was signed.")));
    };
  }

  private static Optional<Instant> exact(String given) {
    try {
      return Optional.of(Instant.parse(given));
    } catch (DateTimeException e) {
      return Optional.empty(); // not from our form; the draft then begins where it would begin
    }
  }
}
