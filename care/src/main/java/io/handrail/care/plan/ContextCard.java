package io.handrail.care.plan;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a clinician tells the program about where a client comes from. Unlike private notes it is
 * read: a model is told of it, and no model's sentence with an avoided word is shown.
 *
 * @param version counts from 1
 * @param culture background, faith, family, how the client wishes to be spoken to; may be empty
 * @param values what matters to the client; may be empty
 * @param avoid words and turns of phrase to avoid, at most {@link #AVOID_MAX}
 * @param name who wrote it last
 */
public record ContextCard(
    int version, String culture, String values, List<String> avoid, String name, Instant at) {
  public static final int TEXT_MAX = 400;
  public static final int AVOID_MAX = 12;
  public static final int WORD_MAX = 40;

  public static final ContextCard EMPTY = new ContextCard(0, "", "", List.of(), "", Instant.EPOCH);

  public ContextCard {
    avoid = List.copyOf(avoid);
    if (culture.length() > TEXT_MAX || values.length() > TEXT_MAX || avoid.size() > AVOID_MAX) {
      throw new IllegalArgumentException("a context card is short");
    }
  }

  /** The card in a few lines, for whoever words a reply; empty when it says nothing. */
  public List<String> lines() {
    return Stream.of(
            culture.isBlank() ? "" : "Background: " + culture,
            values.isBlank() ? "" : "What matters to the client: " + values,
            avoid.isEmpty() ? "" : "Words to avoid: " + String.join(", ", avoid))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The first avoided word that a sentence has, whole and in whatever case. */
  public java.util.Optional<String> avoidedIn(String sentence) {
    String plain = " " + words(sentence) + " ";
    return avoid.stream()
        .filter(word -> !words(word).isEmpty())
        .filter(word -> plain.contains(" " + words(word) + " "))
        .findFirst();
  }

  private static String words(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
