package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.words.HashedTraits;
import io.handrail.chatbot.words.LinearScore;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much a message sounds like the labelled cases of risk: a linear score over its traits, its
 * weights learned by {@code ./handrail eval likeness} from the training cases. A strong likeness is
 * CONCERN and never more, a weaker one is marked for the next review; it names what the message
 * sounds like and on which words that rests. Bounded work, no network, the same answer each time.
 */
final class Likeness implements SafetyScreen.Recall {
  static final String WEIGHTS = "/screen/likeness.bin.gz";
  static final int MAGIC = 0x4c494b32;
  private static final int SENTENCES_MAX = 40;

  private final Traits traits = new Traits(new Notions());
  private final Weights weights;

  /**
   * What was learned.
   *
   * @param learned what a message may sound like; the first is risk as such
   * @param marksAt the score from which a message is marked for the next review
   * @param stopsAt the score from which it is asked about at once
   */
  record Weights(LinearScore learned, float marksAt, float stopsAt) {}

  Likeness() {
    this(
        LinearScore.read(
            WEIGHTS, MAGIC, (learned, in) -> new Weights(learned, in.readFloat(), in.readFloat())));
  }

  Likeness(Weights weights) {
    this.weights = weights;
  }

  private record Stretch(HashedTraits found, float score) {}

  @Override
  public Optional<Signal> hint(SafetyScreen.Reading reading) {
    return best(reading)
        .filter(stretch -> stretch.score() >= weights.marksAt())
        .map(stretch ->
            new Signal(
                "sounds_like_" + weights.learned().nearest(stretch.found()),
                stretch.score() >= stopsAt(reading) ? Level.CONCERN : Level.WATCH,
                weights.learned().because(reading.words(), stretch.found())));
  }

  /**
   * What is asked about at once. Twenty answers make an exercise, so an answer to a step stops it
   * by a strong likeness alone; what is said unasked may be asked about sooner.
   */
  private float stopsAt(SafetyScreen.Reading reading) {
    return reading.heard().asked().isPresent() ? weights.stopsAt() : weights.marksAt();
  }

  /** The score of the most telling sentence, or of the message as a whole. */
  float score(SafetyScreen.Reading reading) {
    return best(reading).map(Stretch::score).orElse(Float.NEGATIVE_INFINITY);
  }

  private Optional<Stretch> best(SafetyScreen.Reading reading) {
    Words words = reading.words();
    List<Stretch> all = new ArrayList<>();
    int start = 0;
    while (start < words.size() && all.size() < SENTENCES_MAX) {
      int end = words.sentenceEnd(start);
      add(all, reading, start, end);
      start = end;
    }
    if (all.size() > 1) add(all, reading, 0, words.size());
    return all.stream().max(Comparator.comparing(Stretch::score));
  }

  private void add(List<Stretch> all, SafetyScreen.Reading reading, int from, int to) {
    HashedTraits found =
        traits.of(reading.words(), from, to, reading.questions(), reading.language());
    all.add(new Stretch(found, weights.learned().of(found)));
  }
}
