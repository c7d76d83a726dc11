package io.handrail.care.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caseload must know of a client's measures without opening them.
 *
 * @param worse the last reliable worsening that nobody has read
 * @param unfinished a sitting that was left part way
 */
public record MeasureSigns(Optional<Worse> worse, Optional<Unfinished> unfinished) {
  public static final MeasureSigns NONE = new MeasureSigns(Optional.empty(), Optional.empty());

  /**
   * A reliable worsening.
   *
   * @param before the total it is compared with
   * @param turn the journal place of the newer one
   */
  public record Worse(String instrument, int before, int now, long turn) {}

  /**
   * @param blanks items that can ask for a person and have no answer
   */
  public record Unfinished(String instrument, Instant since, List<String> blanks) {
    public Unfinished {
      blanks = List.copyOf(blanks);
    }
  }

  public MeasureSigns worsened(Optional<Worse> found) {
    return found.isEmpty() ? this : new MeasureSigns(found, unfinished);
  }

  public MeasureSigns leftAt(Optional<Unfinished> left) {
    return new MeasureSigns(worse, left);
  }

  /** What is left once the log was read up to {@code mark}. */
  public MeasureSigns readTo(long mark) {
    return new MeasureSigns(worse.filter(w -> w.turn() > mark), unfinished);
  }

  /**
   * Compares a result with the last one and with the first: a slow worsening is one too.
   *
   * @param book the client's results, this one among them or not
   */
  public static Optional<Worse> worse(Instrument by, MeasureResult result, MeasureBook book) {
    if (result.total().isEmpty()) return Optional.empty();
    int now = result.total().get();
    return book.before(by.ref().name(), result.turn())
        .flatMap(last -> worse(by, last, now, result.turn()))
        .or(() ->
            book.first(by.ref().name())
                .filter(first -> first.turn() < result.turn())
                .flatMap(first -> worse(by, first, now, result.turn())));
  }

  private static Optional<Worse> worse(Instrument by, MeasureResult than, int now, long turn) {
    int before = than.total().orElseThrow();
    return Change.between(by, before, now) instanceof Change.Worsened
        ? Optional.of(new Worse(by.ref().name(), before, now, turn))
        : Optional.empty();
  }

  /** Signs of a sitting that has not come to its end. */
  public static Optional<Unfinished> unfinished(
      Instrument by, Map<String, Integer> answers, Instant since) {
    return Optional.of(
        new Unfinished(
            by.ref().name(),
            since,
            by.safety().stream()
                .map(Instrument.Safety::item)
                .filter(item -> !answers.containsKey(item))
                .toList()));
  }
}
