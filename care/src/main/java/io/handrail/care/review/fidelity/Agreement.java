package io.handrail.care.review.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How far drafts and ratings agree.
 *
 * @param n pairs of a draft and a rating
 * @param exact pairs that are the same
 * @param near pairs at most one point apart
 * @param difference mean of rating less draft, in points
 * @param kappa Cohen's kappa with quadratic weights; empty under {@link #KAPPA_FROM} pairs, or
 *     where all lie on one score and it has no meaning
 */
public record Agreement(int n, int exact, int near, double difference, Optional<Double> kappa) {
  public static final int KAPPA_FROM = 20;
  private static final int SCORES = Heading.HIGHEST + 1;

  private record Pair(int drafted, int rated) {}

  /** Of every heading that has both. */
  public static Agreement of(List<RatingRoll> rolls) {
    return of(rolls, heading -> true);
  }

  /** Of one heading. */
  public static Agreement of(List<RatingRoll> rolls, Heading heading) {
    return of(rolls, heading.name()::equals);
  }

  private static Agreement of(List<RatingRoll> rolls, Predicate<String> wanted) {
    var pairs = new ArrayList<Pair>();
    rolls.stream()
        .flatMap(roll -> roll.entries().stream())
        .forEach(entry ->
            entry
                .rated()
                .forEach((heading, rated) -> {
                  Integer drafted = entry.drafted().get(heading);
                  if (drafted != null && wanted.test(heading)) pairs.add(new Pair(drafted, rated));
                }));
    int exact = (int) pairs.stream().filter(p -> p.drafted() == p.rated()).count();
    int near = (int) pairs.stream().filter(p -> Math.abs(p.drafted() - p.rated()) <= 1).count();
    double mean = pairs.stream().mapToInt(p -> p.rated() - p.drafted()).average().orElse(0);
    return new Agreement(pairs.size(), exact, near, mean, kappa(pairs));
  }

  private static Optional<Double> kappa(List<Pair> pairs) {
    if (pairs.size() < KAPPA_FROM) return Optional.empty();
    double[] drafted = new double[SCORES];
    double[] rated = new double[SCORES];
    double seen = 0;
    for (Pair p : pairs) {
      drafted[p.drafted()]++;
      rated[p.rated()]++;
      seen += weight(p.drafted(), p.rated());
    }
    double expected = 0;
    for (int i = 0; i < SCORES; i++) {
      for (int j = 0; j < SCORES; j++) {
        expected += weight(i, j) * drafted[i] * rated[j] / pairs.size();
      }
    }
    return expected == 0 ? Optional.empty() : Optional.of(1 - seen / expected);
  }

  private static double weight(int i, int j) {
    double apart = (double) (i - j) / (SCORES - 1);
    return apart * apart;
  }
}
