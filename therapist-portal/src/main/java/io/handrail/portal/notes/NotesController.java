package io.handrail.portal.notes;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.plan.ContextCard;
import io.handrail.care.review.PrivateNotes;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.notes.NotesPage.Card;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The author's own notes, and what the program is told of where a client comes from. */
@Controller("/clients/{id}/notes")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotesController {
  private static final String VIEW = "notes/notes";

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;

  NotesController(Shelves shelves, Frames frames, Gate gate, RiskDesk risk) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
  }

  @Get
  HttpResponse<?> notes(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, page(actor, client.get(), "", card(client.get(), actor), said(done)));
  }

  private static Notice said(String done) {
    return switch (done) {
      case "noted" -> Notice.done("Kept. Nobody but you reads it.");
      case "removed" -> Notice.done("The note is gone.");
      case "card" -> Notice.done("Stored. The program goes by it from the next message on.");
      case null, default -> Notice.NONE;
    };
  }

  private NotesPage page(StaffActor actor, Client client, String typed, Card card, Notice notice) {
    Frame frame = frames.around(actor);
    PrivateNotes notes = shelves.privateNotes().get(mine(actor, client)).orElse(PrivateNotes.EMPTY);
    return new NotesPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        notes.notes().stream()
            .map(n ->
                new NotesPage.Note(
                    n.id(),
                    frame.said(n.at()),
                    n.changedAt().map(frame::said).orElse(""),
                    n.text()))
            .toList(),
        UUID.randomUUID().toString(),
        typed,
        card,
        notice);
  }

  /** The shelf's key holds the author, so a colleague's notes cannot be named. */
  private static OfClient<String> mine(StaffActor actor, Client client) {
    return new OfClient<>(client.id(), actor.id().value());
  }

  private Card card(Client client, StaffActor actor) {
    ContextCard card = shelves.contextCards().get(client.id()).orElse(ContextCard.EMPTY);
    String by =
        card.version() == 0 ? "" : card.name() + ", " + frames.around(actor).said(card.at());
    return new Card(
        card.version(), card.culture(), card.values(), String.join("\n", card.avoid()), by);
  }

  /**
   * A note.
   *
   * @param remove {@code yes} takes it away
   */
  @Serdeable
  record NoteForm(@Nullable String note, @Nullable String text, @Nullable String remove) {
    NoteForm {
      note = note == null ? "" : note.strip();
      text = text == null ? "" : text.strip();
      remove = remove == null ? "" : remove.strip();
    }
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> note(StaffActor actor, String id, @Body NoteForm form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    var key = mine(actor, client.get());
    String back = "/clients/" + id + "/notes?done=";
    if (form.remove().equals("yes")) {
      shelves.privateNotes().change(key, PrivateNotes.EMPTY, n -> n.without(form.note()));
      return Answers.to(back + "removed");
    }
    if (form.text().isEmpty() || form.text().length() > PrivateNotes.TEXT_MAX) {
      Notice problem =
          Notice.problem(
              form.text().isEmpty()
                  ? "Write something, or leave it."
                  : "Please keep a note under " + PrivateNotes.TEXT_MAX + " characters.");
      return Answers.again(
          VIEW, page(actor, client.get(), form.text(), card(client.get(), actor), problem));
    }
    if (!form.note().matches("[0-9a-f-]{36}")) return Answers.nothing();
    Instant now = frames.now();
    shelves
        .privateNotes()
        .change(
            key,
            PrivateNotes.EMPTY,
            notes ->
                notes
                    .find(form.note())
                    .map(before ->
                        before.text().equals(form.text())
                            ? notes
                            : notes.changed(form.note(), form.text(), now))
                    .orElseGet(() ->
                        notes.with(
                            new PrivateNotes.Note(
                                form.note(), now, Optional.empty(), form.text()))));
    return Answers.to(back + "noted");
  }

  /**
   * The context card.
   *
   * @param seen the version that was looked at
   */
  @Serdeable
  record CardForm(
      @Nullable Integer seen,
      @Nullable String culture,
      @Nullable String values,
      @Nullable String avoid) {
    CardForm {
      seen = seen == null ? 0 : seen;
      culture = culture == null ? "" : culture.strip();
      values = values == null ? "" : values.strip();
      avoid = avoid == null ? "" : avoid.strip();
    }

    List<String> words() {
      return Arrays.stream(avoid.split("[\\n,;]"))
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .distinct()
          .toList();
    }

    String problem() {
      if (culture.length() > ContextCard.TEXT_MAX || values.length() > ContextCard.TEXT_MAX) {
        return "Please keep each field under " + ContextCard.TEXT_MAX + " characters.";
      }
      if (words().size() > ContextCard.AVOID_MAX) {
        return "Please keep it to " + ContextCard.AVOID_MAX + " words to avoid.";
      }
      return words().stream().anyMatch(word -> word.length() > ContextCard.WORD_MAX)
          ? "Please keep each word to avoid under " + ContextCard.WORD_MAX + " characters."
          : "";
    }
  }

  @Post("/card")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> card(StaffActor actor, String id, @Body CardForm form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    var typed = new Card(form.seen(), form.culture(), form.values(), form.avoid(), "");
    if (!form.problem().isEmpty()) {
      Notice problem = Notice.problem(form.problem());
      return Answers.again(VIEW, page(actor, client.get(), "", typed, problem));
    }
    String name = frames.name(actor);
    var next =
        new ContextCard(
            form.seen() + 1, form.culture(), form.values(), form.words(), name, frames.now());
    ContextCard stored =
        shelves
            .contextCards()
            .change(
                client.get().id(),
                ContextCard.EMPTY,
                card -> card.version() == form.seen() ? next : card);
    if (!sameWords(stored, next)) {
      Notice moved =
          Notice.problem(
              stored.name()
                  + " changed this card while you had it open. Yours was not stored; it"
                  + " stands in the form, and storing it again replaces theirs.");
      var again = new Card(stored.version(), form.culture(), form.values(), form.avoid(), "");
      return Answers.conflict(VIEW, page(actor, client.get(), "", again, moved));
    }
    return Answers.to("/clients/" + id + "/notes?done=card");
  }

  private static boolean sameWords(ContextCard one, ContextCard other) {
    return one.culture().equals(other.culture())
        && one.values().equals(other.values())
        && one.avoid().equals(other.avoid());
  }
}
