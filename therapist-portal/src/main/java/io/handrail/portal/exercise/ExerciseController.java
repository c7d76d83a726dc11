package io.handrail.portal.exercise;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Trend;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Spoken;
import io.handrail.portal.TrendRow;
import io.handrail.web.paper.Paper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;

/** Shows a worksheet in the client's own words. */
@Controller("/clients/{id}/exercises/{run}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExerciseController {
  private static final String VIEW = "exercise/exercise";
  private static final String PAPER = "exercise/paper";
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final Protocols protocols;
  private final Paper paper;

  ExerciseController(
      Shelves shelves, Frames frames, Gate gate, RiskDesk risk, Protocols protocols, Paper paper) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.protocols = protocols;
    this.paper = paper;
  }

  @Get
  HttpResponse<?> exercise(StaffActor actor, String id, String run) {
    return found(actor, id, run)
        .<HttpResponse<?>>map(page -> Answers.page(VIEW, page))
        .orElseGet(Answers::nothing);
  }

  @Get("/pdf")
  @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
  HttpResponse<?> onPaper(StaffActor actor, String id, String run) {
    return found(actor, id, run)
        .<HttpResponse<?>>map(page -> Answers.pdf(id + "-worksheet", paper.pdf(PAPER, page)))
        .orElseGet(Answers::nothing);
  }

  private Optional<ExercisePage> found(StaffActor actor, String id, String run) {
    return gate.open(actor, Act.READ_LOG, id)
        .flatMap(client ->
            shelves
                .exercises()
                .get(new OfClient<>(client.id(), run))
                .map(record -> page(actor, client, record)));
  }

  private ExercisePage page(StaffActor actor, Client client, ExerciseRecord record) {
    Frame frame = frames.around(actor);
    Run run = record.run();
    Optional<Protocol> protocol = protocols.at(run.protocol());
    return new ExercisePage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        protocol.map(p -> p.title("en")).orElse(Spoken.plain(run.protocol().name())),
        run.protocol().version(),
        record.startedAt(),
        record.endedAt(),
        run.status() == Run.Status.FINISHED,
        run.id().value(),
        record.firstSeq(),
        protocol.map(p -> Engine.sheet(p, run)),
        TrendRow.of(protocol.map(p -> Trend.of(p, run, "en")).orElse(List.of())));
  }
}
