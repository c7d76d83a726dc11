package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What free text gives a field, without a model. */
sealed interface Reading {

  /**
   * @param cut true when there was more than the field takes
   */
  record Got(Value value, boolean cut) implements Reading {}

  /** Nothing that the field can hold; the phrase says kindly what is missing. */
  record Missed(Phrase why) implements Reading {}

  static Reading of(Draft d, Step.Question q, String text) {
    return switch (d.protocol().fields().get(q.collect())) {
      case Field.OfText field -> Words.read(d, q, field, text);
      case Field.OfNumber field when field.unit() == Field.Unit.MINUTES -> minutes(field, text);
      case Field.OfTime field ->
          Later.than(d, text)
              .or(() -> Clocks.read(text, field.near()))
              .<Reading>map(clock -> new Got(clock, false))
              .orElse(new Missed(Phrase.REASK_TIME));
      case Field.OfNumber field -> number(field.min(), field.max(), text);
      case Field.OfChoice field -> choice(d, field, text);
      case Field.OfList field when field.copies().isPresent() -> Again.read(d, field, text);
      case Field.OfList field when field.words().kind() == Field.Kind.WORD ->
          Words.moods(field, text);
      case Field.OfList field -> Words.list(d, q, field, text);
    };
  }

  private static Reading number(int min, int max, String text) {
    OptionalInt number = Numbers.one(text, min, max);
    if (number.isEmpty()) return new Missed(Phrase.REASK_NUMBER);
    return number.getAsInt() < min || number.getAsInt() > max
        ? new Missed(Phrase.REASK_RANGE)
        : new Got(new Value.Number(number.getAsInt()), false);
  }

  private static Reading minutes(Field.OfNumber field, String text) {
    OptionalInt minutes = Spans.minutes(text, field.max());
    if (minutes.isEmpty()) return new Missed(Phrase.REASK_MINUTES);
    return minutes.getAsInt() < field.min() || minutes.getAsInt() > field.max()
        ? new Missed(Phrase.REASK_RANGE)
        : new Got(new Value.Number(minutes.getAsInt()), false);
  }

  private static Reading choice(Draft d, Field.OfChoice field, String text) {
    var offered = field.options().stream().filter(o -> Expects.offered(d, o)).toList();
    List<String> chosen = Choosing.read(field, offered, text);
    return chosen.isEmpty()
        ? new Missed(Phrase.REASK_PICK)
        : new Got(new Value.Chosen(chosen), false);
  }

  /** Text and lists of text. */
  final class Words {
    private static final Pattern TRAILING =
        Pattern.compile("^(.*?\\S)([\\s,:=(–-]*)((?:‹-?\\d+!?›[\\s,/)%]*)+)$", Pattern.DOTALL);

    /** "Or do one a day": what joins it to the entry before is not part of it. */
    private static final Pattern ALSO =
        Pattern.compile("(?i)^(?:and|or|plus|also|y|e|o|también|además)\\s+(?=\\S+\\s)");

    private static final Pattern NUMBERED =
        Pattern.compile("(?<=\\d%?)\\s*,\\s+(?:and |y )?(?=\\p{L})");

    /** "I thought that nobody came": the sheet's part says already that it was a thought. */
    private static final Pattern FRAME =
        Pattern.compile(
            "(?is)^(?:(?:and|but|then|y|pero|luego)\\s+)*(?:i\\s+(?:just\\s+|also\\s+|always\\s+)?(?:thought|was"
                + " thinking|think|kept thinking)(?:\\s+to"
                + " myself)?[:,]?\\s+(?:that\\s+)?|(?:me\\s+)?pens[eé]\\s+(?:que\\s+)?|pensaba\\s+(?:que\\s+)?|creo\\s+que\\s+|(?:and\\s+)that\\s+|y\\s+que\\s+)(?=(?:i|i'm|i'll|i've|he|she|it|they|we|you|that's|nobody|no"
                + " one|everyone|everybody|my|the|this|there|people|all|what|he's|she's|they're|it's|yo|me|no|ya|todos|nadie|algo|la|el|mi|van|va|soy|es|est[aá]|siempre|nunca|se|le|les|lo)\\b)");

    private Words() {}

    private static Reading read(Draft d, Step.Question q, Field.OfText field, String text) {
      if (field.from().isPresent()
          && d.value(field.from().get()).orElse(null) instanceof Value.Rows(var rows)
          && d.protocol().fields().get(field.from().get()) instanceof Field.OfList source) {
        var offered = Expects.rows(d, field).stream().map(Advance.Option::label).toList();
        var shown =
            rows.stream()
                .filter(r -> offered.contains(Given.plain(r.get(source.words().name()))))
                .toList();
        var entry = Choosing.entry(shown, source.words().name(), text);
        if (entry.isPresent()) {
          String words = Given.plain(shown.get(entry.get()).get(source.words().name()));
          return new Got(new Value.Text(Texts.clip(words, field.maxChars())), false);
        }
        if (field.approvedOnly()) {
          boolean other = Choosing.entry(rows, source.words().name(), text).isPresent();
          return new Missed(other ? Phrase.NEEDS_APPROVAL : Phrase.REASK_PICK);
        }
        if (Texts.tokens(text).size() < 2) return new Missed(Phrase.REASK_PICK);
      }
      if (field.approvedOnly()) return new Missed(Phrase.NEEDS_APPROVAL);
      String words = Asides.without(text);
      if (Texts.wordless(words) || words.length() < 2) return new Missed(Phrase.REASK_TEXT);
      if (words.length() <= field.maxChars()) return new Got(new Value.Text(words), false);
      // The first time a long text is handed back, the second time its beginning is kept.
      return d.count("long:" + q.id()) == 0
          ? new Missed(Phrase.REASK_TOO_LONG)
          : new Got(new Value.Text(Texts.clip(words, field.maxChars())), true);
    }

    static Reading moods(Field.OfList field, String text) {
      int max = field.numbers().isEmpty() ? 100 : field.numbers().getFirst().max();
      Moods.Read read = Moods.read(text, max);
      if (read.moods().isEmpty()) {
        return new Missed(read.thought() ? Phrase.REASK_MOOD_IS_THOUGHT : Phrase.REASK_MOOD);
      }
      var rows = new ArrayList<Map<String, Value>>();
      for (Moods.Mood mood : read.moods()) {
        if (rows.size() == field.max()) break;
        var row = new HashMap<String, Value>();
        row.put(field.words().name(), new Value.Text(Texts.clip(mood.word(), 30)));
        if (!field.numbers().isEmpty() && mood.strength().isPresent()) {
          put(row, field.numbers().getFirst(), mood.strength().getAsInt());
        }
        rows.add(row);
      }
      return new Got(new Value.Rows(rows), read.moods().size() > field.max());
    }

    private static Reading list(Draft d, Step.Question q, Field.OfList field, String text) {
      var rows = new ArrayList<Map<String, Value>>();
      boolean cut = false;
      String said = Asides.without(text);
      // "send a photo 2, call her 4": with numbers, a comma after one ends the entry.
      if (!field.numbers().isEmpty()) said = NUMBERED.matcher(said).replaceAll("\n");
      for (String piece : field.lines() ? Texts.lines(said) : Texts.entries(said)) {
        String entry =
            field.questions() ? FRAME.matcher(piece).replaceFirst("") : Asides.without(piece);
        entry = ALSO.matcher(entry).replaceFirst("");
        if (!rows.isEmpty() && Enough.enough(entry)) continue;
        if (Asides.only(piece)) continue;
        Map<String, Value> row = row(field, entry);
        String words = Given.plain(row.get(field.words().name()));
        if (words.length() < 2) continue;
        if (words.length() > field.words().max()) {
          if (d.count("long:" + q.id()) == 0) return new Missed(Phrase.REASK_TOO_LONG);
          row.put(field.words().name(), new Value.Text(Texts.clip(words, field.words().max())));
        }
        if (rows.size() == field.max()) {
          cut = true;
          break;
        }
        rows.add(row);
      }
      return rows.isEmpty() ? new Missed(Phrase.REASK_LIST) : new Got(new Value.Rows(rows), cut);
    }

    /** An entry and the numbers at its end, where the list has columns for them. */
    private static Map<String, Value> row(Field.OfList field, String entry) {
      var row = new HashMap<String, Value>();
      String words = entry;
      List<Field.Column> columns = field.numbers();
      if (!columns.isEmpty() && entry.length() <= 2 * field.words().max()) {
        Matcher m = TRAILING.matcher(Numbers.marked(entry, columns.getFirst().max()));
        if (m.matches() && (!field.lines() || clearly(m))) {
          List<Integer> all = Numbers.in(m.group(3));
          // "worked until six 4 7 5": of more numbers than columns, the last are the ratings.
          int spare = Math.max(0, all.size() - columns.size());
          List<Integer> numbers = all.subList(spare, all.size());
          for (int i = 0; i < numbers.size(); i++) put(row, columns.get(i), numbers.get(i));
          words = ahead(entry, unmarked(m.group(1)), spare);
        }
      }
      if (!words.isBlank()) row.put(field.words().name(), new Value.Text(words.strip()));
      return row;
    }

    /** The words ahead of the numbers as they were written: "three people" stays "three". */
    private static String ahead(String entry, String unmarked, int spare) {
      String[] written = entry.strip().split("\\s+");
      int count = spare + (unmarked.isBlank() ? 0 : unmarked.strip().split("\\s+").length);
      if (count == 0 || count >= written.length) return unmarked;
      String same = String.join(" ", List.of(written).subList(0, count));
      boolean numbered = !Numbers.in(Numbers.marked(same, 100)).isEmpty();
      return numbered && !same.matches(".*\\d.*") ? same.replaceAll("[,:=(–-]+$", "") : unmarked;
    }

    private static boolean clearly(Matcher m) {
      return m.group(3).contains("!") || !m.group(2).isBlank();
    }

    private static String unmarked(String text) {
      return Numbers.MARK.matcher(text).replaceAll("$1").replaceAll("[,:=(–-]+$", "");
    }

    static void put(Map<String, Value> row, Field.Column column, int number) {
      if (number >= column.min() && number <= column.max()) {
        row.put(column.name(), new Value.Number(number));
      }
    }
  }

  /** A list that is rated once more: by name, in order, or all at once. */
  final class Again {
    private static final Pattern SAME =
        Pattern.compile(
            "(?:it's |they're |still |all |about )*(?:the )?(?:same|unchanged|no"
                + " (?:change|different))(?: as before)?|(?:sigue |siguen |todo |todos"
                + " )*(?:igual|iguales|lo mismo|sin cambios)(?: que antes)?");
    private static final Pattern ALL =
        Pattern.compile(
            "\\b(?:all|both|each|everything|todas?|todos?|ambas?|ambos|cada un[oa])\\b");

    private Again() {}

    private static Reading read(Draft d, Field.OfList field, String text) {
      if (!(d.value(field.copies().orElseThrow()).orElse(null)
          instanceof Value.Rows(List<Map<String, Value>> then))) {
        return Words.moods(field, text);
      }
      Field.Column number = field.numbers().getFirst();
      String bare = Texts.bare(text);
      if (bare.length() <= 60 && SAME.matcher(bare).matches())
        return new Got(new Value.Rows(then), false);
      String word = field.words().name();
      var rows = new ArrayList<Map<String, Value>>();
      for (var was : then) rows.add(new HashMap<>(Map.of(word, was.get(word))));
      boolean any = byName(rows, word, number, Moods.read(text, number.max()).moods());
      if (!any) any = inOrder(rows, number, text);
      return any
          ? new Got(new Value.Rows(rows), false)
          : new Missed(
              Numbers.in(Numbers.marked(text, number.max())).isEmpty()
                  ? Phrase.REASK_NUMBER
                  : Phrase.REASK_RANGE);
    }

    private static boolean byName(
        List<Map<String, Value>> rows, String word, Field.Column number, List<Moods.Mood> moods) {
      boolean any = false;
      for (Moods.Mood mood : moods) {
        if (mood.strength().isEmpty()) continue;
        for (var row : rows) {
          if (Moods.alike(Given.plain(row.get(word)), mood.word())) {
            Words.put(row, number, mood.strength().getAsInt());
            any |= row.containsKey(number.name());
          }
        }
      }
      return any;
    }

    private static boolean inOrder(
        List<Map<String, Value>> rows, Field.Column number, String text) {
      OptionalInt one = Numbers.one(text, number.min(), number.max());
      List<Integer> numbers = Numbers.in(Numbers.marked(Texts.folded(text), number.max()));
      if (numbers.isEmpty() && one.isPresent()) numbers = List.of(one.getAsInt());
      if (numbers.size() == 1 && ALL.matcher(Texts.folded(text)).find()) {
        numbers = java.util.Collections.nCopies(rows.size(), numbers.getFirst());
      }
      boolean any = false;
      for (int i = 0; i < Math.min(rows.size(), numbers.size()); i++) {
        Words.put(rows.get(i), number, numbers.get(i));
        any |= rows.get(i).containsKey(number.name());
      }
      return any;
    }
  }
}
