package io.handrail.care.protocol;

import io.handrail.care.protocol.Protocol.Series;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One number of a diary over time, oldest day first.
 *
 * @param title in the language asked for
 * @param top what a full bar stands for, in the line's unit
 */
public record Trend(String title, Field.Unit unit, long top, List<Day> days) {
  /** Ten hours: a night fills most of the height. */
  private static final long MINUTES_TOP = 600;

  public Trend {
    days = List.copyOf(days);
  }

  /** One day's entry. */
  public record Day(LocalDate day, long value) {}

  /** The mean over the days, rounded. */
  public long mean() {
    return Math.round(days.stream().mapToLong(Day::value).average().orElse(0));
  }

  /** A day of a diary with all its numbers in words, empty where one is missing. */
  public record Row(LocalDate day, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /** Every day of several lines, newest first, for a table. */
  public static List<Row> table(List<Trend> trends) {
    var days = new TreeSet<LocalDate>(Comparator.reverseOrder());
    trends.forEach(trend -> trend.days().forEach(day -> days.add(day.day())));
    return days.stream()
        .map(day -> new Row(day, trends.stream().map(trend -> trend.on(day)).toList()))
        .toList();
  }

  private String on(LocalDate when) {
    return days.stream()
        .filter(day -> day.day().equals(when))
        .findFirst()
        .map(day -> unit.shown(day.value()))
        .orElse("");
  }

  /** A day's height, in percent of the full bar. */
  public long part(Day day) {
    return Math.clamp(day.value() * 100 / Math.max(1, top), 0, 100);
  }

  /** The lines of a run, where its protocol draws any; lines without an entry are left out. */
  public static List<Trend> of(Protocol protocol, Run run, String language) {
    Optional<Series> series = protocol.shown().series();
    if (series.isEmpty()
        || !(run.fields().get(series.get().list()) instanceof Value.Rows(var rows))) {
      return List.of();
    }
    var trends = new ArrayList<Trend>();
    for (Series.Line line : series.get().lines()) {
      List<Day> days = days(rows, series.get().by(), line.column());
      if (days.isEmpty()) continue;
      String title =
          line.titles().getOrDefault(language, line.titles().getOrDefault("en", line.column()));
      trends.add(new Trend(title, line.unit(), top(line, days), days));
    }
    return trends;
  }

  private static List<Day> days(List<Map<String, Value>> rows, String by, String column) {
    var days = new ArrayList<Day>();
    for (Map<String, Value> row : rows) {
      if (row.get(column) instanceof Value.Number(long number)) {
        day(row.get(by)).ifPresent(day -> days.add(new Day(day, number)));
      }
    }
    return days;
  }

  private static Optional<LocalDate> day(Value value) {
    try {
      return value instanceof Value.Text(String text)
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // an entry without a date has no place on a line
    }
  }

  private static long top(Series.Line line, List<Day> days) {
    return switch (line.unit()) {
      case PERCENT -> 100;
      case PLAIN -> line.max();
      case MINUTES -> Math.max(MINUTES_TOP, days.stream().mapToLong(Day::value).max().orElse(0));
    };
  }
}
