package io.handrail.portal;

import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How the portal says times, counts and levels, so that every page says them alike. */
public final class Spoken {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  private Spoken() {}

  /** {@code today 14:03}, {@code yesterday 22:10}, {@code 3 days ago}, {@code 4 Mar}. */
  public static String moment(Instant at, Instant now, ZoneId zone) {
    ZonedDateTime then = at.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    long days = ChronoUnit.DAYS.between(then.toLocalDate(), today.toLocalDate());
    if (days == 0) return "today " + CLOCK.format(then);
    if (days == -1) return "tomorrow " + CLOCK.format(then);
    if (days == 1) return "yesterday " + CLOCK.format(then);
    if (days > 1 && days < 15) return days + " days ago";
    return (then.getYear() == today.getYear() ? DAY : DATE).format(then);
  }

  /** {@code today}, {@code tomorrow}, {@code Thursday}, {@code 3 days ago}, {@code 4 Mar}. */
  public static String day(Instant at, Instant now, ZoneId zone) {
    ZonedDateTime then = at.atZone(zone);
    ZonedDateTime today = now.atZone(zone);
    long ahead = ChronoUnit.DAYS.between(today.toLocalDate(), then.toLocalDate());
    if (ahead == 0) return "today";
    if (ahead == 1) return "tomorrow";
    if (ahead == -1) return "yesterday";
    if (ahead > 1 && ahead < 7) return WEEKDAY.format(then);
    if (ahead < 0 && ahead > -15) return -ahead + " days ago";
    return (then.getYear() == today.getYear() ? DAY : DATE).format(then);
  }

  /** {@code 4 minutes}, {@code 3 hours}, {@code 2 days}. */
  public static String span(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    if (minutes < 1) return "less than a minute";
    if (minutes < 60) return counted(minutes, "minute");
    if (minutes < 48 * 60) return counted(minutes / 60, "hour");
    return counted(minutes / (24 * 60), "day");
  }

  public static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  public static String counted(long count, String one, String many) {
    return String.format(Locale.UK, "%,d %s", count, count == 1 ? one : many);
  }

  /** The beginning of a text, cut between characters, with an ellipsis where it was cut. */
  public static String excerpt(String text, int charsMax) {
    String plain = text.strip().replaceAll("\\s+", " ");
    if (plain.length() <= charsMax) return plain;
    int end = Character.isHighSurrogate(plain.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
    return plain.substring(0, end).stripTrailing() + "\u2026";
  }

  /** What a level asks for. It is never said as a prediction about the person. */
  public static String asks(Level level) {
    return switch (level) {
      case NONE -> "Nothing to answer";
      case WATCH -> "Read at the next review";
      case CONCERN -> "Answer the same working day";
      case CRISIS -> "Answer now";
    };
  }

  /** What a message asked for when it came, whatever was done since; empty for nothing. */
  public static String asked(Level level) {
    return switch (level) {
      case NONE -> "";
      case WATCH -> "To read closely";
      case CONCERN -> "Asked for a person the same day";
      case CRISIS -> "Asked for a person at once";
    };
  }

  /** A name from the program, for example {@code intent_explicit}, as words. */
  public static String plain(String name) {
    return name.replace('_', ' ');
  }

  /** An instrument's name as it is written by hand: {@code phq9} is {@code PHQ-9}. */
  public static String measure(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("(?<=[A-Z])(?=[0-9])", "-");
  }
}
