package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.Turn;
import io.handrail.web.fault.Faults;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * What others append to a client's journal: a clinician's message, a released hold, another device.
 * The journal is read by key; a stream never holds a thread of the server.
 */
@Controller("/chat/events")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class EventsController {
  private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration CHECK = Duration.ofSeconds(4);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** After this the browser comes back, and its session is looked at afresh. */
  private static final Duration MOST = Duration.ofMinutes(2);

  private static final int STREAMS_MAX = 6;
  private static final int TURNS_AT_ONCE = 20;
  private final Visits visits;
  private final Shelves shelves;
  private final Sse sse;
  private final Notices notices;
  private final Faults faults;
  private final Tidings tidings;

  EventsController(
      Visits visits, Shelves shelves, Sse sse, Notices notices, Faults faults, Tidings tidings) {
    this.visits = visits;
    this.shelves = shelves;
    this.sse = sse;
    this.notices = notices;
    this.faults = faults;
    this.tidings = tidings;
  }

  @Get
  @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
  HttpResponse<?> events(
      HttpRequest<?> request,
      ClientActor actor,
      @Nullable @QueryValue Long after,
      @Nullable @Header("Last-Event-ID") String last) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    if (notices.open(actor.id()) >= STREAMS_MAX) {
      return faults.answer(request, HttpStatus.TOO_MANY_REQUESTS);
    }
    Place from = Place.read(last).orElse(Place.behind(after == null ? end(actor) : after));
    Flux<byte[]> events =
        Flux.create(sink ->
            Thread.ofVirtual()
                .name("journal-events")
                .start(() -> follow(actor, visit.get(), from, sink)));
    return HttpResponse.ok(events)
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header("X-Accel-Buffering", "no");
  }

  private long end(ClientActor actor) {
    return shelves.turns().last(actor.id(), 1).stream()
        .map(turn -> turn.open() ? turn.id().seq() - 1 : turn.id().seq())
        .findFirst()
        .orElse(0L);
  }

  private void follow(ClientActor actor, Visit visit, Place from, FluxSink<byte[]> sink) {
    long began = System.nanoTime();
    long checked = began;
    long spoke = began;
    Place place = from;
    List<String> told = List.of();
    try (var bell = notices.bell(actor.id())) {
      sink.next(Sse.RETRY);
      while (!sink.isCancelled() && since(began).compareTo(MOST) < 0) {
        Place next = send(visit, place, sink);
        if (!next.equals(place)) spoke = System.nanoTime();
        place = next;
        if (since(checked).compareTo(CHECK) > 0) {
          if (!visits.still(actor)) break;
          List<String> now =
              tidings.of(visit, shelves.turns().last(actor.id(), 1).stream().findFirst());
          if (!now.equals(told)) sink.next(sse.told(visit, now));
          told = now;
          checked = System.nanoTime();
        }
        if (since(spoke).compareTo(HEARTBEAT) > 0) {
          sink.next(Sse.HEARTBEAT);
          spoke = System.nanoTime();
        }
        bell.await(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("a stream of events ended early: {}", e.getClass().getSimpleName());
    }
    sink.complete();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Sends what is new behind a place and returns the place after it. */
  private Place send(Visit visit, Place from, FluxSink<byte[]> sink) {
    Place place = from;
    var turns = shelves.turns().between(visit.id(), place.seq(), place.seq() + TURNS_AT_ONCE);
    for (Turn turn : turns) {
      if (turn.id().seq() != place.seq()) break;
      if (!place.opened() && !ChatView.hidden(turn)) sink.next(sse.opened(visit, turn));
      int lines = turn.shown().size();
      for (int i = place.lines(); i < lines; i++) {
        sink.next(sse.line(visit, turn, i, turn.shown().get(i)));
      }
      if (turn.open()) return new Place(place.seq(), true, Math.max(place.lines(), lines));
      // The homework an exercise led to may be newer than this stream.
      sink.next(sse.closed(visits.again(visit), turn));
      place = new Place(place.seq() + 1, false, 0);
    }
    return place;
  }

  /**
   * How far a device has come.
   *
   * @param seq the turn that comes next, or is being watched
   * @param opened true when its beginning was sent
   * @param lines how many of its lines were sent
   */
  record Place(long seq, boolean opened, int lines) {
    static Place behind(long seq) {
      return new Place(Math.max(0, seq) + 1, false, 0);
    }

    /**
     * Reads the id of the last event a device has: {@code SEQ}, {@code SEQ.INDEX}, {@code SEQ.c}.
     */
    static Optional<Place> read(String id) {
      if (id == null || !id.matches("[0-9]{1,15}(\\.([0-9]{1,4}|c))?")) return Optional.empty();
      int dot = id.indexOf('.');
      if (dot < 0) return Optional.of(new Place(Long.parseLong(id), true, 0));
      long seq = Long.parseLong(id.substring(0, dot));
      String rest = id.substring(dot + 1);
      return Optional.of(
          rest.equals("c") ? behind(seq) : new Place(seq, true, Integer.parseInt(rest) + 1));
    }
  }
}
