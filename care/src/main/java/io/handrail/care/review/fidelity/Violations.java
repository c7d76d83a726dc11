package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.TurnNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The fifteen violations of Iftikhar et al. (AIES 2025) in one conversation: what the guard found
 * in drafts, which the client never saw, and what was shown. Of what was shown one can be counted,
 * a reply that crowds the client out; the others a clinician marks in the log.
 *
 * @param counts all fifteen, in the order of their groups, with 0 where nothing was found
 * @param others findings by names of our own, for example markup or length
 */
public record Violations(List<Count> counts, List<Count> others) {
  /** More than one question, or more than sixty words, in one reply. */
  private static final String CROWDING = "Conversational Imbalances";

  private static final List<List<String>> GROUPS =
      List.of(
          List.of(
              "Lack of contextual adaptation",
              "Rigid Methodological Adherence",
              "Dismisses Lived Experience"),
          List.of(
              "Poor collaboration",
              "Conversational Imbalances",
              "Lacks Guided Self-Discovery",
              "Validates Unhealthy Beliefs",
              "Gaslighting"),
          List.of("Deceptive empathy", "Deceptive Empathy", "Pseudo-Therapeutic Alliance"),
          List.of("Unfair discrimination", "Gender Bias", "Cultural Bias", "Religious Bias"),
          List.of(
              "Safety and crisis",
              "Knowledge Gaps",
              "Crisis Navigation",
              "Boundaries of Competence",
              "Abandonment"));

  public Violations {
    counts = List.copyOf(counts);
    others = List.copyOf(others);
  }

  /**
   * One name.
   *
   * @param turns journal places of the refused drafts
   * @param shown journal places of what the client saw
   */
  public record Count(String group, String name, List<Long> turns, List<Long> shown) {
    public Count {
      turns = List.copyOf(turns);
      shown = List.copyOf(shown);
    }
  }

  /** The fifteen names, in the order of their groups. */
  public static List<String> names() {
    return GROUPS.stream().flatMap(group -> group.subList(1, group.size()).stream()).toList();
  }

  /** With nothing marked by anybody. */
  public static Violations of(List<Turn> turns) {
    return of(turns, List.of());
  }

  /**
   * @param notes what clinicians wrote beside these turns
   */
  public static Violations of(List<Turn> turns, List<TurnNotes.Note> notes) {
    var counts = new ArrayList<Count>();
    var known = new ArrayList<String>();
    for (List<String> group : GROUPS) {
      for (String name : group.subList(1, group.size())) {
        known.add(plain(name));
        counts.add(
            new Count(group.getFirst(), name, at(turns, plain(name)), shown(turns, notes, name)));
      }
    }
    List<Count> others =
        turns.stream()
            .flatMap(turn -> findings(turn).stream())
            .map(Violations::name)
            .filter(name -> !known.contains(plain(name)))
            .distinct()
            .map(name -> new Count("Other", name, at(turns, plain(name)), List.of()))
            .toList();
    return new Violations(counts, others);
  }

  private static List<Long> shown(List<Turn> turns, List<TurnNotes.Note> notes, String name) {
    var places = new TreeSet<Long>();
    for (TurnNotes.Note note : notes) {
      boolean meant = note.violation().filter(name::equals).isPresent();
      if (meant && turns.stream().anyMatch(turn -> turn.id().seq() == note.seq())) {
        places.add(note.seq());
      }
    }
    if (name.equals(CROWDING)) places.addAll(new Counts(turns).crowded);
    return List.copyOf(places);
  }

  /** How often the client saw something of the fifteen. */
  public int shownInAll() {
    return counts.stream().mapToInt(count -> count.shown().size()).sum();
  }

  public int total() {
    return counts.stream().mapToInt(count -> count.turns().size()).sum();
  }

  private static List<Long> at(List<Turn> turns, String name) {
    return turns.stream()
        .filter(turn -> findings(turn).stream().anyMatch(f -> plain(name(f)).equals(name)))
        .map(turn -> turn.id().seq())
        .toList();
  }

  private static List<String> findings(Turn turn) {
    return turn.closing()
        .map(closing -> closing.outcome())
        .map(outcome ->
            outcome instanceof Outcome.Withheld kept ? kept.findings() : List.<String>of())
        .orElse(List.of());
  }

  /** A finding is stored as {@code violation: rule}. */
  private static String name(String finding) {
    int colon = finding.indexOf(':');
    return (colon < 0 ? finding : finding.substring(0, colon)).strip();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
