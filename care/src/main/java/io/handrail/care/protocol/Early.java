package io.handrail.care.protocol;

import java.util.Optional;

/** An answer that belongs to a later step: kept for it, and the waiting step is asked again. */
final class Early {
  private Early() {}

  /**
   * A feeling where facts were asked for, as "sad 70". It goes into the list of feelings that has
   * not been asked for yet; true when it did.
   */
  static boolean feeling(Draft d, Step.Question q, String text) {
    if (!(d.protocol().fields().get(q.collect()) instanceof Field.OfText)) return false;
    Optional<Field.OfList> later = later(d, q);
    if (later.isEmpty() || !Moods.only(text, later.get())) return false;
    if (d.count("early:" + later.get().name()) > 0) return false;
    if (Reading.Words.moods(later.get(), text) instanceof Reading.Got(Value value, boolean cut)
        && Fit.fits(later.get(), value)) {
      d.fields.put(later.get().name(), value);
      return true;
    }
    return false;
  }

  /** The next list of feelings that nobody has been asked for. */
  private static Optional<Field.OfList> later(Draft d, Step.Question q) {
    int at = d.protocol().steps().indexOf(q);
    return d.protocol().steps().stream()
        .skip(at + 1L)
        .flatMap(s ->
            s instanceof Step.Question later
                ? java.util.stream.Stream.of(later)
                : java.util.stream.Stream.empty())
        .filter(later -> !d.path.contains(later.id()) && d.value(later.collect()).isEmpty())
        .flatMap(later ->
            d.protocol().fields().get(later.collect()) instanceof Field.OfList list
                    && list.words().kind() == Field.Kind.WORD
                    && list.copies().isEmpty()
                ? java.util.stream.Stream.of(list)
                : java.util.stream.Stream.empty())
        .findFirst();
  }
}
