package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.Words;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

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
  private static final int WORDS_NAMED = 5;
  private static final int NEIGHBOURS = 3;

  private final Weights weights;

  /**
   * What was learned.
   *
   * @param names the first is "refused" as such, the others are labels of violations
   * @param planes for each name the weight of each trait
   * @param biases for each name
   * @param scales a weight of one is so much
   * @param refusesAt the score from which a reply is refused
   * @param goodBelow the score below which a rule of manner is let off
   * @param shownBelow the score below which a sentence need not wait for the rest
   */
  record Weights(
      List<String> names,
      byte[][] planes,
      float[] biases,
      float[] scales,
      float refusesAt,
      float goodBelow,
      float shownBelow) {

    float score(int plane, Manner.Traits traits) {
      int sum = 0;
      for (int place : traits.places().keySet()) sum += planes[plane][place];
      return biases[plane] + scales[plane] * sum / (float) Math.sqrt(traits.places().size());
    }
  }

  Resemblance() {
    this(read());
  }

  Resemblance(Weights weights) {
    this.weights = weights;
  }

  float score(Manner.Traits traits) {
    return weights.score(0, traits);
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
  Optional<Finding> finding(Words words, Manner.Traits traits) {
    if (score(traits) < weights.refusesAt()) return Optional.empty();
    return Optional.of(new Finding(nearest(traits), RULE, because(words, traits)));
  }

  private String nearest(Manner.Traits traits) {
    int best = 1;
    for (int i = 2; i < weights.names().size(); i++) {
      if (weights.score(i, traits) > weights.score(best, traits)) best = i;
    }
    return weights.names().get(best);
  }

  /** The words that weigh most, in their order; words beside each other stand together. */
  private String because(Words words, Manner.Traits traits) {
    Map<Integer, Integer> byWord = new LinkedHashMap<>();
    traits
        .places()
        .forEach((place, word) -> {
          if (word >= 0) byWord.merge(word, (int) weights.planes()[0][place], Integer::sum);
        });
    int[] most =
        byWord.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(WORDS_NAMED)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    if (most.length == 0) return "";
    StringBuilder said = new StringBuilder();
    int from = most[0];
    for (int i = 1; i <= most.length; i++) {
      if (i < most.length && most[i] - most[i - 1] <= NEIGHBOURS) continue;
      if (!said.isEmpty()) said.append(" / ");
      said.append(words.original(from, most[i - 1] + 1));
      if (i < most.length) from = most[i];
    }
    return said.toString();
  }

  private static Weights read() {
    try (InputStream in = Resemblance.class.getResourceAsStream(WEIGHTS)) {
      if (in == null) throw new IllegalStateException("missing " + WEIGHTS);
      return read(new DataInputStream(new GZIPInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Weights read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) throw new IllegalStateException(WEIGHTS + ": another format");
    String[] names = new String[in.readInt()];
    byte[][] planes = new byte[names.length][];
    float[] biases = new float[names.length];
    float[] scales = new float[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readUTF();
      biases[i] = in.readFloat();
      scales[i] = in.readFloat();
      planes[i] = in.readNBytes(Manner.PLACES);
    }
    return new Weights(
        Arrays.asList(names),
        planes,
        biases,
        scales,
        in.readFloat(),
        in.readFloat(),
        in.readFloat());
  }
}
