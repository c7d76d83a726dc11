package io.handrail.care.review.brief;

import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a brief says times, counts and quotes. */
final class Telling {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK);

  private final ZoneId zone;

  /**
   * @param zone whose clock times are said by
   */
  Telling(ZoneId zone) {
    this.zone = zone;
  }

  String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  String moment(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  static String counted(long count, String one) {
    return counted(count, one, one + "s");
  }

  /** The beginning of a text in whole words, with an ellipsis where it was cut. */
  static String quote(String text, int wordsMax) {
    String[] words = text.strip().split("\\s+");
    if (words.length <= wordsMax) return String.join(" ", words);
    return String.join(" ", java.util.Arrays.copyOf(words, wordsMax)) + "…";
  }

  /** What somebody wrote, to stand between quotation marks: it holds none that could close them. */
  static String inside(String text) {
    return text.strip().replaceAll("[“”„\"]", "’");
  }

  static String said(Turn turn) {
    return turn.opening() instanceof Opening.Said said ? said.text() : "";
  }
}
