package io.handrail.web.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line of totals over time, laid out for {@code shared/trend.ftlh}. The drawing says nothing that
 * the table beside it does not.
 *
 * @param dots oldest first
 * @param line the dots as {@code points} of a polyline
 * @param rules lines across at a total, for example where a band begins
 */
public record Trend(List<Dot> dots, String line, List<Rule> rules) {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 240;
  private static final int LEFT = 44;
  private static final int RIGHT = 24;
  private static final int TOP = 22;
  private static final int BOTTOM = 34;

  public Trend {
    dots = List.copyOf(dots);
    rules = List.copyOf(rules);
  }

  /**
   * One total.
   *
   * @param mark {@code better}, {@code worse} or empty
   */
  public record Point(Instant at, int value, String mark) {}

  /** A total in its place. */
  public record Dot(String x, String y, int value, String mark, Instant at, boolean labelled) {}

  /**
   * A line across.
   *
   * @param kind {@code end}, {@code band} or {@code cut}
   */
  public record Rule(String y, int value, String kind) {}

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  public int left() {
    return LEFT;
  }

  public int right() {
    return WIDTH - RIGHT;
  }

  /** Where the dates stand. */
  public int dates() {
    return HEIGHT - 8;
  }

  /**
   * @param points oldest first; at least one
   * @param highest the end of the range
   * @param bands totals at which a band begins
   * @param cut the cut-off, if there is one
   */
  public static Trend of(
      List<Point> points, int highest, List<Integer> bands, Optional<Integer> cut) {
    Instant from = points.getFirst().at();
    long span = Math.max(1, ChronoUnit.SECONDS.between(from, points.getLast().at()));
    var dots = new ArrayList<Dot>();
    double labelledTo = -1000;
    for (Point point : points) {
      double share = (double) ChronoUnit.SECONDS.between(from, point.at()) / span;
      double x =
          points.size() == 1
              ? (LEFT + WIDTH - RIGHT) / 2.0
              : LEFT + 18 + share * (WIDTH - RIGHT - LEFT - 36);
      // A date is written where it does not run into the one before.
      boolean labelled = x - labelledTo >= 92;
      if (labelled) labelledTo = x;
      dots.add(
          new Dot(
              text(x),
              text(y(point.value(), highest)),
              point.value(),
              point.mark(),
              point.at(),
              labelled));
    }
    String line = dots.stream().map(d -> d.x() + "," + d.y()).collect(Collectors.joining(" "));
    var rules = new ArrayList<Rule>();
    rules.add(new Rule(text(y(0, highest)), 0, "end"));
    rules.add(new Rule(text(y(highest, highest)), highest, "end"));
    for (int band : bands) {
      if (band > 0 && cut.filter(c -> c == band).isEmpty()) {
        rules.add(new Rule(text(y(band, highest)), band, "band"));
      }
    }
    cut.ifPresent(c -> rules.add(new Rule(text(y(c, highest)), c, "cut")));
    return new Trend(dots, line, rules);
  }

  private static double y(int value, int highest) {
    return TOP + (1 - (double) value / Math.max(1, highest)) * (HEIGHT - TOP - BOTTOM);
  }

  private static String text(double at) {
    return String.format(Locale.ROOT, "%.1f", at);
  }
}
