package io.handrail.chatbot.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which model is asked, and within what bounds.
 *
 * @param url base address of an OpenAI-compatible endpoint, such as {@code https://host/v1}
 * @param name the model's name at that endpoint
 * @param key its key; empty for an endpoint without keys
 * @param jsonMode asks the endpoint for {@code response_format: json_object}; not all know it
 * @param tokensPerDayMax tokens a UTC day, both ways together, in this process
 * @param answerBytesMax bytes of a streamed answer, framing included
 * @param breaker when to stop asking
 */
public record ModelSettings(
    URI url,
    String name,
    Optional<String> key,
    Optional<Double> temperature,
    boolean jsonMode,
    Deadlines deadlines,
    long tokensPerDayMax,
    int answerBytesMax,
    BreakerSettings breaker) {
  private static final Pattern PRIVATE_HOST =
      Pattern.compile(
          "localhost|127\\..*|\\[::1]|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*"
              + "|[a-z0-9_-]+|.*\\.(local|internal)");

  /**
   * @param failures of the last {@code calls} calls that open the breaker
   * @param rest how long it stays open before one call tries again
   */
  public record BreakerSettings(int failures, int calls, Duration rest) {
    public static final BreakerSettings USUAL = new BreakerSettings(5, 10, Duration.ofSeconds(30));
  }

  public ModelSettings {
    if (name.isBlank()) throw new IllegalArgumentException("HANDRAIL_MODEL_NAME is empty");
    if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && near(url))) {
      throw new IllegalArgumentException(
          "HANDRAIL_MODEL_URL must begin with https:// (http:// only for a host on this machine or"
              + " a private network): what clients write would cross the network readable");
    }
    if (tokensPerDayMax < 1 || answerBytesMax < 1024) {
      throw new IllegalArgumentException("the model's budget or size limit is too small to use");
    }
  }

  /** The usual bounds. */
  public ModelSettings(URI url, String name, Optional<String> key) {
    this(
        url,
        name,
        key,
        Optional.empty(),
        false,
        Deadlines.USUAL,
        2_000_000,
        1_000_000,
        BreakerSettings.USUAL);
  }

  private static boolean near(URI url) {
    return url.getHost() != null && PRIVATE_HOST.matcher(url.getHost()).matches();
  }

  /**
   * Reads the environment. Empty when no model is set.
   *
   * @throws IllegalArgumentException with a plain sentence when what is set cannot be used
   */
  public static Optional<ModelSettings> read(Map<String, String> environment) {
    String url = environment.getOrDefault("HANDRAIL_MODEL_URL", "").strip();
    if (url.isEmpty()) return Optional.empty();
    String name = environment.getOrDefault("HANDRAIL_MODEL_NAME", "").strip();
    Optional<String> key =
        Optional.of(environment.getOrDefault("HANDRAIL_MODEL_KEY", "").strip())
            .filter(k -> !k.isEmpty());
    try {
      var numbers = new Numbers(environment);
      return Optional.of(
          new ModelSettings(
              new URI(url.replaceFirst("/+$", "")),
              name,
              key,
              numbers.decimal("HANDRAIL_MODEL_TEMPERATURE"),
              environment.getOrDefault("HANDRAIL_MODEL_JSON_MODE", "").equalsIgnoreCase("true"),
              new Deadlines(
                  numbers.seconds("HANDRAIL_MODEL_FIRST_TOKEN_SECONDS", 8),
                  numbers.seconds("HANDRAIL_MODEL_IDLE_SECONDS", 10),
                  numbers.seconds("HANDRAIL_MODEL_TOTAL_SECONDS", 45)),
              numbers.whole("HANDRAIL_MODEL_TOKENS_PER_DAY", 2_000_000),
              1_000_000,
              BreakerSettings.USUAL));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("HANDRAIL_MODEL_URL is not an address");
    }
  }

  /** Numbers of an environment. */
  private record Numbers(Map<String, String> environment) {
    long whole(String name, long usual) {
      try {
        String text = environment.getOrDefault(name, "").strip();
        return text.isEmpty() ? usual : Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " must be a whole number");
      }
    }

    Duration seconds(String name, long usual) {
      return Duration.ofSeconds(whole(name, usual));
    }

    Optional<Double> decimal(String name) {
      try {
        String text = environment.getOrDefault(name, "").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " must be a number");
      }
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "ModelSettings[" + name + " at " + url.getHost() + "]";
  }
}
