package io.handrail.care.protocol;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: "20", "half an hour", "1 h 20", "hora y media". */
final class Spans {
  private static final int LONGEST = 200;
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,2})(?:[.,](\\d))?\\s*(?:h|hr|hrs|hours?|horas?)\\b"
              + "(?:\\s*(?:and|y)?\\s*(?:(half|media|a half)|(\\d{1,2})))?");
  private static final Pattern JOINED = Pattern.compile("(?<!\\d)(\\d{1,2})h(\\d{2})(?!\\d)");
  private static final Pattern HALF =
      Pattern.compile(
          "^(?:about |maybe |around |unos? |como )*(?:half an hour|a half hour|half hour|media hora)\\b");
  private static final Pattern HOUR_AND_HALF =
      Pattern.compile("\\b(?:an? hour and a half|one and a half hours|(?:una )?hora y media)\\b");
  private static final Pattern QUARTER =
      Pattern.compile("\\b(?:a quarter of an hour|quarter of an hour|un cuarto de hora)\\b");
  private static final Pattern THREE_QUARTERS =
      Pattern.compile("\\b(?:three quarters of an hour|tres cuartos de hora)\\b");
  private static final Pattern AN_HOUR = Pattern.compile("\\b(?:an hour|one hour|una hora)\\b");
  private static final Pattern AT_ONCE =
      Pattern.compile(
          "\\b(?:straight ?away|right away|immediately|at once|instantly|no time|enseguida|en seguida|al momento|de inmediato|al instante)\\b");

  private Spans() {}

  /**
   * The minutes that a message gives; a bare number counts minutes.
   *
   * @param max the most that the field takes; only the reading of a range looks at it
   */
  static OptionalInt minutes(String text, int max) {
    if (text.length() > LONGEST) return OptionalInt.empty();
    String said = Numbers.spelled(Texts.folded(text));
    if (HOUR_AND_HALF.matcher(said).find()) return OptionalInt.of(90);
    if (THREE_QUARTERS.matcher(said).find()) return OptionalInt.of(45);
    if (QUARTER.matcher(said).find()) return OptionalInt.of(15);
    if (HALF.matcher(said).find()) return OptionalInt.of(30);
    Matcher joined = JOINED.matcher(said);
    if (joined.find())
      return OptionalInt.of(60 * number(joined.group(1)) + number(joined.group(2)));
    Matcher hours = HOURS.matcher(said);
    if (hours.find()) return OptionalInt.of(hours(hours));
    if (AN_HOUR.matcher(said).find()) return OptionalInt.of(60);
    if (AT_ONCE.matcher(said).find()) return OptionalInt.of(0);
    return Numbers.one(text, 0, Math.max(100, max));
  }

  private static int hours(Matcher m) {
    int minutes = 60 * number(m.group(1));
    if (m.group(2) != null) minutes += 6 * number(m.group(2));
    if (m.group(3) != null) minutes += 30;
    if (m.group(4) != null) minutes += number(m.group(4));
    return minutes;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** As it is read aloud in either language: "25 min", "6 h", "6 h 10 min". */
  static String shown(long minutes) {
    long hours = minutes / 60;
    long rest = minutes % 60;
    if (hours == 0) return rest + " min";
    return rest == 0 ? hours + " h" : hours + " h " + rest + " min";
  }
}
