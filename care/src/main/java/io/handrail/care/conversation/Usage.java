package io.handrail.care.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a client has used of a day's allowance.
 *
 * <p>Minutes are an estimate, and a modest one: the time between two of the client's messages
 * counts, but never more than {@link #PAUSE} of it, for a longer silence is a cup of tea and not
 * work. A first message counts nothing.
 *
 * @param day in the client's own time zone
 * @param messages client turns on that day
 * @param worked time worked that day; empty in states from before it was counted
 * @param lastAt when the client's last counted message came; empty before the first
 */
public record Usage(
    LocalDate day, int messages, Optional<Duration> worked, Optional<Instant> lastAt) {

  /** The longest silence that counts as work. */
  public static final Duration PAUSE = Duration.ofMinutes(3);

  public Usage(LocalDate day, int messages) {
    this(day, messages, Optional.empty(), Optional.empty());
  }

  public Usage on(LocalDate today) {
    return day.equals(today) ? this : new Usage(today, 0);
  }

  public Usage oneMore() {
    return new Usage(day, messages + 1, worked, lastAt);
  }

  /** One more message, which came at this moment. */
  public Usage oneMore(Instant at) {
    Duration since =
        lastAt
            .map(before -> Duration.between(before, at))
            .filter(gap -> !gap.isNegative())
            .map(gap -> gap.compareTo(PAUSE) > 0 ? PAUSE : gap)
            .orElse(Duration.ZERO);
    return new Usage(
        day, messages + 1, Optional.of(worked.orElse(Duration.ZERO).plus(since)), Optional.of(at));
  }

  /** Whole minutes worked that day. */
  public long minutes() {
    return worked.orElse(Duration.ZERO).toMinutes();
  }
}
