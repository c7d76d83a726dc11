package io.handrail.care.safety;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a plan with the number that can be called from it: {@code Ana, my sister, 07700
 * 900123}.
 *
 * @param words the line without the number
 */
public record CallLine(String words, Optional<Call> call) {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d\\p{L}])\\+?\\(?\\d[\\d ().-]{3,18}\\d(?!\\d)");
  private static final Pattern SHORT =
      Pattern.compile("(?<!\\d)(?:112|911|988|999|111|024|061|091|017)(?!\\d)");
  private static final int DIGITS_MIN = 5;

  /**
   * A number.
   *
   * @param label as the client wrote it
   * @param href a {@code tel:} address
   */
  public record Call(String label, String href) {}

  public static CallLine of(String line) {
    Matcher found = NUMBER.matcher(line);
    while (found.find()) {
      if (digits(found.group()).length() >= DIGITS_MIN) return of(line, found);
    }
    Matcher known = SHORT.matcher(line);
    return known.find() ? of(line, known) : new CallLine(line, Optional.empty());
  }

  private static CallLine of(String line, Matcher found) {
    String words = line.substring(0, found.start()) + line.substring(found.end());
    String plain = words.replaceAll("\\s+", " ").replaceAll("^[\\s,:;–-]+|[\\s,:;(–-]+$", "");
    String label = found.group().strip();
    String plus = label.startsWith("+") ? "+" : "";
    return new CallLine(
        plain.isEmpty() ? label : plain,
        Optional.of(new Call(label, "tel:" + plus + digits(label))));
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }
}
