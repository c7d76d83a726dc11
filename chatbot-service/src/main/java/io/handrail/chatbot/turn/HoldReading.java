package io.handrail.chatbot.turn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What words in a hold are about, so that the answer meets them: {@code scripts/hold_words.yaml}.
 * It chooses among scripted answers and decides nothing: no words end a hold.
 */
final class HoldReading {
  private static final Map<String, List<String>> WORDS = load();

  private HoldReading() {}

  /** What is said besides what makes it hard to call. */
  enum About {
    /** "You misunderstood", "I was joking", "I am fine now". */
    MISREAD,
    /** The exercise is wanted back. */
    EXERCISE,
    /** Somebody was called, or is there. */
    REACHED
  }

  static Optional<Barrier> barrier(String text) {
    String said = SafetyReading.folded(text);
    for (Barrier barrier : Barrier.values()) {
      if (has(barrier.key(), said)) return Optional.of(barrier);
    }
    return Optional.empty();
  }

  /** The same of words that are folded already. */
  static boolean spokenOf(String folded) {
    return Arrays.stream(Barrier.values()).anyMatch(barrier -> has(barrier.key(), folded));
  }

  static Optional<About> about(String text) {
    String said = SafetyReading.folded(text);
    if (has("misread", said)) return Optional.of(About.MISREAD);
    if (has("reached", said) && !has("not_reached", said)) return Optional.of(About.REACHED);
    return has("exercise", said) ? Optional.of(About.EXERCISE) : Optional.empty();
  }

  private static boolean has(String list, String said) {
    return WORDS.get(list).stream().anyMatch(phrase -> Content.names(said, phrase));
  }

  private static Map<String, List<String>> load() {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    try (InputStream in = HoldReading.class.getResourceAsStream("/scripts/hold_words.yaml")) {
      return yaml.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
