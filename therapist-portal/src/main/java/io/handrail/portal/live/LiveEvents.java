package io.handrail.portal.live;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Turn;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.live.LivePage.Part;
import io.handrail.portal.live.LivePage.Standing;
import io.handrail.web.page.FreemarkerPages;
import io.micronaut.core.annotation.Nullable;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * A client's chat as server-sent events. The journal is read by key once a second, so it does not
 * matter on which node the client writes; a stream never holds a thread of the server.
 */
@Controller("/clients/{id}/live/events")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class LiveEvents {
  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** After this the browser comes back, and its session and its right are looked at afresh. */
  private static final Duration MOST = Duration.ofMinutes(2);

  /** Of this node, all clinicians together. */
  private static final int STREAMS_MAX = 400;

  private static final int TURNS_AT_ONCE = 20;
  private static final int STANDING_TURNS = 12;
  private final Shelves shelves;
  private final Gate gate;
  private final Frames frames;
  private final LiveView view;
  private final FreemarkerPages<Object> pages;
  private final ObjectMapper json;
  private final AtomicInteger streams = new AtomicInteger();

  LiveEvents(
      Shelves shelves,
      Gate gate,
      Frames frames,
      LiveView view,
      FreemarkerPages<Object> pages,
      ObjectMapper json) {
    this.shelves = shelves;
    this.gate = gate;
    this.frames = frames;
    this.view = view;
    this.pages = pages;
    this.json = json;
  }

  /**
   * @param after every turn up to this one is on the page, whole
   */
  @Get
  @Produces({MediaType.TEXT_EVENT_STREAM, MediaType.TEXT_HTML})
  HttpResponse<?> events(
      StaffActor actor,
      String id,
      @Nullable @QueryValue Long after,
      @Nullable @Header("Last-Event-ID") String last) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    if (streams.get() >= STREAMS_MAX) return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS);
    long from = place(last).orElse(after == null ? 0 : Math.max(0, after));
    Flux<byte[]> events =
        Flux.create(sink ->
            Thread.ofVirtual()
                .name("live-events")
                .start(() -> follow(actor, client.get(), from, sink)));
    return HttpResponse.ok(events)
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header("X-Accel-Buffering", "no");
  }

  private static Optional<Long> place(String id) {
    return Optional.ofNullable(id).filter(i -> i.matches("[0-9]{1,15}")).map(Long::parseLong);
  }

  private void follow(StaffActor actor, Client client, long from, FluxSink<byte[]> sink) {
    streams.incrementAndGet();
    long began = System.nanoTime();
    long spoke = began;
    long done = from;
    Map<Long, Turn> drawn = new HashMap<>();
    Optional<Standing> stood = Optional.empty();
    try {
      sink.next("retry: 1500\n\n".getBytes(StandardCharsets.UTF_8));
      while (!sink.isCancelled() && since(began).compareTo(MOST) < 0) {
        if (gate.open(actor, Act.READ_LOG, client.id().value()).isEmpty()) break;
        for (Turn turn : shelves.turns().between(client.id(), done + 1, done + TURNS_AT_ONCE)) {
          if (!turn.equals(drawn.get(turn.id().seq()))) {
            if (!turn.open()) done = turn.id().seq();
            sink.next(turn(client, turn, done));
            drawn.put(turn.id().seq(), turn);
            spoke = System.nanoTime();
          }
        }
        Standing now = standing(actor, client);
        if (!stood.equals(Optional.of(now))) {
          sink.next(standing(client, now));
          stood = Optional.of(now);
        }
        if (since(spoke).compareTo(HEARTBEAT) > 0) {
          sink.next(":\n\n".getBytes(StandardCharsets.UTF_8));
          spoke = System.nanoTime();
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | IOException e) {
      LOG.warn("a live view ended early: {}", e.getClass().getSimpleName());
    } finally {
      streams.decrementAndGet();
    }
    sink.complete();
  }

  private Standing standing(StaffActor actor, Client client) {
    List<Turn> turns = shelves.turns().last(client.id(), STANDING_TURNS);
    return view.standing(actor, client, turns, frames.now());
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private byte[] turn(Client client, Turn turn, long done) throws IOException {
    var part =
        new Part(view.entry(client, turn), null, client.name(), client.id().value(), client.zone());
    String html = pages.text("live/part_entry", part, null).strip();
    return event("turn", Map.of("seq", turn.id().seq(), "html", html), "id: " + done + "\n");
  }

  private byte[] standing(Client client, Standing standing) throws IOException {
    var part = new Part(null, standing, client.name(), client.id().value(), client.zone());
    String html = pages.text("live/part_standing", part, null).strip();
    return event("standing", Map.of("mode", standing.mode(), "html", html), "");
  }

  private byte[] event(String name, Map<String, Object> data, String id) throws IOException {
    String text = json.writeValueAsString(data); // JSON has no bare line ends
    return ("event: " + name + "\n" + id + "data: " + text + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
