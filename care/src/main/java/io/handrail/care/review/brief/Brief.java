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
   * @param text as the program wrote it
   * @param quote the client's own words, after the text
   * @param wording a model's words in the place of {@code text}; empty where it is the program's
   */
  public record Sentence(
      String text, Optional<String> quote, Source source, Optional<Wording> wording) {
    static Sentence of(String text, Source source) {
      return new Sentence(text, Optional.empty(), source, Optional.empty());
    }

    static Sentence quoting(String text, String quote, Source source) {
      return new Sentence(text, Optional.of(quote), source, Optional.empty());
    }

    /** What a reader is to read: the model's words where there are any. */
    public String shown() {
      return wording.map(Wording::text).orElse(text);
    }

    Sentence worded(Wording by) {
      return new Sentence(text, quote, source, Optional.of(by));
    }

    int words() {
      return count(shown()) + quote.map(Sentence::count).orElse(0);
    }

    private static int count(String text) {
      return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
  }

  /**
   * A model's words for a sentence, which code held against the program's own.
   *
   * @param model its name
   * @param prompt the prompt's name and version
   */
  public record Wording(String text, String model, String prompt) {}

  /** What is said about risk stays in every brief, in the program's own words. */
  public static final String RISK = "risk";

  static final String WORDS = "words";

  /** A message that asked for a person, or the question of a questionnaire that asks about it. */
  public static boolean onRisk(Part part, Sentence sentence) {
    return part.id().equals(RISK) || sentence.source() instanceof Source.Item;
  }

  /** What a model may word: nothing on risk, and nothing that only introduces a quotation. */
  public static boolean mayBeWorded(Part part, Sentence sentence) {
    return !onRisk(part, sentence) && !part.id().equals(WORDS);
  }

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
        if (onRisk(part, sentence) || !places.contains(place)) kept.add(sentence);
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
