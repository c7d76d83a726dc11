package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Violation;
import io.handrail.care.review.TurnNotes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fifteen violations of Iftikhar et al. (AIES 2025) in one conversation, three ways: what the
 * guard held back, which the client never saw; what the program finds in what was shown, for those
 * that it can tell; and what a clinician marked.
 *
 * @param counts all fifteen, in the order of their groups, with nothing where nothing was found
 * @param others findings by names of our own, for example markup or length
 */
public record Violations(List<Count> counts, List<Count> others) {
  public Violations {
    counts = List.copyOf(counts);
    others = List.copyOf(others);
  }

  /**
   * One name. Each list holds journal places.
   *
   * @param counted what the program counts; empty where only a person can tell
   * @param held refused drafts
   * @param found what the client was shown, as the program finds it
   * @param marked what the client was shown, as a clinician marked it
   */
  public record Count(
      String group,
      String name,
      Optional<String> counted,
      List<Long> held,
      List<Long> found,
      List<Long> marked) {
    public Count {
      held = List.copyOf(held);
      found = List.copyOf(found);
      marked = List.copyOf(marked);
    }

    /** Places of what was shown, however it was found, each once. */
    public List<Long> shown() {
      return Stream.concat(found.stream(), marked.stream()).distinct().sorted().toList();
    }
  }

  /** The fifteen names, in the order of their groups. */
  public static List<String> names() {
    return published().map(Violation::label).toList();
  }

  private static Stream<Violation> published() {
    return Arrays.stream(Violation.values()).filter(Violation::published);
  }

  /** With nothing marked by anybody. */
  public static Violations of(List<Turn> turns) {
    return of(turns, List.of());
  }

  /**
   * @param turns a whole conversation, oldest first
   * @param notes what clinicians wrote beside these turns
   */
  public static Violations of(List<Turn> turns, List<TurnNotes.Note> notes) {
    Map<Violation, List<Long>> shown = Shown.in(turns);
    List<Count> counts =
        published()
            .map(v ->
                new Count(
                    group(v.group()),
                    v.label(),
                    Optional.ofNullable(Countable.ALL.get(v)),
                    held(turns, v.label()),
                    shown.getOrDefault(v, List.of()),
                    marked(turns, notes, v.label())))
            .toList();
    List<Count> others =
        turns.stream()
            .flatMap(turn -> findings(turn).stream())
            .map(Violations::name)
            .filter(name -> names().stream().noneMatch(known -> same(known, name)))
            .distinct()
            .map(name ->
                new Count("Other", name, Optional.empty(), held(turns, name), List.of(), List.of()))
            .toList();
    return new Violations(counts, others);
  }

  private static String group(Violation.Group group) {
    return switch (group) {
      case CONTEXT -> "Lack of contextual adaptation";
      case COLLABORATION -> "Poor collaboration";
      case EMPATHY -> "Deceptive empathy";
      case DISCRIMINATION -> "Unfair discrimination";
      case SAFETY -> "Safety and crisis";
      case OWN -> "Other";
    };
  }

  private static List<Long> marked(List<Turn> turns, List<TurnNotes.Note> notes, String name) {
    return notes.stream()
        .filter(note -> note.violation().filter(name::equals).isPresent())
        .map(TurnNotes.Note::seq)
        .filter(seq -> turns.stream().anyMatch(turn -> turn.id().seq() == seq))
        .distinct()
        .sorted()
        .toList();
  }

  /** How often the client saw something of the fifteen. */
  public int shownInAll() {
    return counts.stream().mapToInt(count -> count.shown().size()).sum();
  }

  /** How many refused drafts there were by the fifteen names. */
  public int total() {
    return counts.stream().mapToInt(count -> count.held().size()).sum();
  }

  private static List<Long> held(List<Turn> turns, String name) {
    return turns.stream()
        .filter(turn -> findings(turn).stream().anyMatch(f -> same(name(f), name)))
        .map(turn -> turn.id().seq())
        .toList();
  }

  /** Of a refused draft, whether the script took its place or the reply waited for a person. */
  private static List<String> findings(Turn turn) {
    return turn.closing().stream()
        .map(closing -> closing.outcome())
        .flatMap(outcome ->
            switch (outcome) {
              case Outcome.Withheld kept -> kept.findings().stream();
              case Outcome.AwaitingApproval waiting ->
                  waiting.proposal().stream().flatMap(p -> p.findings().stream());
              case Outcome.Replied replied -> Stream.<String>empty();
              case Outcome.Scripted scripted -> Stream.<String>empty();
              case Outcome.Held held -> Stream.<String>empty();
              case Outcome.Escalated escalated -> Stream.<String>empty();
              case Outcome.TakenOver taken -> Stream.<String>empty();
              case Outcome.Unavailable unavailable -> Stream.<String>empty();
              case Outcome.Noted noted -> Stream.<String>empty();
            })
        .toList();
  }

  /** A finding is stored as {@code violation: rule}. */
  private static String name(String finding) {
    int colon = finding.indexOf(':');
    return (colon < 0 ? finding : finding.substring(0, colon)).strip();
  }

  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
