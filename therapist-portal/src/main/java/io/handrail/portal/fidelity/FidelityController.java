package io.handrail.portal.fidelity;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.TurnNotes;
import io.handrail.care.review.fidelity.Draft;
import io.handrail.care.review.fidelity.Heading;
import io.handrail.care.review.fidelity.Rating;
import io.handrail.care.review.fidelity.RatingRoll;
import io.handrail.care.review.fidelity.Violations;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a clinician looks at how a conversation kept to the method, and rates it. */
@Controller("/clients/{id}/fidelity")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FidelityController {
  private static final String VIEW = "fidelity/fidelity";

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final Talks talks;

  FidelityController(Shelves shelves, Frames frames, Gate gate, Talks talks) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.talks = talks;
  }

  /**
   * @param conversation the one to look at; without it, the latest
   */
  @Get
  HttpResponse<?> fidelity(
      StaffActor actor,
      String id,
      @Nullable @QueryValue String conversation,
      @Nullable @QueryValue String mark,
      @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Notice notice =
        switch (done == null ? "" : done) {
          case "rated" -> Notice.done("Your ratings are kept.");
          case "marked" -> Notice.done("Marked. It stands beside the entry in the log, too.");
          default -> Notice.NONE;
        };
    String chosen = mark == null ? "" : mark;
    return Answers.page(
        VIEW,
        talks.page(
            actor,
            client.get(),
            Optional.ofNullable(conversation),
            new Talks.Mark(chosen, ""),
            notice));
  }

  /** The form has a field for each heading: 0 to 6, or empty for not rated. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> rate(StaffActor actor, String id, @Body Map<String, String> form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    String conversation = form.getOrDefault("conversation", "");
    List<Turn> turns = talks.turns(client.get(), conversation);
    if (turns.isEmpty()) return Answers.nothing();
    Map<String, Integer> rated = rated(form);
    if (rated.isEmpty()) {
      return Answers.again(
          VIEW,
          talks.page(
              actor,
              client.get(),
              Optional.of(conversation),
              Notice.problem("Rate at least one heading, 0 to 6.")));
    }
    Map<String, Integer> drafted = Draft.of(turns).scores();
    keep(actor, client.get(), conversation, rated, drafted);
    return Answers.to("/clients/" + id + "/fidelity?conversation=" + conversation + "&done=rated");
  }

  /**
   * What a clinician marks of what the client was shown.
   *
   * @param note what the form called it, so that sending it again adds none
   */
  @Serdeable
  record Marked(
      @Nullable String conversation,
      @Nullable Long turn,
      @Nullable String violation,
      @Nullable String note,
      @Nullable String text) {}

  @Post("/mark")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> mark(StaffActor actor, String id, @Body Marked form) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    String conversation = form.conversation() == null ? "" : form.conversation();
    Optional<Turn> turn =
        talks.turns(client.get(), conversation).stream()
            .filter(t -> form.turn() != null && t.id().seq() == form.turn())
            .findFirst();
    if (turn.isEmpty()) return Answers.nothing();
    String text = form.text() == null ? "" : form.text().strip();
    Optional<String> violation =
        Violations.names().stream().filter(name -> name.equals(form.violation())).findFirst();
    boolean named = form.note() != null && form.note().matches("[A-Za-z0-9-]{8,64}");
    if (violation.isEmpty() || text.isEmpty() || text.length() > TurnNotes.CHARS_MAX || !named) {
      String problem =
          violation.isEmpty()
              ? "Choose which of the fifteen it is."
              : "Say in a few words what was wrong, up to " + TurnNotes.CHARS_MAX + " letters.";
      return Answers.again(
          VIEW,
          talks.page(
              actor,
              client.get(),
              Optional.of(conversation),
              new Talks.Mark(violation.orElse(""), problem),
              Notice.problem("Nothing is marked yet.")));
    }
    long seq = turn.get().id().seq();
    var note =
        new TurnNotes.Note(
            form.note(),
            seq,
            actor.id(),
            frames.name(actor),
            frames.now(),
            TurnNotes.Mark.FAULT,
            text,
            violation);
    var page = new OfClient<>(client.get().id(), TurnNotes.page(seq));
    shelves.turnNotes().change(page, TurnNotes.EMPTY, notes -> notes.with(note));
    return Answers.to(
        "/clients/" + id + "/fidelity?conversation=" + conversation + "&done=marked#violations");
  }

  private static Map<String, Integer> rated(Map<String, String> form) {
    var rated = new HashMap<String, Integer>();
    for (Heading heading : Heading.values()) {
      String given = form.getOrDefault(heading.name().toLowerCase(Locale.ROOT), "").strip();
      if (given.matches("[0-6]")) rated.put(heading.name(), Integer.parseInt(given));
    }
    return rated;
  }

  private void keep(
      StaffActor actor,
      Client client,
      String conversation,
      Map<String, Integer> rated,
      Map<String, Integer> drafted) {
    String name = frames.name(actor);
    var rating = new Rating(conversation, actor.id(), name, frames.now(), rated, drafted);
    var key = new OfClient<>(client.id(), conversation);
    if (!shelves.ratings().insert(key, rating)) shelves.ratings().change(key, before -> rating);
    var entry = new RatingRoll.Entry(client.id(), conversation, rated, drafted);
    shelves.ratingRolls().change(actor.id(), RatingRoll.EMPTY, roll -> roll.with(entry));
  }
}
