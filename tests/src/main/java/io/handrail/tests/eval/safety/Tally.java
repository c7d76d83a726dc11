package io.handrail.tests.eval.safety;

/**
 * How many cases of one kind went right.
 *
 * @param set the file or source they come from
 * @param stratum a group within it
 * @param what was wanted, in a few words
 * @param right how many went so
 * @param all how many there are
 */
record Tally(String set, String stratum, String what, int right, int all) {
  private static final double Z = 1.959964;

  double share() {
    return all == 0 ? Double.NaN : (double) right / all;
  }

  /** Lower end of the 95 % interval by Wilson. */
  double low() {
    return Math.max(0, middle() - half());
  }

  /** Upper end of the 95 % interval by Wilson. */
  double high() {
    return Math.min(1, middle() + half());
  }

  private double middle() {
    return (share() + Z * Z / (2 * all)) / (1 + Z * Z / all);
  }

  private double half() {
    double p = share();
    return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
  }

  Tally and(Tally other) {
    return new Tally(set, stratum, what, right + other.right, all + other.all);
  }
}
