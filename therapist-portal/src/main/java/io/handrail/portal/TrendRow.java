package io.handrail.portal;

import io.handrail.care.protocol.Field.Unit;
import io.handrail.care.protocol.Trend;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A diary over time.
 *
 * @param rows every day, newest first
 */
public record TrendRow(List<Line> lines, List<Trend.Row> rows) {
  private static final int BARS = 14;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);

  public TrendRow {
    lines = List.copyOf(lines);
    rows = List.copyOf(rows);
  }

  /**
   * One number of it.
   *
   * @param mean in words
   * @param bars the latest days, oldest first
   */
  public record Line(String title, String mean, List<Bar> bars) {}

  /**
   * A day.
   *
   * @param part its height in percent
   */
  public record Bar(String day, String month, String value, long part) {}

  public static TrendRow of(List<Trend> trends) {
    return new TrendRow(trends.stream().map(TrendRow::line).toList(), Trend.table(trends));
  }

  private static Line line(Trend trend) {
    List<Trend.Day> days = trend.days();
    return new Line(
        trend.title(),
        trend.unit().shown(trend.mean()),
        days.subList(Math.max(0, days.size() - BARS), days.size()).stream()
            .map(d ->
                new Bar(
                    DAY.format(d.day()),
                    MONTH.format(d.day()),
                    brief(trend.unit(), d.value()),
                    trend.part(d)))
            .toList());
  }

  private static String brief(Unit unit, long value) {
    return switch (unit) {
      case MINUTES -> "%d:%02d".formatted(value / 60, value % 60);
      case PERCENT, PLAIN -> Long.toString(value);
    };
  }
}
