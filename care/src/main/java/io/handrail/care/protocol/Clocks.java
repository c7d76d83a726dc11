package io.handrail.care.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day as people write them: "23:15", "11.15 pm", "half past ten", "las once y media". */
final class Clocks {
  private static final int DAY = 1440;
  private static final int LONGEST = 200;
  private static final String HOUR = "(\\d{1,2})";
  private static final Pattern DIGITAL =
      Pattern.compile("(?<!\\d)" + HOUR + "\\s*[:.h]\\s*(\\d{2})(?!\\d)");
  private static final Pattern TOGETHER = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern PAST =
      Pattern.compile("(half|quarter|\\d{1,2})(?:\\s*min\\w*)?\\s+past\\s+" + HOUR);
  private static final Pattern TO =
      Pattern.compile("(quarter|\\d{1,2})(?:\\s*min\\w*)?\\s+(?:to|before|of)\\s+" + HOUR);
  private static final Pattern HALF = Pattern.compile("half\\s+" + HOUR);
  private static final Pattern AND =
      Pattern.compile(HOUR + "\\s+y\\s+(media|cuarto|\\d{1,2})(?!\\d)");
  private static final Pattern LESS =
      Pattern.compile(HOUR + "\\s+menos\\s+(cuarto|\\d{1,2})(?!\\d)");
  private static final Pattern PLAIN = Pattern.compile("(?<!\\d)" + HOUR + "(?!\\d)");
  private static final Pattern LATE =
      Pattern.compile(
          "\\bp\\.?\\s?m\\b|(?<=\\d)pm\\b|\\b(?:evening|afternoon|tarde|de la noche|at night|tonight)\\b");
  private static final Pattern EARLY =
      Pattern.compile("\\ba\\.?\\s?m\\b|(?<=\\d)am\\b|\\b(?:morning|manana|madrugada)\\b");
  private static final Pattern MIDNIGHT = Pattern.compile("\\b(?:midnight|medianoche)\\b");
  private static final Pattern NOON = Pattern.compile("\\b(?:noon|midday|mediodia)\\b");
  private static final Map<String, Integer> WORDS = new HashMap<>();

  static {
    String[] en = "one two three four five six seven eight nine ten eleven twelve".split(" ");
    String[] es = "una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" ");
    for (int i = 0; i < en.length; i++) WORDS.put(en[i], i + 1);
    for (int i = 0; i < es.length; i++) WORDS.put(es[i], i + 1);
    WORDS.put("twenty", 20);
    WORDS.put("veinte", 20);
    WORDS.put("veinticinco", 25);
  }

  private Clocks() {}

  /**
   * The time that a message gives.
   *
   * @param near minutes after midnight; of two halves of a day the one nearer to it is meant
   */
  static Optional<Value.Clock> read(String text, int near) {
    if (text.length() > LONGEST) return Optional.empty();
    String said = digits(Texts.folded(text));
    boolean late = LATE.matcher(said).find();
    boolean early = EARLY.matcher(said).find();
    boolean bare = !PLAIN.matcher(said).find();
    if (bare && MIDNIGHT.matcher(said).find()) return Optional.of(new Value.Clock(0));
    if (bare && NOON.matcher(said).find()) return Optional.of(new Value.Clock(DAY / 2));
    return found(said)
        .filter(f -> f.hour() <= 24 && f.minute() < 60)
        .map(f -> new Value.Clock(f.at(late && !early, early && !late, near)));
  }

  /**
   * An hour and minute as written.
   *
   * @param minute may be below 0: "ten to seven" is 7 and -10
   * @param whole true when it was written as a 24-hour clock writes it, "07:15"
   */
  private record Found(int hour, int minute, boolean whole) {
    int at(boolean late, boolean early, int near) {
      int hours = hour % 24;
      int first = Math.floorMod(hours * 60 + minute, DAY);
      if (hour == 0 || hour > 12 || (whole && !late)) return first;
      int morning = Math.floorMod(hour % 12 * 60 + minute, DAY);
      int evening = Math.floorMod((hour % 12 + 12) * 60 + minute, DAY);
      // "Twelve at night" is midnight; every other hour at night is before it.
      if (late && hour == 12 && near != DAY / 2) return nearer(morning, evening, near);
      if (late) return evening;
      if (early) return morning;
      return nearer(morning, evening, near);
    }
  }

  private static int nearer(int one, int other, int near) {
    return apart(one, near) <= apart(other, near) ? one : other;
  }

  private static int apart(int one, int other) {
    int ahead = Math.floorMod(one - other, DAY);
    return Math.min(ahead, DAY - ahead);
  }

  private static Optional<Found> found(String said) {
    Matcher m = DIGITAL.matcher(said);
    if (m.find()) {
      boolean whole = m.group(1).length() == 2 && m.group(1).startsWith("0");
      return Optional.of(new Found(number(m.group(1)), number(m.group(2)), whole));
    }
    m = TOGETHER.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(1)), number(m.group(2)), true));
    m = PAST.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(2)), part(m.group(1)), false));
    m = TO.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(2)), -part(m.group(1)), false));
    m = AND.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(1)), part(m.group(2)), false));
    m = LESS.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(1)), -part(m.group(2)), false));
    m = HALF.matcher(said);
    if (m.find()) return Optional.of(new Found(number(m.group(1)), 30, false));
    m = PLAIN.matcher(said);
    return m.find() ? Optional.of(new Found(number(m.group(1)), 0, false)) : Optional.empty();
  }

  private static int part(String words) {
    return switch (words) {
      case "half", "media" -> 30;
      case "quarter", "cuarto" -> 15;
      default -> number(words);
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static String digits(String folded) {
    var out = new StringBuilder();
    for (String word :
        folded
            .replace("twenty five", "25")
            .replace("twenty-five", "25")
            .split("(?<=[^\\p{L}])|(?=[^\\p{L}])")) {
      out.append(WORDS.containsKey(word) ? Integer.toString(WORDS.get(word)) : word);
    }
    return out.toString();
  }
}
