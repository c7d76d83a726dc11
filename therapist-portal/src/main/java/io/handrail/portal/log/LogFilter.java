package io.handrail.portal.log;

import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.review.TurnNotes;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a log is looked for.
 *
 * @param q words; empty for any
 * @param show {@code risk}, {@code flags}, {@code refused}, {@code model}, {@code person}, {@code
 *     waited} or {@code notes}; empty for all
 * @param exercise the name of a protocol; empty for all
 */
record LogFilter(String q, String show, String exercise) {
  static final int WORDS_MAX = 120;

  /** The ways to narrow a log down, with their words. */
  static final List<Way> WAYS =
      List.of(
          new Way("risk", "Asked for a person, or to read closely"),
          new Way("flags", "Flags"),
          new Way("refused", "Refused drafts"),
          new Way("model", "Phrased by a model"),
          new Way("person", "A person wrote or acted"),
          new Way("waited", "Waited for a yes"),
          new Way("notes", "With notes"));

  record Way(String name, String words) {}

  static LogFilter of(String q, String show, String exercise) {
    String words = q == null ? "" : q.strip();
    if (words.length() > WORDS_MAX) words = words.substring(0, WORDS_MAX);
    String how =
        WAYS.stream().map(Way::name).filter(name -> name.equals(show)).findFirst().orElse("");
    return new LogFilter(words, how, exercise == null ? "" : exercise.strip());
  }

  boolean any() {
    return !q.isEmpty() || !show.isEmpty() || !exercise.isEmpty();
  }

  /**
   * @param notes what clinicians wrote beside this turn
   */
  boolean finds(Turn turn, List<TurnNotes.Note> notes) {
    return shows(turn, notes) && about(turn) && (q.isEmpty() || says(turn, notes));
  }

  private boolean shows(Turn turn, List<TurnNotes.Note> notes) {
    Optional<Outcome> outcome = turn.closing().map(Closing::outcome);
    return switch (show) {
      case "risk" -> turn.screening().level().atLeast(Level.WATCH);
      case "flags" -> !turn.flags().isEmpty();
      case "refused" ->
          outcome.filter(Outcome.Withheld.class::isInstance).isPresent()
              || LiveDesk.proposal(turn).flatMap(Proposal::refused).isPresent();
      case "model" -> turn.shown().stream().anyMatch(l -> l.speaker() == Speaker.PROGRAM);
      case "person" ->
          turn.message().isEmpty() && !(turn.opening() instanceof Opening.TimePassed)
              || turn.shown().stream().anyMatch(l -> l.speaker() == Speaker.PERSON);
      case "waited" -> outcome.filter(Outcome.AwaitingApproval.class::isInstance).isPresent();
      case "notes" -> !notes.isEmpty();
      default -> true;
    };
  }

  private boolean about(Turn turn) {
    if (exercise.isEmpty()) return true;
    boolean answered =
        turn.closing()
            .flatMap(c -> c.provenance().protocol())
            .filter(p -> p.name().equals(exercise))
            .isPresent();
    return answered
        || turn.state().run().filter(r -> r.protocol().name().equals(exercise)).isPresent();
  }

  private boolean says(Turn turn, List<TurnNotes.Note> notes) {
    String sought = folded(q);
    Stream<String> refused =
        turn.closing().map(Closing::outcome).stream()
            .flatMap(
                o -> o instanceof Outcome.Withheld held ? Stream.of(held.draft()) : Stream.of());
    Stream<String> drafts = LiveDesk.proposal(turn).stream().flatMap(p -> p.refused().stream());
    Stream<String> shown = turn.shown().stream().map(Line::text);
    Stream<String> beside = notes.stream().map(TurnNotes.Note::text);
    return Stream.of(Stream.of(Entries.said(turn.opening())), shown, refused, drafts, beside)
        .flatMap(texts -> texts)
        .anyMatch(text -> folded(text).contains(sought));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
