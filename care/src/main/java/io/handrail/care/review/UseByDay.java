package io.handrail.care.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much a client wrote on each of the last four weeks' days, so that a caseload can say that it
 * rises without opening a log. It holds counts alone. The bounds are those of {@link Reliance}.
 *
 * @param day the last day counted, on the client's calendar
 * @param counts messages a day, {@code day} first and then back; at most {@link #DAYS}
 */
public record UseByDay(LocalDate day, List<Integer> counts) {
  public static final int DAYS = 28;
  private static final int FORTNIGHT = 14;

  public UseByDay {
    counts = List.copyOf(counts);
  }

  /** One more message on a day; one of a day before the last counted is left out. */
  public static UseByDay oneMore(Optional<UseByDay> before, LocalDate today) {
    UseByDay use = before.orElse(new UseByDay(today, List.of()));
    if (today.isBefore(use.day)) return use;
    var counts = new ArrayList<>(use.on(today));
    counts.set(0, counts.getFirst() + 1);
    return new UseByDay(today, counts);
  }

  /** The counts as seen from a later day; there is always one for that day itself. */
  private List<Integer> on(LocalDate today) {
    long passed = Math.max(0, day.until(today, java.time.temporal.ChronoUnit.DAYS));
    var shifted = new ArrayList<Integer>();
    for (long i = 0; i < Math.min(passed, DAYS); i++) shifted.add(0);
    shifted.addAll(counts);
    if (shifted.isEmpty()) shifted.add(0);
    return shifted.subList(0, Math.min(DAYS, shifted.size()));
  }

  /** What rose, as seen on a day; empty where nothing stands out. */
  public Optional<Reason.Rising> rising(LocalDate today) {
    List<Integer> days = on(today);
    int lately = sum(days.subList(0, Math.min(FORTNIGHT, days.size())));
    int before = days.size() <= FORTNIGHT ? 0 : sum(days.subList(FORTNIGHT, days.size()));
    boolean rose =
        lately >= Reliance.MESSAGES_FROM && before > 0 && lately >= Reliance.RISE * before;
    return rose ? Optional.of(new Reason.Rising(before, lately)) : Optional.empty();
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
