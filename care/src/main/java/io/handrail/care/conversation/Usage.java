package io.handrail.care.conversation;

import java.time.LocalDate;

/**
 * What a client has used of a day's allowance.
 *
 * @param day in the client's own time zone
 * @param messages client turns on that day
 */
public record Usage(LocalDate day, int messages) {
  public Usage on(LocalDate today) {
    return day.equals(today) ? this : new Usage(today, 0);
  }

  public Usage oneMore() {
    return new Usage(day, messages + 1);
  }
}
