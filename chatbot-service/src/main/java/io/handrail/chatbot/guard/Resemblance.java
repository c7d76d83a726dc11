package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.HashedTraits;
import io.handrail.chatbot.words.LinearScore;
import io.handrail.chatbot.words.Words;
import java.util.Optional;

/**
 * How much a reply reads like the labelled replies that must not be shown: a linear score over its
 * {@link Manner}, learned by {@code ./handrail eval resemblance}. A high score refuses; a very low
 * one lets a rule of manner off that fired on a few words; a middling one makes a sentence wait for
 * the whole. The same answer each time, no network.
 */
final class Resemblance {
  static final String WEIGHTS = "/guard/resemblance.bin.gz";
  static final int MAGIC = 0x47524431;
  static final String RULE = "reads_like_refused";

  private final Weights weights;

  /**
   * What was learned.
   *
   * @param learned the first name is "refused" as such, the others are labels of violations
   * @param refusesAt the score from which a reply is refused
   * @param goodBelow the score below which a rule of manner is let off
   * @param shownBelow the score below which a sentence need not wait for the rest
   */
  record Weights(LinearScore learned, float refusesAt, float goodBelow, float shownBelow) {}

  Resemblance() {
    this(
        LinearScore.read(
            WEIGHTS,
            MAGIC,
            (learned, in) -> new Weights(learned, in.readFloat(), in.readFloat(), in.readFloat())));
  }

  Resemblance(Weights weights) {
    this.weights = weights;
  }

  float score(HashedTraits traits) {
    return weights.learned().of(traits);
  }

  boolean good(float score) {
    return score < weights.goodBelow();
  }

  boolean shown(float score) {
    return score < weights.shownBelow();
  }

  /**
   * A finding that carries the name of the violation it reads most like, where the score is high.
   */
  Optional<Finding> finding(Words words, HashedTraits traits) {
    if (score(traits) < weights.refusesAt()) return Optional.empty();
    return Optional.of(
        new Finding(
            weights.learned().nearest(traits), RULE, weights.learned().because(words, traits)));
  }
}
