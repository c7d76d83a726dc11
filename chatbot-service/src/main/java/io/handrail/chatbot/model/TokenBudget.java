package io.handrail.chatbot.model;

import java.time.Clock;
import java.time.LocalDate;

/**
 * What may still be spent today. Taken before a call and settled after it, so that calls under way
 * cannot overspend together.
 */
final class TokenBudget {
  private final long perDayMax;
  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private long used;

  TokenBudget(long perDayMax, Clock clock) {
    this.perDayMax = perDayMax;
    this.clock = clock;
  }

  /** Takes the most that a call may cost; false when that is more than is left. */
  synchronized boolean take(long tokens) {
    newDay();
    if (used + tokens > perDayMax) return false;
    used += tokens;
    return true;
  }

  /** Puts right what a call took. A call that crossed midnight counts on the day it began. */
  synchronized void settle(LocalDate began, long taken, long cost) {
    newDay();
    if (day.equals(began)) used = Math.max(0, used - taken + cost);
  }

  synchronized LocalDate today() {
    newDay();
    return day;
  }

  private void newDay() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    if (today.isAfter(day)) {
      day = today;
      used = 0;
    }
  }
}
