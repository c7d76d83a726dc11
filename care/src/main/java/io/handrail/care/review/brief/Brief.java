package io.handrail.care.review.brief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a clinician reads before a session.
 *
 * @param since the beginning of the time it covers
 * @param at when it was written
 */
public record Brief(Instant since, Instant at, List<Part> parts) {
  /** Two minutes at the pace of careful reading. */
  public static final int WORDS_MAX = 400;

  private static final int WORDS_A_MINUTE = 200;

  public Brief {
    parts = List.copyOf(parts);
  }

  /**
   * A heading and what stands under it.
   *
   * @param id a word for addresses
   */
  public record Part(String id, String heading, List<Sentence> sentences) {
    public Part {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * One claim and where it comes from.
   *
   * @param quote the client's own words, after the text
   */
  public record Sentence(String text, Optional<String> quote, Source source) {
    static Sentence of(String text, Source source) {
      return new Sentence(text, Optional.empty(), source);
    }

    static Sentence quoting(String text, String quote, Source source) {
      return new Sentence(text, Optional.of(quote), source);
    }

    int words() {
      return count(text) + quote.map(Sentence::count).orElse(0);
    }

    private static int count(String text) {
      return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
  }

  /** What is said about risk stays in every brief. */
  public static final String RISK = "risk";

  /**
   * The same without some sentences; those on risk stay.
   *
   * @param places of the sentences, counted over all parts from 0
   */
  public Brief without(Set<Integer> places) {
    var left = new ArrayList<Part>();
    int place = 0;
    for (Part part : parts) {
      var kept = new ArrayList<Sentence>();
      for (Sentence sentence : part.sentences()) {
        if (part.id().equals(RISK) || !places.contains(place)) kept.add(sentence);
        place++;
      }
      if (!kept.isEmpty()) left.add(new Part(part.id(), part.heading(), kept));
    }
    return new Brief(since, at, left);
  }

  public Stream<Sentence> sentences() {
    return parts.stream().flatMap(part -> part.sentences().stream());
  }

  public int words() {
    return sentences().mapToInt(Sentence::words).sum();
  }

  /** How long it takes to read, in seconds. */
  public int seconds() {
    return Math.max(10, words() * 60 / WORDS_A_MINUTE);
  }

  /** True when both say the same, whenever they were written. */
  public boolean saysTheSameAs(Brief other) {
    return since.equals(other.since) && parts.equals(other.parts);
  }
}
