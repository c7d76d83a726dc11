package io.handrail.care.measure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A finished sitting.
 *
 * @param id the sitting's
 * @param turn the journal place of its last answer
 * @param answers values by linkId; a question left blank has none
 * @param total as scored when it was finished; empty when too much was left blank
 * @param missing how many questions were left blank
 */
public record MeasureResult(
    String id,
    InstrumentRef instrument,
    String language,
    Instant at,
    long turn,
    Map<String, Integer> answers,
    Optional<Integer> total,
    int missing) {
  public MeasureResult {
    answers = Map.copyOf(answers);
  }

  public static MeasureResult of(Sitting sitting, Instrument by, Instant at, long turn) {
    Score score = Score.of(by, sitting.answers());
    Optional<Integer> total =
        switch (score) {
          case Score.Total sum -> Optional.of(sum.value());
          case Score.TooFewAnswers none -> Optional.empty();
        };
    return new MeasureResult(
        sitting.id(),
        sitting.instrument(),
        sitting.language(),
        at,
        turn,
        sitting.answers(),
        total,
        score.missing());
  }
}
