package io.handrail.portal.measures;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.measure.FhirResponse;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasurePlan.Assignment;
import io.handrail.care.measure.MeasurePlan.Often;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.measures.MeasuresPage.Offer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Which questionnaires a client is asked, how often, and what came of them. */
@Controller("/clients/{id}/measures")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MeasuresController {
  private static final String VIEW = "measures/measures";
  private static final MediaType FHIR = MediaType.of("application/fhir+json");

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final Instruments instruments;
  private final MeasureCards cards;
  private final JsonMapper json;

  MeasuresController(
      Shelves shelves,
      Frames frames,
      Gate gate,
      RiskDesk risk,
      Instruments instruments,
      MeasureCards cards,
      JsonMapper json) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.instruments = instruments;
    this.cards = cards;
    this.json = json;
  }

  @Get
  HttpResponse<?> measures(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Notice notice =
        done == null
            ? Notice.NONE
            : Notice.done("Stored. It is asked for on the client\u2019s home page when it is due.");
    return Answers.page(VIEW, page(actor, client.get(), notice));
  }

  @Post("/ask")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(
      StaffActor actor, String id, @Nullable String instrument, @Nullable String often) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    Optional<Instrument> asked = Optional.ofNullable(instrument).flatMap(instruments::active);
    if (client.isEmpty() || asked.isEmpty()) return Answers.nothing();
    Optional<Often> how = often(often);
    if (how.isEmpty() && !"no".equals(often)) return Answers.nothing();
    String name = asked.get().ref().name();
    Instant now = frames.now();
    shelves
        .measurePlans()
        .change(
            client.get().id(),
            MeasurePlan.EMPTY,
            plan ->
                how.map(h -> asking(plan, name, h, actor, now)).orElseGet(() -> not(plan, name)));
    return Answers.to("/clients/" + id + "/measures?done=stored");
  }

  private static MeasurePlan not(MeasurePlan plan, String name) {
    return plan.of(name).isEmpty() ? plan : plan.without(name);
  }

  /** Another interval keeps counting from where it was; asking again for one answer begins anew. */
  private static MeasurePlan asking(
      MeasurePlan plan, String name, Often often, StaffActor actor, Instant now) {
    Instant since =
        plan.of(name).filter(a -> often != Often.ONCE).map(Assignment::since).orElse(now);
    return plan.asking(new Assignment(name, often, actor.id(), since));
  }

  private static Optional<Often> often(String text) {
    for (Often often : Often.values()) {
      if (often.name().toLowerCase(Locale.ROOT).equals(text)) return Optional.of(often);
    }
    return Optional.empty();
  }

  /** One result as a FHIR QuestionnaireResponse. */
  @Get("/{result}/fhir")
  @Produces("application/fhir+json")
  HttpResponse<?> fhir(StaffActor actor, String id, String result) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Optional<MeasureResult> found = book(client.get()).find(result);
    Optional<Instrument> by = found.flatMap(r -> instruments.at(r.instrument()));
    if (by.isEmpty()) return Answers.nothing();
    byte[] body = written(FhirResponse.of(client.get().id(), by.get(), found.get()));
    String file = client.get().id().value() + "-" + by.get().ref().name() + "-" + result + ".json";
    return HttpResponse.ok(body)
        .contentType(FHIR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
  }

  private byte[] written(Object response) {
    try {
      return json.writeValueAsBytes(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MeasureBook book(Client client) {
    return shelves.measures().get(client.id()).orElse(MeasureBook.EMPTY);
  }

  private MeasuresPage page(StaffActor actor, Client client, Notice notice) {
    Frame frame = frames.around(actor);
    MeasureBook book = book(client);
    MeasurePlan plan = shelves.measurePlans().get(client.id()).orElse(MeasurePlan.EMPTY);
    return new MeasuresPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        cards.of(book),
        instruments.active().stream().map(i -> offer(i, plan, book, frame)).toList(),
        cards.course(book),
        notice);
  }

  private static Offer offer(Instrument by, MeasurePlan plan, MeasureBook book, Frame frame) {
    Optional<Assignment> asked = plan.of(by.ref().name());
    return new Offer(
        by.ref().name(),
        by.title("en"),
        by.description("en"),
        asked.map(a -> a.often().name().toLowerCase(Locale.ROOT)).orElse("no"),
        asked.map(a -> due(a, book, frame)).orElse(""),
        by.copyright());
  }

  private static String due(Assignment asked, MeasureBook book, Frame frame) {
    Optional<Instant> last =
        book.of(asked.instrument()).stream().map(MeasureResult::at).findFirst();
    Optional<Instant> due = asked.due(last);
    if (due.isEmpty()) return "Answered; not asked again";
    long days = Duration.between(frame.now(), due.get()).toDays();
    if (due.get().isAfter(frame.now())) {
      return days < 1 ? "Due within a day" : "Due in " + days + (days == 1 ? " day" : " days");
    }
    return last.isEmpty() || asked.often() == Often.ONCE
        ? "Waits on the client\u2019s home page since " + frame.said(due.get())
        : "Due since " + frame.said(due.get());
  }
}
