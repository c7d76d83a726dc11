package io.handrail.care.measure;

import io.handrail.care.conversation.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A questionnaire that has passed every check, in the words of a FHIR Questionnaire.
 *
 * @param status only an active one is ever asked
 * @param titles the name a client reads, by language
 * @param descriptions one line on what it asks about, by language
 * @param minutes how long it takes, as told to the client
 * @param code LOINC code of the panel, where it is known
 * @param preambles what stands above every item, by language
 * @param items in the order they are asked
 * @param safety items whose answer can ask for a person
 * @param bands from the lowest up
 * @param copyright whose it is, as it must be shown
 */
public record Instrument(
    InstrumentRef ref,
    Status status,
    Map<String, String> titles,
    Map<String, String> descriptions,
    int minutes,
    Set<String> languages,
    String copyright,
    LocalDate reviewBy,
    Optional<String> code,
    Map<String, String> preambles,
    List<Item> items,
    Scoring scoring,
    List<Safety> safety,
    List<Band> bands,
    List<String> confirm) {
  public Instrument {
    titles = Map.copyOf(titles);
    descriptions = Map.copyOf(descriptions);
    languages = Set.copyOf(languages);
    preambles = Map.copyOf(preambles);
    items = List.copyOf(items);
    safety = List.copyOf(safety);
    bands = List.copyOf(bands);
    confirm = List.copyOf(confirm);
  }

  /** Whether it may be asked. */
  public enum Status {
    /** Present, and never asked. */
    DRAFT,
    ACTIVE,
    RETIRED
  }

  /** Which way is well. */
  public enum Better {
    LOWER,
    HIGHER
  }

  /**
   * A question.
   *
   * @param texts by language; empty in a draft without its text
   * @param options in the order they are offered
   */
  public record Item(
      String linkId, Optional<String> code, Map<String, String> texts, List<Option> options) {
    public Item {
      texts = Map.copyOf(texts);
      options = List.copyOf(options);
    }

    public String text(String language) {
      return texts.getOrDefault(language, texts.getOrDefault("en", ""));
    }

    public Optional<Option> option(int value) {
      return options.stream().filter(o -> o.value() == value).findFirst();
    }

    int highest() {
      return options.stream().mapToInt(Option::value).max().orElse(0);
    }
  }

  /**
   * An answer.
   *
   * @param code LOINC code of the answer, where it is known
   */
  public record Option(int value, Optional<String> code, Map<String, String> displays) {
    public Option {
      displays = Map.copyOf(displays);
    }

    public String display(String language) {
      return displays.getOrDefault(language, displays.getOrDefault("en", ""));
    }
  }

  /**
   * How answers become a number.
   *
   * @param code LOINC code of the total, where it is known
   * @param multiply what the sum is multiplied by
   * @param prorateUpTo how many answers may be missing
   * @param reliableChange the least difference that is more than ordinary ups and downs
   * @param meaningfulChange the least difference that counts as meaningful, where it is larger
   * @param caseFrom the least total at or above which it is clinical, if there is such a cut-off
   * @param caseAtMost the most at or below which it is, for an instrument where lower is worse
   */
  public record Scoring(
      Optional<String> code,
      Better better,
      int multiply,
      int prorateUpTo,
      int reliableChange,
      Optional<Integer> meaningfulChange,
      Optional<Integer> caseFrom,
      Optional<Integer> caseAtMost) {}

  /**
   * An item whose answer can ask for a person. Left blank it is unknown and asks for one too.
   *
   * @param concernFrom the least answer that is asked about directly
   * @param urgentFrom the least answer that takes the urgent path
   */
  public record Safety(String item, int concernFrom, int urgentFrom) {
    public Level level(int value) {
      if (value >= urgentFrom) return Level.CRISIS;
      return value >= concernFrom ? Level.CONCERN : Level.NONE;
    }
  }

  /**
   * A part of the range.
   *
   * @param from the least total in it
   * @param names as a clinician says it, by language
   * @param tells what the client is told beside the number, by language; never a diagnosis
   */
  public record Band(int from, Map<String, String> names, Map<String, String> tells) {
    public Band {
      names = Map.copyOf(names);
      tells = Map.copyOf(tells);
    }

    public String name(String language) {
      return names.getOrDefault(language, names.getOrDefault("en", ""));
    }

    public String tell(String language) {
      return tells.getOrDefault(language, tells.getOrDefault("en", ""));
    }
  }

  public String title(String language) {
    return titles.getOrDefault(language, titles.getOrDefault("en", ref.name()));
  }

  public String description(String language) {
    return descriptions.getOrDefault(language, descriptions.getOrDefault("en", ""));
  }

  public String preamble(String language) {
    return preambles.getOrDefault(language, preambles.getOrDefault("en", ""));
  }

  public Optional<Item> item(String linkId) {
    return items.stream().filter(i -> i.linkId().equals(linkId)).findFirst();
  }

  public Optional<Safety> safety(String linkId) {
    return safety.stream().filter(s -> s.item().equals(linkId)).findFirst();
  }

  /** The highest total there can be. */
  public int highest() {
    return items.stream().mapToInt(Item::highest).sum() * scoring.multiply();
  }

  /** The part of the range that a total lies in. */
  public Optional<Band> band(int total) {
    return bands.stream().filter(b -> b.from() <= total).reduce((lower, higher) -> higher);
  }

  /** True when a total is at or past the cut-off. */
  public boolean clinical(int total) {
    return scoring.caseFrom().map(from -> total >= from).orElse(false)
        || scoring.caseAtMost().map(most -> total <= most).orElse(false);
  }

  /** The client's language where the instrument speaks it, else English. */
  public String spoken(String wished) {
    return languages.contains(wished) ? wished : "en";
  }
}
