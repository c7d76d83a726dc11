package io.handrail.portal.log;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.review.TurnNotes;
import io.handrail.care.review.TurnNotes.Mark;
import io.handrail.care.review.TurnNotes.Note;
import io.handrail.care.review.fidelity.Violations;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.Optional;

/** Where a clinician writes beside an entry of a log. Neither client nor program reads it. */
@Controller("/clients/{id}/log/notes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotesController {
  private static final String WRONG = "fault:";
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final LogView view;

  NotesController(Shelves shelves, Frames frames, Gate gate, LogView view) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.view = view;
  }

  /**
   * A note.
   *
   * @param turn the journal place it stands beside
   * @param note what the form called it, so that sending it again adds none
   * @param mark what it is for
   */
  @Serdeable
  record Typed(
      @Nullable Long turn, @Nullable String note, @Nullable String mark, @Nullable String text) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(StaffActor actor, String id, @Body Typed form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty() || missing(client.get(), form.turn())) return Answers.nothing();
    String text = form.text() == null ? "" : form.text().strip();
    if (text.isEmpty() || text.length() > TurnNotes.CHARS_MAX || !named(form.note())) {
      return view.again(actor, client.get(), form.turn(), text);
    }
    var note =
        new Note(
            form.note(),
            form.turn(),
            actor.id(),
            frames.name(actor),
            frames.now(),
            mark(form.mark()),
            text,
            violation(form.mark()));
    shelves
        .turnNotes()
        .change(key(client.get(), form.turn()), TurnNotes.EMPTY, notes -> notes.with(note));
    return to(id, form.turn());
  }

  @Post("/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(StaffActor actor, String id, @Body Typed form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty() || missing(client.get(), form.turn())) return Answers.nothing();
    if (named(form.note())) {
      shelves
          .turnNotes()
          .change(
              key(client.get(), form.turn()),
              TurnNotes.EMPTY,
              notes -> notes.without(form.note(), actor.id()));
    }
    return to(id, form.turn());
  }

  private boolean missing(Client client, Long turn) {
    return turn == null || turn < 1 || shelves.turns().get(new TurnId(client.id(), turn)).isEmpty();
  }

  private static boolean named(String note) {
    return note != null && note.matches("[A-Za-z0-9-]{8,64}");
  }

  /** The form sends {@code fault:NAME} where a name was chosen. */
  private static Optional<String> violation(String typed) {
    if (typed == null || !typed.startsWith(WRONG)) return Optional.empty();
    return Violations.names().stream().filter(typed.substring(WRONG.length())::equals).findFirst();
  }

  private static Mark mark(String typed) {
    if (typed != null && typed.startsWith(WRONG)) return Mark.FAULT;
    for (Mark mark : Mark.values()) {
      if (typed != null && mark.name().equals(typed.toUpperCase(Locale.ROOT))) return mark;
    }
    return Mark.NOTE;
  }

  private static OfClient<Long> key(Client client, long turn) {
    return new OfClient<>(client.id(), TurnNotes.page(turn));
  }

  private static HttpResponse<?> to(String id, long turn) {
    return Answers.to("/clients/" + id + "/log?turn=" + turn + "#turn-" + turn);
  }
}
