package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.homework.HomeworkDesk;
import io.handrail.chatbot.http.ChatParts.Work;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.fault.Faults;
import io.handrail.web.page.Messages;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client's homework: what is agreed, what the therapist said, how it went. */
@Controller("/homework")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class HomeworkController {
  private static final List<String> ORDER =
      List.of("todo", "proposed", "returned", "done", "declined");
  private static final int REPORT_CHARS_MAX = 2000;
  private final Visits visits;
  private final Shelves shelves;
  private final Screen screen;
  private final Conversing conversing;
  private final Messages messages;
  private final Faults faults;
  private final Clock clock;

  HomeworkController(
      Visits visits,
      Shelves shelves,
      Screen screen,
      Conversing conversing,
      Messages messages,
      Faults faults,
      Clock clock) {
    this.visits = visits;
    this.shelves = shelves;
    this.screen = screen;
    this.conversing = conversing;
    this.messages = messages;
    this.faults = faults;
    this.clock = clock;
  }

  /** The list. */
  public record Listing(List<Group> groups, boolean saved) {}

  /** Pieces in one state. */
  public record Group(String state, List<Work> items) {}

  /**
   * One piece.
   *
   * @param record the exercise it came from, where its record is kept
   * @param missing true when a report was sent empty
   */
  public record Page(
      String id,
      String task,
      String when,
      String state,
      List<Said> thread,
      Optional<String> record,
      Therapist therapist,
      boolean missing,
      String sendId) {}

  /** What a person said in its course. */
  public record Said(String to, String by, Instant at, String comment, boolean mine) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> list(
      HttpRequest<?> request, ClientActor actor, @Nullable @QueryValue String saved) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    var groups = new ArrayList<Group>();
    for (String state : ORDER) {
      var items =
          visit.get().homework().items().stream()
              .map(ChatView::work)
              .filter(w -> w.state().equals(state))
              .toList();
      if (!items.isEmpty()) groups.add(new Group(state, items));
    }
    var page = new Listing(groups, saved != null);
    return HttpResponse.ok(
        new ModelAndView<>("client/homework", visit.get().show("homework", page)));
  }

  /** Opening a piece is what makes its comment read. */
  @Get("/{id}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, ClientActor actor, String id) {
    Optional<Homework> found = visits.of(actor).flatMap(visit -> visit.homework().find(id));
    if (found.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    if (found.get().unread()) {
      shelves.homework().change(actor.id(), HomeworkBook.EMPTY, b -> b.change(id, Homework::read));
    }
    return visits
        .of(actor)
        .<HttpResponse<?>>map(visit -> HttpResponse.ok(page(visit, found.get(), false)))
        .orElseGet(() -> faults.answer(request, HttpStatus.NOT_FOUND));
  }

  private ModelAndView<?> page(Visit visit, Homework homework, boolean missing) {
    var page =
        new Page(
            homework.id(),
            homework.task(),
            homework.when(),
            ChatView.state(homework.status()),
            thread(visit, homework),
            homework.fromRun().filter(run -> kept(visit, run)),
            visit.therapist(),
            missing,
            SendId.fresh());
    return new ModelAndView<>("client/homework_one", visit.show("homework", page));
  }

  private boolean kept(Visit visit, String run) {
    return shelves.exercises().get(new Shelves.OfClient<>(visit.id(), run)).isPresent();
  }

  private static List<Said> thread(Visit visit, Homework homework) {
    return homework.history().stream()
        .filter(move -> move.to() != Homework.Status.PROPOSED)
        .map(move ->
            new Said(
                moved(move.to()),
                move.by(),
                move.at(),
                move.comment(),
                move.by().equals(visit.client().name())))
        .toList();
  }

  private static String moved(Homework.Status to) {
    return switch (to) {
      case PROPOSED -> "proposed";
      case APPROVED -> "approved";
      case DECLINED -> "declined";
      case DONE -> "done";
      case RETURNED -> "returned";
    };
  }

  @Post("/{id}/report")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> report(
      HttpRequest<?> request,
      ClientActor actor,
      @PathVariable("id") String piece,
      @Nullable String text,
      @Nullable String went,
      @Nullable String send) {
    Optional<Visit> visit = visits.of(actor);
    Optional<Homework> found = visit.flatMap(v -> v.homework().find(piece));
    if (found.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      return HttpResponse.unprocessableEntity().body(page(visit.get(), found.get(), true));
    }
    if (said.length() > REPORT_CHARS_MAX) said = said.substring(0, REPORT_CHARS_MAX);
    boolean urgent = heard(visit.get(), found.get(), said, send);
    done(visit.get(), found.get(), word(visit.get(), went) + said);
    return HttpResponse.seeOther(URI.create(urgent ? "/chat#end" : "/homework?saved=1"));
  }

  /**
   * A report is the client's words and is heard like any other. What asks for a person goes the way
   * of a message, which answers it, raises the flag and sets the hold.
   */
  private boolean heard(Visit visit, Homework homework, String said, String send) {
    var heard =
        new Screen.Heard(
            said,
            visit.language(),
            List.of(),
            Optional.of(homework.task()),
            Level.NONE,
            Optional.empty());
    if (!screen.screen(heard).level().atLeast(Level.CONCERN)) return false;
    MessageId id = SendId.read(send).orElseGet(() -> new MessageId(SendId.fresh()));
    conversing.take(visit.id(), new Arrival.Message(id, said), Watcher.NOBODY);
    return true;
  }

  private void done(Visit visit, Homework seen, String report) {
    Instant now = clock.instant();
    new HomeworkDesk(shelves)
        .decide(
            visit.id(),
            seen.id(),
            seen.history().size(),
            Homework.Status.DONE,
            h -> h.done(visit.client().name(), now, report));
  }

  private String word(Visit visit, String went) {
    return switch (went) {
      case "yes", "partly", "no" ->
          messages.text(visit.language(), "homework.report." + went + ".word") + ". ";
      case null, default -> "";
    };
  }
}
