package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.record.Fact;
import io.handrail.care.record.Memory;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.fault.Faults;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What Handrail remembers: seen, corrected, deleted, switched off. */
@Controller("/memory")
@Secured("CLIENT")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MemoryController {
  private final Visits visits;
  private final Shelves shelves;
  private final Exercises exercises;
  private final Screen screen;
  private final Conversing conversing;
  private final Faults faults;
  private final Clock clock;

  MemoryController(
      Visits visits,
      Shelves shelves,
      Exercises exercises,
      Screen screen,
      Conversing conversing,
      Faults faults,
      Clock clock) {
    this.visits = visits;
    this.shelves = shelves;
    this.exercises = exercises;
    this.screen = screen;
    this.conversing = conversing;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param done what was just done, as a key under {@code memory.done}
   */
  public record Page(
      boolean off,
      List<Known> asked,
      List<Known> allowed,
      Optional<String> done,
      Therapist therapist,
      String sendId) {}

  /**
   * One fact.
   *
   * @param exercise the title of the exercise it was said in
   * @param run the exercise's record
   * @param turn the place of the words in the chat
   */
  public record Known(
      String protocol,
      String field,
      String title,
      String value,
      String exercise,
      String run,
      long turn,
      Instant since,
      boolean words) {}

  /**
   * What the client does.
   *
   * @param act {@code keep}, {@code forget}, {@code correct}, {@code forget_all}, {@code off} or
   *     {@code on}
   */
  @Serdeable
  record Deed(
      @Nullable String id,
      @Nullable String act,
      @Nullable String protocol,
      @Nullable String field,
      @Nullable String text) {}

  @Get
  HttpResponse<?> page(
      HttpRequest<?> request, ClientActor actor, @Nullable @QueryValue String done) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    Memory memory = shelves.memories().get(actor.id()).orElse(Memory.EMPTY);
    List<Fact> facts = memory.facts();
    var page =
        new Page(
            memory.off(),
            known(facts.stream().filter(f -> !f.allowed()).toList(), visit.get()),
            known(facts.stream().filter(Fact::allowed).toList(), visit.get()),
            Optional.ofNullable(done).filter(this::said),
            visit.get().therapist(),
            SendId.fresh());
    return HttpResponse.ok(new ModelAndView<>("client/memory", visit.get().show("about", page)));
  }

  private boolean said(String done) {
    return List.of("keep", "forget", "correct", "forget_all", "off", "on").contains(done);
  }

  private List<Known> known(List<Fact> facts, Visit visit) {
    return facts.stream()
        .map(f ->
            new Known(
                f.protocol(),
                f.field(),
                f.title(),
                f.value(),
                exercises.title(f.protocol(), visit.language()),
                f.run(),
                f.turn(),
                f.since(),
                f.words()))
        .toList();
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(HttpRequest<?> request, ClientActor actor, @Body Deed deed) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    Optional<UnaryOperator<Memory>> step = step(deed);
    if (step.isEmpty()) return to("/memory");
    boolean urgent = "correct".equals(deed.act()) && heard(visit.get(), deed);
    shelves.memories().change(actor.id(), Memory.EMPTY, step.get());
    return to(urgent ? "/chat#end" : "/memory?done=" + deed.act());
  }

  private Optional<UnaryOperator<Memory>> step(Deed deed) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String protocol = deed.protocol() == null ? "" : deed.protocol();
    String field = deed.field() == null ? "" : deed.field();
    String text = deed.text() == null ? "" : deed.text();
    return switch (deed.act()) {
      case "keep" -> Optional.of(memory -> memory.allowing(protocol, field));
      case "forget" -> Optional.of(memory -> memory.forgetting(protocol, field, now));
      case "correct" -> Optional.of(memory -> memory.correcting(protocol, field, text, now));
      case "forget_all" -> Optional.of(memory -> memory.forgettingAll(now));
      case "off" -> Optional.of(memory -> memory.switched(true, now));
      case "on" -> Optional.of(memory -> memory.switched(false, now));
      case null, default -> Optional.empty();
    };
  }

  /**
   * A correction is the client's words and is heard like any other. What asks for a person goes the
   * way of a message, which answers it, raises the flag and sets the hold.
   */
  private boolean heard(Visit visit, Deed deed) {
    String said = deed.text() == null ? "" : deed.text().strip();
    if (said.isEmpty() || said.length() > Memory.VALUE_MAX) return false;
    var heard =
        new Screen.Heard(
            said, visit.language(), List.of(), Optional.empty(), Level.NONE, Optional.empty());
    if (!screen.screen(heard).level().atLeast(Level.CONCERN)) return false;
    MessageId id = SendId.read(deed.id()).orElseGet(() -> new MessageId(SendId.fresh()));
    conversing.take(visit.id(), new Arrival.Message(id, said), Watcher.NOBODY);
    return true;
  }

  private static HttpResponse<?> to(String address) {
    return HttpResponse.seeOther(URI.create(address));
  }
}
