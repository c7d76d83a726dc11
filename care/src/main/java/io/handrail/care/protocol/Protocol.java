package io.handrail.care.protocol;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A protocol that has passed every check.
 *
 * @param titles the name a client reads, by language
 * @param summaries one line on what it is for, by language
 * @param minutes how long it takes, as told to the client
 * @param approval who answers for the content
 * @param parts what progress counts, in order
 * @param fields in the order of the file
 * @param opening said before the first question, where a condition holds
 * @param steps in the order of the file; the first is the first asked
 * @param stopWhen checked after every answer
 * @param homework work that was agreed, reported when the run ends
 * @param pin the field whose words stay in view
 * @param maxTurns answers after which a run is closed kindly
 * @param phrases what is said at any step
 * @param shown where it stands beside the chat
 */
public record Protocol(
    ProtocolRef ref,
    Status status,
    Map<String, String> titles,
    Map<String, String> summaries,
    int minutes,
    Set<String> languages,
    Approval approval,
    List<String> indications,
    List<String> contraindications,
    Review review,
    List<Part> parts,
    Map<String, Field> fields,
    List<Step.Told> opening,
    List<Step> steps,
    List<Rule> stopWhen,
    Condition completeWhen,
    List<Agreed> homework,
    Optional<String> pin,
    int maxTurns,
    Phrases phrases,
    Shown shown) {

  /** Whether it may be started. */
  public enum Status {
    DRAFT,
    ACTIVE,
    RETIRED
  }

  public Protocol {
    titles = Map.copyOf(titles);
    summaries = Map.copyOf(summaries);
    languages = Set.copyOf(languages);
    indications = List.copyOf(indications);
    contraindications = List.copyOf(contraindications);
    parts = List.copyOf(parts);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    opening = List.copyOf(opening);
    steps = List.copyOf(steps);
    stopWhen = List.copyOf(stopWhen);
    homework = List.copyOf(homework);
  }

  /**
   * Where a protocol and its worksheets stand beside the chat.
   *
   * @param kind an exercise, or a short read with a question at its end
   * @param frontPage true when the latest worksheet stands on top of the client's page in the
   *     portal
   * @param series what is drawn over time
   */
  public record Shown(Kind kind, boolean frontPage, Optional<Series> series) {}

  /** What a protocol is to a client. */
  public enum Kind {
    EXERCISE,
    PIECE
  }

  /**
   * A list field whose entries are drawn over time, one for each day.
   *
   * @param by the column that holds the date, as {@code 2026-01-31}
   */
  public record Series(String list, String by, List<Line> lines) {
    public Series {
      lines = List.copyOf(lines);
    }

    /** One number of an entry. */
    public record Line(
        String column, Map<String, String> titles, Field.Unit unit, int min, int max) {
      public Line {
        titles = Map.copyOf(titles);
      }
    }
  }

  /** Who approved it and until when that stands. */
  public record Approval(String role, LocalDate on, LocalDate reviewBy) {}

  /**
   * How a clinician looks at what comes of it.
   *
   * @param clinicianWithinDays days within which a finished worksheet is read
   * @param notes what a clinician must confirm before a live pilot
   */
  public record Review(int clinicianWithinDays, List<String> notes) {
    public Review {
      notes = List.copyOf(notes);
    }
  }

  /** A part of the exercise, for "step 3 of 7". */
  public record Part(String id, Map<String, String> titles) {
    public Part {
      titles = Map.copyOf(titles);
    }
  }

  /** What a stop rule does. */
  public enum RuleDo {
    /** Asks the client whether to stop here. */
    OFFER_STOP,
    STOP,
    /** Stops, and the clinician looks the same working day. */
    STOP_AND_FLAG,
    /** Goes on, and the clinician looks the same working day. */
    FLAG
  }

  /**
   * A stop rule; it fires once in a run.
   *
   * @param name what is recorded when it fires
   * @param say the offer, or the last word; where empty a phrase is used
   */
  public record Rule(String name, Condition when, RuleDo deed, Wordings say) {}

  /**
   * Work that the client agreed to, in words made of theirs.
   *
   * @param each a list field of which every entry is a piece of work, its first column the task and
   *     its second the time; without one, task and due are rendered
   */
  public record Agreed(Condition when, Wordings task, Wordings due, Optional<String> each) {}

  /** The name a client reads, in the given language. */
  public String title(String language) {
    return titles.getOrDefault(language, ref.name());
  }

  /** One line on what it is for. */
  public String summary(String language) {
    return summaries.getOrDefault(language, "");
  }

  public Optional<Step> step(String id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
