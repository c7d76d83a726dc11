package io.handrail.care.measure;

import java.util.Map;

/** What answers add up to. A question left blank is never a 0. */
public sealed interface Score {
  /** How many questions were left blank. */
  int missing();

  /**
   * A total.
   *
   * @param missing blanks that were filled by the mean of the answers; 0 when all were answered
   */
  record Total(int value, int missing) implements Score {
    public boolean prorated() {
      return missing > 0;
    }
  }

  /** Too much was left blank for a total. */
  record TooFewAnswers(int missing) implements Score {}

  /**
   * Adds up answers. Answers to questions the instrument does not have, or with values it does not
   * offer, count as blank.
   *
   * @param answers values by linkId; a blank has none
   */
  static Score of(Instrument instrument, Map<String, Integer> answers) {
    int items = instrument.items().size();
    int sum = 0;
    int answered = 0;
    for (Instrument.Item item : instrument.items()) {
      Integer value = answers.get(item.linkId());
      if (value == null || item.option(value).isEmpty()) continue;
      sum += value;
      answered++;
    }
    int missing = items - answered;
    if (missing > instrument.scoring().prorateUpTo() || answered == 0) {
      return new TooFewAnswers(missing);
    }
    // The mean of the answers for each blank, rounded once at the end, half up.
    long whole = Math.round((double) sum * items / answered);
    return new Total((int) whole * instrument.scoring().multiply(), missing);
  }
}
