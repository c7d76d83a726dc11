package io.handrail.care.measure;

/**
 * Where a client stands on a pair of instruments, by the NHS Talking Therapies rules: PHQ-9 and
 * GAD-7, the first totals against the last.
 *
 * @param caseAtStart one of the two was at or past its cut-off at first
 * @param recovered a case at first, and now below both cut-offs
 * @param improved a reliable improvement on one and no reliable worsening on the other
 * @param worsened a reliable worsening on one, and no reliable improvement on the other
 */
public record Recovery(boolean caseAtStart, boolean recovered, boolean improved, boolean worsened) {
  /** Recovered, and by more than ordinary ups and downs. */
  public boolean reliablyRecovered() {
    return recovered && improved;
  }

  /** First and last total of one of the two. */
  public record Course(Instrument instrument, int first, int last) {
    private Change change() {
      return Change.between(instrument, first, last);
    }
  }

  public static Recovery of(Course one, Course other) {
    boolean caseAtStart =
        one.instrument().clinical(one.first()) || other.instrument().clinical(other.first());
    boolean belowNow =
        !one.instrument().clinical(one.last()) && !other.instrument().clinical(other.last());
    boolean better =
        one.change() instanceof Change.Improved || other.change() instanceof Change.Improved;
    boolean worse =
        one.change() instanceof Change.Worsened || other.change() instanceof Change.Worsened;
    return new Recovery(caseAtStart, caseAtStart && belowNow, better && !worse, worse && !better);
  }
}
