package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One field of a worksheet: its type and range. */
public sealed interface Field {
  String name();

  Traits traits();

  /** True when the value holds all that the field asks for. */
  boolean complete(Value value, Facts facts);

  /**
   * What any field may have.
   *
   * @param required counts for {@code filled(all)}
   * @param keep carried into the client's next run of this protocol
   * @param dependsOn a field whose change makes this one's answer doubtful
   * @param reads a part of one of the client's documents, of {@link Documents#PARTS}, that fills
   *     the field when a run begins
   * @param addsTo such a part to which the field's entries are added when its step is left
   */
  record Traits(
      boolean required,
      boolean keep,
      Optional<String> dependsOn,
      Optional<String> reads,
      Optional<String> addsTo) {
    public Traits(boolean required, boolean keep, Optional<String> dependsOn) {
      this(required, keep, dependsOn, Optional.empty(), Optional.empty());
    }
  }

  default boolean required() {
    return traits().required();
  }

  /**
   * The client's own words.
   *
   * @param maxChars longest text that is kept
   * @param from the list field whose entries are offered as answers, if any
   * @param approvedOnly whether nothing but an entry with a clinician's yes can stand here
   * @param takes what is an answer here, and elsewhere a wish
   */
  record OfText(
      String name,
      Traits traits,
      int maxChars,
      Optional<String> from,
      boolean approvedOnly,
      Set<Taken> takes)
      implements Field {
    public OfText {
      takes = Set.copyOf(takes);
    }

    public OfText(String name, Traits traits, int maxChars, Optional<String> from) {
      this(name, traits, maxChars, from, false, Set.of());
    }

    @Override
    public boolean complete(Value value, Facts facts) {
      return value instanceof Value.Text(String text) && !text.isBlank();
    }
  }

  /** Words that are mostly said to the program, and an answer to some steps. */
  enum Taken {
    /** "None", where the step asks for what there may be nothing of. */
    NOTHING,
    /** "That's too hard", where the file makes it smaller. */
    TOO_HARD
  }

  /**
   * A whole number from {@code min} to {@code max}, both inclusive.
   *
   * @param computed works the number out from others instead of asking for it
   */
  record OfNumber(
      String name, Traits traits, int min, int max, Unit unit, Optional<Formula> computed)
      implements Field {
    public OfNumber(String name, Traits traits, int min, int max) {
      this(name, traits, min, max, Unit.PLAIN, Optional.empty());
    }

    @Override
    public boolean complete(Value value, Facts facts) {
      return value instanceof Value.Number;
    }

    /** The same number, worked out instead of asked for. */
    public OfNumber by(Formula formula) {
      return new OfNumber(name, traits, min, max, unit, Optional.of(formula));
    }
  }

  /** What a number counts. */
  enum Unit {
    PLAIN,
    PERCENT,
    /** Read as people say it, "half an hour", and given back so: "6 h 10 min". */
    MINUTES;

    /** A number as it is read aloud. */
    public String shown(long number) {
      return switch (this) {
        case PLAIN -> Long.toString(number);
        case PERCENT -> number + "%";
        case MINUTES -> Spans.shown(number);
      };
    }
  }

  /**
   * A time of day.
   *
   * @param near minutes after midnight; a time that could be either half of the day is taken as the
   *     one nearer to this
   */
  record OfTime(String name, Traits traits, int near) implements Field {
    @Override
    public boolean complete(Value value, Facts facts) {
      return value instanceof Value.Clock;
    }
  }

  /**
   * One or several of the options of the file.
   *
   * @param many whether several may be chosen
   * @param from a text field; the options that its words sound like are offered ahead of the rest
   */
  record OfChoice(
      String name, Traits traits, boolean many, Optional<String> from, List<Choice> options)
      implements Field {
    public OfChoice {
      options = List.copyOf(options);
    }

    @Override
    public boolean complete(Value value, Facts facts) {
      return value instanceof Value.Chosen(List<String> chosen) && !chosen.isEmpty();
    }

    Optional<Choice> option(String id) {
      return options.stream().filter(o -> o.id().equals(id)).findFirst();
    }
  }

  /**
   * An option.
   *
   * @param labels what is shown, by language
   * @param also other words for it that a client may write, by language
   * @param alone true when it excludes the others, as "none of these" does
   * @param needs a protocol that must be permitted for this option to be offered
   */
  record Choice(
      String id,
      Map<String, String> labels,
      Map<String, List<String>> also,
      boolean alone,
      Optional<String> needs) {
    public Choice {
      labels = Map.copyOf(labels);
      also = Map.copyOf(also);
    }

    public String label(String language) {
      return labels.getOrDefault(language, id);
    }
  }

  /**
   * A list of entries, each with the same columns.
   *
   * @param copies a list field whose entries are rated once more here
   * @param questions whether an entry may be a question, as a thought may be
   * @param lines whether only a new line begins a new entry, and not a new sentence
   */
  record OfList(
      String name,
      Traits traits,
      int min,
      int max,
      List<Column> columns,
      Optional<String> copies,
      boolean questions,
      boolean lines)
      implements Field {
    public OfList {
      columns = List.copyOf(columns);
    }

    @Override
    public boolean complete(Value value, Facts facts) {
      if (!(value instanceof Value.Rows(List<Map<String, Value>> rows))) return false;
      boolean whole = rows.stream().allMatch(row -> columns.stream().allMatch(c -> c.fine(row)));
      return whole && rows.size() >= Math.max(1, min) && copiesAll(rows, facts);
    }

    private boolean copiesAll(List<Map<String, Value>> rows, Facts facts) {
      if (copies.isEmpty()) return true;
      String name = words().name();
      return facts.value(copies.get()).orElse(null) instanceof Value.Rows(var originals)
          && originals.stream()
              .allMatch(o -> rows.stream().anyMatch(r -> o.get(name).equals(r.get(name))));
    }

    /** The column that holds the client's words. */
    public Column words() {
      return columns.getFirst();
    }

    /** The columns that hold numbers. */
    public List<Column> numbers() {
      return columns.stream().filter(c -> c.kind() == Kind.NUMBER).toList();
    }
  }

  /** What a column holds. */
  enum Kind {
    WORD,
    TEXT,
    NUMBER
  }

  /**
   * A column of a list.
   *
   * @param min lowest number; 0 for words
   * @param max highest number, or most characters
   * @param required whether an entry without it is unfinished
   */
  record Column(String name, Kind kind, int min, int max, boolean required) {
    boolean fine(Map<String, Value> row) {
      return !required || row.containsKey(name);
    }
  }
}
