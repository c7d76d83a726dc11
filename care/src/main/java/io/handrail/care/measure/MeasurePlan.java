package io.handrail.care.measure;

import io.handrail.care.clinic.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which instruments a clinician asks one client to answer, and how often. */
public record MeasurePlan(List<Assignment> assignments) {
  public static final MeasurePlan EMPTY = new MeasurePlan(List.of());

  public MeasurePlan {
    assignments = List.copyOf(assignments);
  }

  /** How often. */
  public enum Often {
    ONCE(0),
    WEEKLY(7),
    FORTNIGHTLY(14),
    MONTHLY(28);

    private final int days;

    Often(int days) {
      this.days = days;
    }

    /** Days from one result to the next; 0 for none. */
    public int days() {
      return days;
    }
  }

  /**
   * One instrument for one client.
   *
   * @param since when it was assigned, or last assigned anew
   */
  public record Assignment(String instrument, Often often, StaffId by, Instant since) {
    /**
     * When it is to be answered next; empty when it was asked once and is answered.
     *
     * @param last the newest result, if there is one
     */
    public Optional<Instant> due(Optional<Instant> last) {
      Optional<Instant> counted = last.filter(at -> !at.isBefore(since));
      if (counted.isEmpty()) return Optional.of(since);
      return often == Often.ONCE
          ? Optional.empty()
          : Optional.of(counted.get().plus(Duration.ofDays(often.days())));
    }
  }

  /** The same with this instrument asked so often, from now on. */
  public MeasurePlan asking(Assignment assignment) {
    var all = new ArrayList<>(without(assignment.instrument()).assignments());
    all.add(assignment);
    return new MeasurePlan(all);
  }

  public MeasurePlan without(String instrument) {
    return new MeasurePlan(
        assignments.stream().filter(a -> !a.instrument().equals(instrument)).toList());
  }

  public Optional<Assignment> of(String instrument) {
    return assignments.stream().filter(a -> a.instrument().equals(instrument)).findFirst();
  }

  /** What is to be answered now, in the order it was assigned. */
  public List<Assignment> due(MeasureBook book, Instant now) {
    return assignments.stream()
        .filter(a ->
            a.due(book.of(a.instrument()).stream().map(MeasureResult::at).findFirst())
                .filter(at -> !at.isAfter(now))
                .isPresent())
        .toList();
  }
}
