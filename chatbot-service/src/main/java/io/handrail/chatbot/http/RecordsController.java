package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import io.handrail.care.protocol.Trend;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.record.OverTime;
import io.handrail.chatbot.http.ChatParts.SheetLine;
import io.handrail.chatbot.http.ChatParts.Work;
import io.handrail.chatbot.http.Worksheets.Worksheet;
import io.handrail.web.fault.Faults;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The client's own records: every worksheet, as a list and as a page to keep. */
@Controller("/records")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class RecordsController {
  private static final int LISTED = 50;
  private final Visits visits;
  private final Shelves shelves;
  private final Worksheets worksheets;
  private final Protocols protocols;
  private final Faults faults;

  RecordsController(
      Visits visits, Shelves shelves, Worksheets worksheets, Protocols protocols, Faults faults) {
    this.protocols = protocols;
    this.visits = visits;
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.faults = faults;
  }

  /** The list. */
  public record Listing(List<Diary> diaries, List<Entry> entries) {}

  /** A diary over time. */
  public record Diary(String title, TrendView trends) {}

  /**
   * One worksheet in the list.
   *
   * @param thought the words it turned on
   */
  public record Entry(
      String run, String title, Instant at, boolean finished, Optional<String> thought) {}

  /** One worksheet. */
  public record Page(
      String title,
      boolean finished,
      Instant endedAt,
      String name,
      List<SheetLine> lines,
      TrendView trends,
      List<Work> homework,
      Therapist therapist) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request, ClientActor actor) {
    return visits
        .of(actor)
        .<HttpResponse<?>>map(visit ->
            HttpResponse.ok(
                new ModelAndView<>(
                    "client/records",
                    visit.show("records", new Listing(diaries(visit), entries(visit))))))
        .orElseGet(() -> faults.answer(request, HttpStatus.NOT_FOUND));
  }

  private List<Diary> diaries(Visit visit) {
    return new OverTime(shelves, protocols)
        .of(visit.id(), visit.language()).stream()
            .map(d -> new Diary(d.title(), TrendView.of(d.trends(), visit.language())))
            .toList();
  }

  private List<Entry> entries(Visit visit) {
    var index = shelves.exerciseIndex().get(visit.id()).orElse(ExerciseIndex.EMPTY);
    var keys =
        index.entries().stream()
            .limit(LISTED)
            .map(e -> new OfClient<>(visit.id(), e.run()))
            .toList();
    return shelves.exercises().get(keys).values().stream()
        .map(record -> entry(visit, record))
        .toList();
  }

  private Entry entry(Visit visit, ExerciseRecord record) {
    Optional<Worksheet> sheet = worksheets.of(record.run());
    return new Entry(
        record.run().id().value(),
        sheet.map(Worksheet::title).orElse(record.run().protocol().name()),
        record.endedAt(),
        record.run().status() == Run.Status.FINISHED,
        sheet.flatMap(s -> s.sheet().pinned()).map(Sheet.Pinned::text));
  }

  @Get("/{run}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, ClientActor actor, String run) {
    return visits
        .of(actor)
        .flatMap(visit -> page(visit, run))
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(() -> faults.answer(request, HttpStatus.NOT_FOUND));
  }

  private Optional<ModelAndView<?>> page(Visit visit, String run) {
    if (!run.matches("[A-Za-z0-9_-]{1,80}")) return Optional.empty();
    return shelves
        .exercises()
        .get(new OfClient<>(visit.id(), run))
        .flatMap(record ->
            worksheets
                .of(record.run())
                .map(sheet ->
                    new ModelAndView<>(
                        "client/record", visit.show("records", page(visit, record, sheet)))));
  }

  private static Page page(Visit visit, ExerciseRecord record, Worksheet sheet) {
    return new Page(
        sheet.title(),
        record.run().status() == Run.Status.FINISHED,
        record.endedAt(),
        visit.client().name(),
        sheet.lines(),
        TrendView.of(Trend.of(sheet.protocol(), record.run(), visit.language()), visit.language()),
        visit.homework().items().stream()
            .filter(h -> h.fromRun().equals(Optional.of(record.run().id().value())))
            .map(ChatView::work)
            .toList(),
        visit.therapist());
  }
}
