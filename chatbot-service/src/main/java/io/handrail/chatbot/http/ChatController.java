package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.http.ChatView.NotTaken;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.fault.Faults;
import io.handrail.web.page.Messages;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The chat: the page, and a message in, as a page, as JSON or as a stream. */
@Controller("/chat")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class ChatController {
  private final Visits visits;
  private final Shelves shelves;
  private final ChatView view;
  private final Arrivals arrivals;
  private final Conversing conversing;
  private final Sse sse;
  private final Notices notices;
  private final Messages messages;
  private final Faults faults;

  ChatController(
      Visits visits,
      Shelves shelves,
      ChatView view,
      Arrivals arrivals,
      Conversing conversing,
      Sse sse,
      Notices notices,
      Messages messages,
      Faults faults) {
    this.visits = visits;
    this.shelves = shelves;
    this.view = view;
    this.arrivals = arrivals;
    this.conversing = conversing;
    this.sse = sse;
    this.notices = notices;
    this.messages = messages;
    this.faults = faults;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> page(HttpRequest<?> request, ClientActor actor, @Nullable @QueryValue Long from) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    if (visit.get().consent().isEmpty() && state(visit.get()).hold().isEmpty()) {
      return HttpResponse.seeOther(URI.create("/welcome"));
    }
    return HttpResponse.ok(page(visit.get(), Optional.ofNullable(from), Optional.empty()));
  }

  private ModelAndView<?> page(Visit visit, Optional<Long> from, Optional<NotTaken> notTaken) {
    return new ModelAndView<>("client/chat", visit.show("chat", view.page(visit, from, notTaken)));
  }

  private State state(Visit visit) {
    return shelves.turns().last(visit.id(), 1).stream()
        .findFirst()
        .map(Turn::state)
        .orElse(State.FIRST);
  }

  @Post("/messages")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  HttpResponse<?> send(HttpRequest<?> request, ClientActor actor, @Body Sent sent)
      throws InterruptedException {
    Optional<Visit> maybe = visits.of(actor);
    if (maybe.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    Visit visit = maybe.get();
    State state = state(visit);
    return switch (arrivals.read(sent, visit, state)) {
      case Arrivals.Read.Refused(String why) -> refused(request, visit, sent, why);
      case Arrivals.Read.Taken(Arrival arrival) -> {
        if (needsConsent(arrival) && !visit.agreed()) yield askConsent(request);
        yield wants(request, MediaType.TEXT_EVENT_STREAM_TYPE)
            ? stream(request, visit, arrival)
            : whole(request, visit, sent, arrival);
      }
    };
  }

  /** Exercise work needs it. Words are always heard, and help is never behind it. */
  private static boolean needsConsent(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Message message -> false;
      case Arrival.Tap tap ->
          switch (tap.move()) {
            case Move.Start start -> true;
            case Move.Pick pick -> true;
            case Move.GoTo goTo -> true;
            case Move.Measure measure -> measure.deed() != Move.Deed.STOP;
            case Move.Button button -> button != Move.Button.STOP;
            case Move.Help help -> false;
            case Move.Noted noted -> false;
            case Move.Safety safety -> false;
          };
    };
  }

  private static HttpResponse<?> askConsent(HttpRequest<?> request) {
    return wants(request, MediaType.TEXT_HTML_TYPE)
        ? HttpResponse.seeOther(URI.create("/welcome"))
        : HttpResponse.status(HttpStatus.FORBIDDEN).body(Map.of("fault", "consent"));
  }

  private HttpResponse<?> stream(HttpRequest<?> request, Visit visit, Arrival arrival)
      throws InterruptedException {
    var turn = TurnStream.start(visit, arrival, conversing, visits, sse, notices);
    return switch (turn.began()) {
      case TurnStream.Began.Opened opened ->
          HttpResponse.ok(turn.events())
              .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
              .header("X-Accel-Buffering", "no");
      case TurnStream.Began.Busy busy -> busy(visit);
      case TurnStream.Began.Failed(RuntimeException fault) -> throw fault;
    };
  }

  private HttpResponse<?> whole(HttpRequest<?> request, Visit visit, Sent sent, Arrival arrival) {
    boolean people = wants(request, MediaType.TEXT_HTML_TYPE);
    try {
      Turn turn = conversing.take(visit.id(), arrival, Watcher.NOBODY);
      notices.ring(visit.id());
      return people
          ? HttpResponse.seeOther(URI.create("/chat#end"))
          : HttpResponse.ok(told(visits.again(visit), turn));
    } catch (Conversing.Busy e) {
      return people ? refused(request, visit, sent, "busy") : busy(visit);
    }
  }

  private HttpResponse<?> busy(Visit visit) {
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(Map.of("fault", "busy", "message", messages.text(visit.language(), "chat.busy")));
  }

  private Map<String, Object> told(Visit visit, Turn turn) {
    Map<String, Object> told = new LinkedHashMap<>(sse.standing(visit, turn));
    told.put(
        "lines",
        view.exchange(visit, turn, Optional.empty()).lines().stream()
            .map(b -> Map.of("speaker", b.speaker(), "kind", b.kind(), "text", b.text()))
            .toList());
    return told;
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Visit visit, Sent sent, String why) {
    HttpStatus status =
        switch (why) {
          case "busy" -> HttpStatus.CONFLICT;
          case "long" -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
          default -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    if (!wants(request, MediaType.TEXT_HTML_TYPE)) {
      String message = messages.text(visit.language(), "chat.wrong." + why);
      return HttpResponse.status(status).body(Map.of("fault", why, "message", message));
    }
    var notTaken = new NotTaken(why, sent.text() == null ? "" : sent.text());
    return HttpResponse.status(status)
        .body(page(visit, Optional.empty(), Optional.of(notTaken)))
        .contentType(MediaType.TEXT_HTML_TYPE);
  }

  private static boolean wants(HttpRequest<?> request, MediaType type) {
    return request.accept().stream().anyMatch(type::equals);
  }
}
