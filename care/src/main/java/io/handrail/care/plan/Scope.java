package io.handrail.care.plan;

import java.util.List;
import java.util.Optional;

/**
 * How much and about what: the part of a care plan beside permissions and hours.
 *
 * @param minutesPerDayMax minutes of exercise work a day on the client's own day; empty for no
 *     limit. What counts is said in {@link io.handrail.care.conversation.Usage}
 * @param avoid topics that are left to the sessions with the clinician, in a word or two each
 * @param explore topics that client and clinician agreed to look at
 * @param reviewDays after how many days an unread log counts as overdue; empty for the house's own
 */
public record Scope(
    Optional<Integer> minutesPerDayMax,
    List<String> avoid,
    List<String> explore,
    Optional<Integer> reviewDays) {

  /** Bounds nothing. */
  public static final Scope OPEN =
      new Scope(Optional.empty(), List.of(), List.of(), Optional.empty());

  public static final int MINUTES_MAX = 480;
  public static final int REVIEW_DAYS_MAX = 60;
  public static final int TOPICS_MAX = 8;
  public static final int TOPIC_CHARS_MAX = 60;

  public Scope {
    avoid = List.copyOf(avoid);
    explore = List.copyOf(explore);
  }
}
