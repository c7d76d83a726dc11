package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the guard found in drafts of one conversation, by the fifteen names of Iftikhar et al. (AIES
 * 2025). The client saw none of these sentences.
 *
 * @param counts all fifteen, in the order of their groups, with 0 where nothing was found
 * @param others findings by names of our own, for example markup or length
 */
public record Violations(List<Count> counts, List<Count> others) {
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
   */
  public record Count(String group, String name, List<Long> turns) {
    public Count {
      turns = List.copyOf(turns);
    }
  }

  public static Violations of(List<Turn> turns) {
    var counts = new ArrayList<Count>();
    var known = new ArrayList<String>();
    for (List<String> group : GROUPS) {
      for (String name : group.subList(1, group.size())) {
        known.add(plain(name));
        counts.add(new Count(group.getFirst(), name, at(turns, plain(name))));
      }
    }
    List<Count> others =
        turns.stream()
            .flatMap(turn -> findings(turn).stream())
            .map(Violations::name)
            .filter(name -> !known.contains(plain(name)))
            .distinct()
            .map(name -> new Count("Other", name, at(turns, plain(name))))
            .toList();
    return new Violations(counts, others);
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
