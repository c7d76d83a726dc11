package io.handrail.chatbot.model;

import java.time.Duration;

/**
 * How long a call may take. Measured on a clock that is never set.
 *
 * @param firstToken from the call to the first letters of the answer
 * @param idle from one token to the next
 * @param total from the call to its end
 */
public record Deadlines(Duration firstToken, Duration idle, Duration total) {
  public static final Deadlines USUAL =
      new Deadlines(Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(45));

  public Deadlines {
    for (Duration each : new Duration[] {firstToken, idle, total}) {
      if (each.isNegative() || each.isZero() || each.compareTo(Duration.ofMinutes(5)) > 0) {
        throw new IllegalArgumentException("a deadline must be more than 0 and at most 300 s");
      }
    }
  }
}
