package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.Taper;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import io.handrail.chatbot.http.Exercises.Offer;
import io.handrail.chatbot.http.Questionnaires.Ask;
import io.handrail.web.fault.Faults;
import io.handrail.web.page.Messages;
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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Home: what is next. */
@Controller("/")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class HomeController {
  private static final String CHECK_IN = "check_in";
  private static final int TO_DO_SHOWN = 3;
  private final Visits visits;
  private final Shelves shelves;
  private final Worksheets worksheets;
  private final Exercises exercises;
  private final Questionnaires questionnaires;
  private final Messages messages;
  private final Faults faults;
  private final Clock clock;
  private final Tidings tidings;

  HomeController(
      Visits visits,
      Shelves shelves,
      Worksheets worksheets,
      Exercises exercises,
      Questionnaires questionnaires,
      Messages messages,
      Faults faults,
      Clock clock,
      Tidings tidings) {
    this.visits = visits;
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.exercises = exercises;
    this.questionnaires = questionnaires;
    this.messages = messages;
    this.faults = faults;
    this.clock = clock;
    this.tidings = tidings;
  }

  /**
   * The page.
   *
   * @param partOfDay {@code morning}, {@code afternoon}, {@code evening} or {@code night}
   * @param asked the questionnaire that is next; one that was begun, or one that is due where no
   *     exercise is under way
   * @param checkIn where nothing else is next; else it stands among the exercises
   * @param told who has been told of what set the hold, in whole sentences
   * @param stopped true when the client has taken their consent back
   * @param sendId the id the forms send with
   */
  public record Page(
      String name,
      String partOfDay,
      Instant now,
      boolean held,
      List<String> told,
      boolean paused,
      boolean stopped,
      Optional<Ask> asked,
      Optional<Resume> resume,
      Optional<Offer> checkIn,
      List<Waiting> waiting,
      List<Offer> exercises,
      List<Offer> reads,
      Therapist therapist,
      Optional<Ending> ending,
      String sendId) {}

  /**
   * How the messages of a day become fewer before the end of care.
   *
   * @param steps what holds now and what follows, in whole sentences
   * @param word what the therapist says about it
   * @param by the therapist's name
   */
  public record Ending(List<String> steps, String word, String by) {}

  /** The exercise under way. */
  public record Resume(
      String title, int step, int steps, String stepTitle, Optional<String> pinned) {}

  /**
   * A piece of homework that waits for the client.
   *
   * @param title why it is here
   * @param task in the client's own words
   */
  public record Waiting(String href, String title, String task, boolean unread) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> home(HttpRequest<?> request, ClientActor actor) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    if (visit.get().consent().isEmpty()) return HttpResponse.seeOther(URI.create("/welcome"));
    return HttpResponse.ok(
        new ModelAndView<>("client/home", visit.get().show("home", page(visit.get()))));
  }

  private Page page(Visit visit) {
    Instant now = clock.instant();
    Optional<Turn> last = shelves.turns().last(visit.id(), 1).stream().findFirst();
    State state = last.map(Turn::state).orElse(State.FIRST);
    boolean paused = shelves.plans().get(visit.id()).map(CarePlan::paused).orElse(true);
    boolean stopped = !visit.agreed();
    List<Offer> offers = stopped ? List.of() : exercises.permitted(visit);
    Optional<Ask> asked = asked(visit, state);
    Optional<Resume> resume = stopped ? Optional.empty() : resume(state);
    boolean checkInFirst = asked.isEmpty() && resume.isEmpty();
    return new Page(
        visit.client().name().split(" ")[0],
        partOfDay(now.atZone(visit.client().zone()).getHour()),
        now,
        state.hold().isPresent(),
        state.hold().isPresent() ? tidings.of(visit, last) : List.of(),
        paused,
        stopped,
        asked,
        resume,
        offers.stream().filter(o -> o.protocol().equals(CHECK_IN) && checkInFirst).findFirst(),
        waiting(visit, state),
        offers.stream()
            .filter(o -> !o.piece() && !(o.protocol().equals(CHECK_IN) && checkInFirst))
            .toList(),
        offers.stream().filter(Offer::piece).toList(),
        visit.therapist(),
        shelves.tapers().get(visit.id()).filter(t -> !t.stopped()).map(t -> ending(visit, t, now)),
        SendId.fresh());
  }

  private Ending ending(Visit visit, Taper taper, Instant now) {
    String language = visit.language();
    LocalDate today = now.atZone(visit.client().zone()).toLocalDate();
    var day = DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag(language));
    var said = new ArrayList<String>();
    taper
        .on(today)
        .ifPresent(step -> said.add(messages.text(language, "home.ending.now", step.messages())));
    taper.steps().stream()
        .filter(step -> step.from().isAfter(today))
        .forEach(step ->
            said.add(
                messages.text(
                    language, "home.ending.from", day.format(step.from()), step.messages())));
    return new Ending(said, taper.word(), taper.name());
  }

  private static String partOfDay(int hour) {
    if (hour < 5 || hour >= 23) return "night";
    if (hour < 12) return "morning";
    return hour < 18 ? "afternoon" : "evening";
  }

  private Optional<Resume> resume(State state) {
    return state
        .run()
        .filter(Run::running)
        .flatMap(worksheets::of)
        .map(w -> {
          Sheet sheet = w.sheet();
          return new Resume(
              w.title(),
              sheet.at(),
              sheet.of(),
              sheet.part(),
              sheet.pinned().map(Sheet.Pinned::text));
        });
  }

  private Optional<Ask> asked(Visit visit, State state) {
    boolean exercise = state.run().filter(Run::running).isPresent();
    return questionnaires.due(visit, state).stream()
        .findFirst()
        .filter(ask -> ask.begun() || !exercise);
  }

  private List<Waiting> waiting(Visit visit, State state) {
    var waiting = new ArrayList<Waiting>();
    Optional<Ask> next = asked(visit, state);
    boolean paused = shelves.plans().get(visit.id()).map(CarePlan::paused).orElse(true);
    for (Ask ask : paused ? List.<Ask>of() : questionnaires.due(visit, state)) {
      if (next.filter(ask::equals).isPresent()) continue;
      String due = messages.text(visit.language(), "home.measure.due");
      waiting.add(new Waiting("/measures", due, ask.title(), false));
    }
    String toDo = messages.text(visit.language(), "home.waiting.todo");
    for (Homework h : visit.homework().items()) {
      if (h.unread()) {
        String title =
            messages.text(visit.language(), "home.waiting.comment", h.history().getLast().by());
        waiting.add(new Waiting("/homework/" + h.id(), title, h.task(), true));
      }
    }
    visit.homework().items().stream()
        .filter(h -> h.status() == Homework.Status.APPROVED && !h.unread())
        .limit(TO_DO_SHOWN)
        .forEach(h ->
            waiting.add(
                new Waiting(
                    "/homework/" + h.id(),
                    h.when().isBlank() ? toDo : toDo + " · " + h.when(),
                    h.task(),
                    false)));
    return waiting;
  }
}
