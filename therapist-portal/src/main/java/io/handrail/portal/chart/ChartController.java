package io.handrail.portal.chart;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.review.CaseloadPlace;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.ReasonWords;
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

/** The page that a clinician opens before a session. */
@Controller("/clients/{id}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChartController {
  private static final String VIEW = "chart/chart";
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final ChartParts parts;

  ChartController(Shelves shelves, Frames frames, Gate gate, RiskDesk risk, ChartParts parts) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.parts = parts;
  }

  @Get
  HttpResponse<?> chart(StaffActor actor, String id) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, page(actor, client.get()));
  }

  private ChartPage page(StaffActor actor, Client client) {
    Frame frame = frames.around(actor);
    CaseloadRow row = shelves.caseload().get(client.id()).orElse(CaseloadRow.NEW);
    List<RiskQueue.Entry> open = risk.open(client.id());
    SafetyPlan plan = shelves.safetyPlans().get(client.id()).orElse(SafetyPlan.EMPTY);
    CaseloadPlace place = CaseloadPlace.of(client, row, open, frame.now()).with(plan);
    ChartParts.Said said = parts.said(client, row, frame);
    return new ChartPage(
        frame,
        ChartHead.of(client, shelves, open.size(), frame.now()),
        place.reasons().stream().map(why -> ReasonWords.of(why, client, frame)).toList(),
        row.reviewedAt().map(frame::said),
        row.lastAt().map(frame::said).orElse("not yet"),
        said.quotes(),
        said.more(),
        parts.homework(client, frame),
        parts.exercises(client, frame),
        row.exercisesFinished(),
        parts.limits(client),
        parts.agenda(client, frame),
        parts.diaries(client),
        parts.agreed(client, frame),
        parts.remembered(client),
        frame.said(client.since().orElse(client.enrolledAt())));
  }
}
