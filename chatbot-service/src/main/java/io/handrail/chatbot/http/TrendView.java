package io.handrail.chatbot.http;

import io.handrail.care.protocol.Field.Unit;
import io.handrail.care.protocol.Trend;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A diary over time as the client sees it.
 *
 * @param rows every day, newest first
 */
public record TrendView(List<Line> lines, List<Trend.Row> rows) {
  private static final int BARS = 14;

  public TrendView {
    lines = List.copyOf(lines);
    rows = List.copyOf(rows);
  }

  /**
   * One number of it.
   *
   * @param mean as it is read aloud
   * @param bars the latest days, oldest first
   */
  public record Line(String title, String mean, List<Bar> bars) {}

  /**
   * One day as a bar.
   *
   * @param part its height in percent
   */
  public record Bar(String weekday, String date, String value, long part) {}

  static TrendView of(List<Trend> trends, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new TrendView(
        trends.stream().map(trend -> line(trend, locale)).toList(), Trend.table(trends));
  }

  private static Line line(Trend trend, Locale locale) {
    List<Trend.Day> days = trend.days();
    return new Line(
        trend.title(),
        trend.unit().shown(trend.mean()),
        days.subList(Math.max(0, days.size() - BARS), days.size()).stream()
            .map(day ->
                new Bar(
                    DateTimeFormatter.ofPattern("EEEEE", locale).format(day.day()),
                    DateTimeFormatter.ofPattern("d", locale).format(day.day()),
                    brief(trend.unit(), day.value()),
                    trend.part(day)))
            .toList());
  }

  private static String brief(Unit unit, long value) {
    return switch (unit) {
      case MINUTES -> "%d:%02d".formatted(value / 60, value % 60);
      case PERCENT, PLAIN -> Long.toString(value);
    };
  }
}
