package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.Sitting;
import io.handrail.chatbot.http.Questionnaires.Ask;
import io.handrail.chatbot.http.Questionnaires.Going;
import io.handrail.chatbot.http.Questionnaires.Series;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.MeasureWords;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.fault.Faults;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questionnaires: one question on a page, and what the answers add up to. */
@Controller("/measures")
@Secured("CLIENT")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MeasuresController {
  private final Visits visits;
  private final Shelves shelves;
  private final Questionnaires questionnaires;
  private final Conversing conversing;
  private final Notices notices;
  private final Faults faults;

  MeasuresController(
      Visits visits,
      Shelves shelves,
      Questionnaires questionnaires,
      Conversing conversing,
      Notices notices,
      Faults faults) {
    this.visits = visits;
    this.shelves = shelves;
    this.questionnaires = questionnaires;
    this.conversing = conversing;
    this.notices = notices;
    this.faults = faults;
  }

  /** What is to be answered, and what was. */
  public record Listing(
      boolean held, List<Ask> due, List<Series> series, Therapist therapist, String sendId) {}

  /**
   * The waiting question.
   *
   * @param n which it is, from 1
   */
  public record Question(
      String name,
      String title,
      int n,
      int of,
      String preamble,
      String text,
      List<Choice> options,
      String linkId,
      boolean canGoBack,
      String copyright,
      Therapist therapist,
      String sendId) {}

  /**
   * An answer on offer.
   *
   * @param chosen true for the answer that was given before going back
   */
  public record Choice(int value, String label, boolean chosen) {}

  /**
   * A result.
   *
   * @param said what the client was told, or is told now
   * @param helpFirst true when an answer asked for a person
   */
  public record Told(
      String title, Instant at, List<String> said, boolean helpFirst, Therapist therapist) {}

  @Get
  HttpResponse<?> list(HttpRequest<?> request, ClientActor actor) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    State state = state(visit.get());
    var page =
        new Listing(
            state.hold().isPresent(),
            paused(visit.get()) ? List.of() : questionnaires.due(visit.get(), state),
            questionnaires.series(visit.get()),
            visit.get().therapist(),
            SendId.fresh());
    return HttpResponse.ok(
        new ModelAndView<>("client/measures", visit.get().show("records", page)));
  }

  private boolean paused(Visit visit) {
    return shelves.plans().get(visit.id()).map(plan -> plan.paused()).orElse(true);
  }

  private State state(Visit visit) {
    return shelves.turns().last(visit.id(), 1).stream()
        .findFirst()
        .map(Turn::state)
        .orElse(State.FIRST);
  }

  /** The question that waits, the result that was reached, or the list. */
  @Get("/now")
  HttpResponse<?> now(HttpRequest<?> request, ClientActor actor) {
    Optional<Visit> maybe = visits.of(actor);
    if (maybe.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    State state = state(maybe.get());
    Optional<Going> going =
        questionnaires
            .going(state)
            .filter(g -> g.sitting().status() == Sitting.Status.RUNNING)
            .filter(g -> state.hold().isEmpty());
    if (going.isPresent()) {
      return HttpResponse.ok(
          new ModelAndView<>(
              "client/measure", maybe.get().show("records", question(maybe.get(), going.get()))));
    }
    return state
        .measure()
        .filter(Sitting::over)
        .<HttpResponse<?>>map(s -> to("/measures/results/" + s.id()))
        .orElseGet(() -> to("/measures"));
  }

  private static Question question(Visit visit, Going going) {
    Sitting sitting = going.sitting();
    Instrument by = going.instrument();
    String language = sitting.language();
    Instrument.Item item = sitting.waiting(by).orElseThrow();
    Integer before = sitting.answers().get(item.linkId());
    return new Question(
        by.ref().name(),
        by.title(language),
        sitting.at() + 1,
        by.items().size(),
        by.preamble(language),
        item.text(language),
        item.options().stream()
            .map(o ->
                new Choice(o.value(), o.display(language), before != null && before == o.value()))
            .toList(),
        item.linkId(),
        sitting.at() > 0,
        by.copyright(),
        visit.therapist(),
        SendId.fresh());
  }

  @Post("/moves")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  HttpResponse<?> move(
      HttpRequest<?> request, ClientActor actor, @Nullable String id, @Nullable String move) {
    Optional<Visit> maybe = visits.of(actor);
    if (maybe.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    Optional<MessageId> message = SendId.read(id);
    if (message.isEmpty() || !(Move.read(move).orElse(null) instanceof Move.Measure measure)) {
      return to("/measures");
    }
    if (measure.deed() == Move.Deed.START && !maybe.get().agreed()) return to("/welcome");
    try {
      Turn turn =
          conversing.take(
              actor.id(),
              new Arrival.Tap(message.get(), measure, measure.instrument()),
              Watcher.NOBODY);
      notices.ring(actor.id());
      return to(after(turn, measure));
    } catch (Conversing.Busy e) {
      return to("/measures/now"); // the question is still there; nothing was taken
    }
  }

  /** Where the client is led: help and the direct question come before everything else. */
  private static String after(Turn turn, Move.Measure measure) {
    boolean asksForPerson =
        turn.closing()
            .map(closing -> closing.outcome())
            .filter(o -> o instanceof Outcome.Escalated || o instanceof Outcome.Held)
            .isPresent();
    if (asksForPerson) return "/chat#end";
    return measure.deed() == Move.Deed.STOP ? "/measures" : "/measures/now";
  }

  @Get("/results/{id}")
  HttpResponse<?> result(HttpRequest<?> request, ClientActor actor, String id) {
    Optional<Visit> visit = visits.of(actor);
    Optional<MeasureResult> found = visit.flatMap(v -> questionnaires.book(v).find(id));
    Optional<Instrument> by = found.flatMap(questionnaires::instrument);
    if (by.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    return HttpResponse.ok(
        new ModelAndView<>(
            "client/measure_told",
            visit.get().show("records", told(visit.get(), found.get(), by.get()))));
  }

  private Told told(Visit visit, MeasureResult result, Instrument by) {
    Optional<MeasureResult> before =
        questionnaires.book(visit).before(by.ref().name(), result.turn());
    var words = new MeasureWords(by, visit.language(), visit.client().zone());
    boolean helpFirst =
        by.safety().stream()
            .anyMatch(s -> {
              Integer value = result.answers().get(s.item());
              return value == null || value >= s.concernFrom();
            });
    return new Told(
        by.title(by.spoken(visit.language())),
        result.at(),
        words.told(result, before, visit.therapist().name()),
        helpFirst,
        visit.therapist());
  }

  private static HttpResponse<?> to(String address) {
    return HttpResponse.seeOther(URI.create(address));
  }
}
