package io.handrail.care.clinic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who a clinic turns to when a flag is not answered, and how long it waits before it does.
 *
 * @param cover who stands in for an absent clinician, in the order of asking; may be empty
 * @param onCall who is asked last, and then again and again; should never be empty
 * @param urgentEvery the wait before the next person is told of what must be answered now
 * @param sameDayEvery the same, in working time, for what must be answered the same working day
 * @param working when the clinic works; empty where nobody said
 */
public record Rota(
    List<StaffId> cover,
    List<StaffId> onCall,
    Duration urgentEvery,
    Duration sameDayEvery,
    Optional<WorkingDays> working) {
  /** Shorter, and people are told faster than they can read. */
  public static final Duration EVERY_MIN = Duration.ofMinutes(2);

  /** Longer, and what must be answered now is not. */
  public static final Duration URGENT_EVERY_MAX = Duration.ofHours(2);

  public static final Duration SAME_DAY_EVERY_MAX = Duration.ofHours(24);

  /** Nobody but the client's own clinician. */
  public static final Rota NOBODY =
      new Rota(List.of(), List.of(), Duration.ofMinutes(15), Duration.ofHours(4));

  /** A clinic that has not said when it works. */
  public Rota(
      List<StaffId> cover, List<StaffId> onCall, Duration urgentEvery, Duration sameDayEvery) {
    this(cover, onCall, urgentEvery, sameDayEvery, Optional.empty());
  }

  public WorkingDays workingDays() {
    return working.filter(WorkingDays::whole).orElse(WorkingDays.USUAL);
  }

  public Rota {
    cover = List.copyOf(cover);
    onCall = List.copyOf(onCall);
  }

  /** True where both waits are within what a clinic may choose. */
  public boolean inRange() {
    return within(urgentEvery, URGENT_EVERY_MAX) && within(sameDayEvery, SAME_DAY_EVERY_MAX);
  }

  private static boolean within(Duration every, Duration most) {
    return every.compareTo(EVERY_MIN) >= 0 && every.compareTo(most) <= 0;
  }
}
