package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.words.Words;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * How much a message sounds like the labelled cases of risk: a linear score over its traits, its
 * weights learned by {@code ./handrail eval likeness} from the training cases. A strong likeness is
 * CONCERN and never more, a weaker one is marked for the next review; it names what the message
 * sounds like and on which words that rests. Bounded work, no network, the same answer each time.
 */
final class Likeness implements SafetyScreen.Recall {
  static final String WEIGHTS = "/screen/likeness.bin.gz";
  private static final int MAGIC = 0x4c494b32;
  private static final int SENTENCES_MAX = 40;
  private static final int WORDS_NAMED = 5;
  private static final int NEIGHBOURS = 3;

  private final Traits traits = new Traits(new Notions());
  private final Weights weights;

  /**
   * What was learned.
   *
   * @param names what a message may sound like; the first is risk as such
   * @param planes for each name the weight of each trait
   * @param biases for each name
   * @param scales a weight of one is so much
   * @param marksAt the score from which a message is marked for the next review
   * @param stopsAt the score from which it is asked about at once
   */
  record Weights(
      List<String> names,
      byte[][] planes,
      float[] biases,
      float[] scales,
      float marksAt,
      float stopsAt) {

    float score(int plane, Traits.Found found) {
      int sum = 0;
      for (int place : found.places().keySet()) sum += planes[plane][place];
      return biases[plane] + scales[plane] * sum / (float) Math.sqrt(found.places().size());
    }
  }

  Likeness() {
    this(read());
  }

  Likeness(Weights weights) {
    this.weights = weights;
  }

  private record Stretch(Traits.Found found, float score) {}

  @Override
  public Optional<Signal> hint(SafetyScreen.Reading reading) {
    return best(reading)
        .filter(stretch -> stretch.score() >= weights.marksAt())
        .map(stretch ->
            new Signal(
                "sounds_like_" + kind(stretch.found()),
                stretch.score() >= stopsAt(reading) ? Level.CONCERN : Level.WATCH,
                because(reading.words(), stretch.found())));
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
    Traits.Found found =
        traits.of(reading.words(), from, to, reading.questions(), reading.language());
    all.add(new Stretch(found, weights.score(0, found)));
  }

  private String kind(Traits.Found found) {
    int best = 1;
    for (int i = 2; i < weights.names().size(); i++) {
      if (weights.score(i, found) > weights.score(best, found)) best = i;
    }
    return weights.names().get(best);
  }

  /** The words that weigh most, in their order; words beside each other stand together. */
  private String because(Words words, Traits.Found found) {
    Map<Integer, Integer> byWord = new LinkedHashMap<>();
    found
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
    try (InputStream in = Likeness.class.getResourceAsStream(WEIGHTS)) {
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
      planes[i] = in.readNBytes(Traits.PLACES);
    }
    return new Weights(
        Arrays.asList(names), planes, biases, scales, in.readFloat(), in.readFloat());
  }
}
