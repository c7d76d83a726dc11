package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.http.Exercises.Piece;
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
import java.util.Optional;

/** A short read as a page, so that it can be read without leaving an exercise. */
@Controller("/read")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadController {
  private final Visits visits;
  private final Shelves shelves;
  private final Exercises exercises;
  private final Faults faults;

  ReadController(Visits visits, Shelves shelves, Exercises exercises, Faults faults) {
    this.visits = visits;
    this.shelves = shelves;
    this.exercises = exercises;
    this.faults = faults;
  }

  /**
   * The page.
   *
   * @param underWay true while an exercise waits in the chat, which answering here would end
   */
  public record Page(Piece piece, boolean underWay, boolean open, String sendId) {}

  @Get("/{name}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> read(HttpRequest<?> request, ClientActor actor, String name) {
    Optional<Visit> visit = visits.of(actor);
    Optional<Piece> piece = visit.flatMap(v -> exercises.piece(name, v.language()));
    if (piece.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    State state =
        shelves.turns().last(visit.get().id(), 1).stream()
            .findFirst()
            .map(Turn::state)
            .orElse(State.FIRST);
    boolean underWay = state.run().filter(Run::running).isPresent();
    boolean open = visit.get().agreed() && state.hold().isEmpty();
    var page = new Page(piece.get(), underWay, open, SendId.fresh());
    return HttpResponse.ok(new ModelAndView<>("client/read", visit.get().show("home", page)));
  }
}
