package io.handrail.care.plan;

import java.time.LocalTime;

/**
 * A span of the day on the client's clock. Where {@code to} is not after {@code from} it runs over
 * midnight.
 */
public record Hours(LocalTime from, LocalTime to) {
  public boolean contains(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
