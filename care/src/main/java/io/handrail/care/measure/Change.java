package io.handrail.care.measure;

/** How a total compares with an earlier one of the same instrument. */
public sealed interface Change {
  /** Later total less the earlier one, in points. */
  int points();

  /** The same number. */
  record None() implements Change {
    @Override
    public int points() {
      return 0;
    }
  }

  /** A difference within the ordinary ups and downs of the instrument. */
  record Small(int points) implements Change {}

  /** More than ordinary ups and downs, for the better. */
  record Improved(int points) implements Change {}

  /** More than ordinary ups and downs, for the worse. */
  record Worsened(int points) implements Change {}

  static Change between(Instrument instrument, int earlier, int later) {
    int points = later - earlier;
    if (points == 0) return new None();
    if (Math.abs(points) < instrument.scoring().reliableChange()) return new Small(points);
    return switch (instrument.scoring().better()) {
      case LOWER -> points < 0 ? new Improved(points) : new Worsened(points);
      case HIGHER -> points > 0 ? new Improved(points) : new Worsened(points);
    };
  }
}
