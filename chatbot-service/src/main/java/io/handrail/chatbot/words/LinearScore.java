package io.handrail.chatbot.words;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Learned weights over {@link HashedTraits}: one plane for the question as such, and one for each
 * name that a text may be nearest to.
 *
 * @param names of the planes; the first is the question as such
 * @param planes for each name the weight of each trait
 * @param biases for each name
 * @param scales for each name: a weight of one is so much
 */
public record LinearScore(List<String> names, byte[][] planes, float[] biases, float[] scales) {
  private static final int WORDS_NAMED = 5;
  private static final int NEIGHBOURS = 3;

  /** What a file holds after its planes. */
  @FunctionalInterface
  public interface Rest<T> {
    T read(LinearScore score, DataInputStream in) throws IOException;
  }

  /**
   * Reads a file of weights.
   *
   * @param resource its name on the class path, compressed with gzip
   * @param magic its first four bytes
   * @throws IllegalStateException when it is missing or of another format
   */
  public static <T> T read(String resource, int magic, Rest<T> rest) {
    try (InputStream file = LinearScore.class.getResourceAsStream(resource)) {
      if (file == null) throw new IllegalStateException("missing " + resource);
      var in = new DataInputStream(new GZIPInputStream(file));
      if (in.readInt() != magic) throw new IllegalStateException(resource + ": another format");
      return rest.read(planes(in), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LinearScore planes(DataInputStream in) throws IOException {
    String[] names = new String[in.readInt()];
    byte[][] planes = new byte[names.length][];
    float[] biases = new float[names.length];
    float[] scales = new float[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readUTF();
      biases[i] = in.readFloat();
      scales[i] = in.readFloat();
      planes[i] = in.readNBytes(HashedTraits.PLACES);
    }
    return new LinearScore(Arrays.asList(names), planes, biases, scales);
  }

  /** The score for the question as such. */
  public float of(HashedTraits traits) {
    return of(0, traits);
  }

  private float of(int plane, HashedTraits traits) {
    int sum = 0;
    for (int place : traits.places()) sum += planes[plane][place];
    return biases[plane] + scales[plane] * sum / (float) Math.sqrt(traits.places().size());
  }

  /** The name, other than the first, that scores highest. */
  public String nearest(HashedTraits traits) {
    int best = 1;
    for (int i = 2; i < names.size(); i++) {
      if (of(i, traits) > of(best, traits)) best = i;
    }
    return names.get(best);
  }

  /** The words that weigh most, in their order; words beside each other stand together. */
  public String because(Words words, HashedTraits traits) {
    Map<Integer, Integer> byWord = new LinkedHashMap<>();
    traits.each((place, word) -> byWord.merge(word, (int) planes[0][place], Integer::sum));
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
}
