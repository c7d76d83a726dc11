package io.handrail.care.clinic;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a clinic works, on its own clock: what must be answered the same working day waits by these
 * hours and not through a night. What must be answered now never asks here.
 *
 * @param days at least one
 * @param closes after {@code opens}, on the same day
 * @param holidays days on which nobody works, whatever day of the week they are
 */
public record WorkingDays(
    Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {
  /** For a clinic that has not said. */
  public static final WorkingDays USUAL =
      new WorkingDays(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          Set.of());

  /** A clinic does not plan its holidays further than this. */
  public static final int HOLIDAYS_MAX = 100;

  /** Whoever is told last on a day has this long to answer on it. */
  private static final Duration LAST_CALL = Duration.ofHours(1);

  /** Longer, and nobody is there to wait for. */
  private static final int DAYS_LOOKED_AT = 60;

  public WorkingDays {
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
  }

  /** True where a wait can be counted by it. */
  public boolean whole() {
    return !days.isEmpty() && opens.isBefore(closes) && holidays.size() <= HOLIDAYS_MAX;
  }

  public boolean open(Instant at, ZoneId zone) {
    ZonedDateTime then = at.atZone(zone);
    return works(then.toLocalDate())
        && !then.toLocalTime().isBefore(opens)
        && then.toLocalTime().isBefore(closes);
  }

  private boolean works(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * The moment at which so much working time has passed, but for what came while the clinic is open
   * at the latest an hour before it closes, so that the next person can still answer that day.
   *
   * @param zone the clinic's; a day on which its clocks change counts the hours it really has
   */
  public Instant after(Instant from, Duration wait, ZoneId zone) {
    if (!whole()) return from.plus(wait);
    Instant due = worked(from.atZone(zone), wait);
    Instant lastCall = from.atZone(zone).with(closes).toInstant().minus(LAST_CALL);
    boolean inTime = open(from, zone) && from.isBefore(lastCall);
    return inTime && lastCall.isBefore(due) ? lastCall : due;
  }

  private Instant worked(ZonedDateTime from, Duration wait) {
    ZonedDateTime at = from;
    Duration left = wait;
    for (int day = 0; day < DAYS_LOOKED_AT; day++) {
      ZonedDateTime begins = at.with(opens).isAfter(at) ? at.with(opens) : at;
      ZonedDateTime ends = at.with(closes);
      if (works(at.toLocalDate()) && begins.isBefore(ends)) {
        Duration here = Duration.between(begins, ends);
        if (here.compareTo(left) >= 0) return begins.plus(left).toInstant();
        left = left.minus(here);
      }
      at = at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
    }
    return from.plus(wait).toInstant();
  }
}
