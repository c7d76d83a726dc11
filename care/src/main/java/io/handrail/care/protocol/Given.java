package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives what a client said back in short. */
final class Given {
  private static final int WORDS = 12;
  private static final int CHARS = 90;

  private Given() {}

  /** The field that the waiting step collects, in a wording. */
  static final String THIS = "this";

  /** The title of the waiting step, in a wording. */
  static final String HERE = "here";

  static Optional<String> back(Facts facts, String name, Template.Form form) {
    if (name.equals(HERE)) return facts.waiting().map(q -> Sheets.title(facts, q));
    String field =
        name.equals(THIS) ? facts.waiting().map(Step.Question::collect).orElse("") : name;
    Field declared = facts.protocol().fields().get(field);
    if (declared == null) return Optional.empty();
    if (form == Template.Form.OFFERED) return offered(facts, declared);
    return facts
        .value(field)
        .flatMap(value -> back(facts, declared, value, form))
        .filter(text -> !text.isBlank());
  }

  private static Optional<String> offered(Facts facts, Field field) {
    if (!(field instanceof Field.OfChoice choice)) return Optional.empty();
    List<String> names =
        Expects.likely(facts, choice).stream()
            .map(id -> lower(choice.option(id).orElseThrow().label(facts.language())))
            .toList();
    String or = facts.language().startsWith("es") ? " o " : " or ";
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", names.subList(0, names.size() - 1)) + or + names.getLast());
  }

  private static Optional<String> back(Facts facts, Field field, Value value, Template.Form form) {
    return switch (value) {
      case Value.Text(String text) ->
          Optional.of(form == Template.Form.FULL ? oneLine(text) : quote(text));
      case Value.Number(long number) -> Optional.of(number(field, number));
      case Value.Clock(int minute) -> Optional.of(clock(minute));
      case Value.Chosen(List<String> chosen) ->
          field instanceof Field.OfChoice choice
              ? Optional.of(labels(choice, chosen, facts.language()))
              : Optional.empty();
      case Value.Rows(List<Map<String, Value>> rows) ->
          field instanceof Field.OfList list && !rows.isEmpty()
              ? rows(facts, list, rows, form)
              : Optional.empty();
    };
  }

  private static String labels(Field.OfChoice choice, List<String> chosen, String language) {
    return joined(
        chosen.stream()
            .map(id -> choice.option(id).map(o -> lower(o.label(language))).orElse(id))
            .toList(),
        language);
  }

  private static Optional<String> rows(
      Facts facts, Field.OfList list, List<Map<String, Value>> rows, Template.Form form) {
    String words = list.words().name();
    var names = rows.stream().map(r -> quote(plain(r.get(words)))).toList();
    return switch (form) {
      case SHORT, LIST, FULL ->
          Optional.of(
              joined(rows.stream().map(r -> withNumbers(list, r)).toList(), facts.language()));
      case NAMES -> Optional.of(joined(names, facts.language()));
      case FIRST -> Optional.of(names.getFirst());
      case LAST -> Optional.of(names.getLast());
      case COUNT -> Optional.of(Integer.toString(rows.size()));
      case ENTRY -> Optional.of(plain(rows.getFirst().get(words)));
      case STRONGEST -> strongest(list, rows).map(r -> quote(plain(r.get(words))));
      case CHANGE -> change(facts, list, rows);
      case OFFERED -> Optional.empty();
      case OPEN ->
          rows.stream()
              .filter(r -> list.columns().stream().anyMatch(c -> !c.fine(r)))
              .findFirst()
              .map(r -> quote(plain(r.get(words))));
    };
  }

  private static Optional<Map<String, Value>> strongest(
      Field.OfList list, List<Map<String, Value>> rows) {
    if (list.numbers().isEmpty()) return Optional.empty();
    String column = list.numbers().getFirst().name();
    return rows.stream()
        .filter(r -> r.get(column) instanceof Value.Number)
        .max(Comparator.comparingLong(r -> number(r.get(column))));
  }

  private static Optional<String> change(
      Facts facts, Field.OfList list, List<Map<String, Value>> now) {
    Optional<Value> source = list.copies().flatMap(facts::value);
    if (!(source.orElse(null) instanceof Value.Rows(List<Map<String, Value>> then))
        || list.numbers().isEmpty()) {
      return Optional.empty();
    }
    String word = list.words().name();
    String number = list.numbers().getFirst().name();
    var lines = new ArrayList<String>();
    for (var was : then) {
      now.stream()
          .filter(r -> r.get(word).equals(was.get(word)))
          .filter(r -> r.containsKey(number) && was.containsKey(number))
          .findFirst()
          .ifPresent(r ->
              lines.add(
                  plain(was.get(word))
                      + " "
                      + plain(was.get(number))
                      + " → "
                      + plain(r.get(number))));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
  }

  /** An entry as the sheet shows it: its words, then its numbers. */
  static String withNumbers(Field.OfList list, Map<String, Value> row) {
    return line(list, row, true);
  }

  static String line(Field.OfList list, Map<String, Value> row, boolean shortened) {
    var text = new StringBuilder();
    for (Field.Column column : list.columns()) {
      Value value = row.get(column.name());
      if (value == null) continue;
      if (!text.isEmpty()) text.append(column.kind() == Field.Kind.NUMBER ? " " : ", ");
      text.append(shortened ? quote(plain(value)) : plain(value));
    }
    return text.toString();
  }

  /** The lines a sheet shows for a value. */
  static List<String> lines(Field field, Value value, String language) {
    return switch (value) {
      case Value.Text(String text) -> List.of(text.strip());
      case Value.Number(long number) -> List.of(number(field, number));
      case Value.Clock(int minute) -> List.of(clock(minute));
      case Value.Chosen(List<String> chosen) ->
          field instanceof Field.OfChoice choice
              ? chosen.stream()
                  .map(id -> choice.option(id).map(o -> o.label(language)).orElse(id))
                  .toList()
              : List.copyOf(chosen);
      case Value.Rows(List<Map<String, Value>> rows) ->
          field instanceof Field.OfList list
              ? rows.stream().map(r -> line(list, r, false)).toList()
              : List.of();
    };
  }

  static String plain(Value value) {
    return switch (value) {
      case null -> "";
      case Value.Text(String text) -> text;
      case Value.Number(long number) -> Long.toString(number);
      case Value.Clock(int minute) -> clock(minute);
      case Value.Chosen(List<String> chosen) -> String.join(", ", chosen);
      case Value.Rows rows -> "";
    };
  }

  /** A time of day as a 24-hour clock shows it. */
  static String clock(int minute) {
    return "%d:%02d".formatted(minute / 60, minute % 60);
  }

  private static String number(Field field, long number) {
    Field.Unit unit = field instanceof Field.OfNumber n ? n.unit() : Field.Unit.PLAIN;
    return unit.shown(number);
  }

  static long number(Value value) {
    return value instanceof Value.Number(long number) ? number : 0;
  }

  /** At most twelve words of a text, on one line, without its own quotation marks. */
  static String quote(String text) {
    String line = oneLine(text);
    String[] words = line.split(" ");
    if (words.length <= WORDS && line.length() <= CHARS) return trimmed(line);
    var cut = new StringBuilder();
    for (int i = 0; i < Math.min(WORDS, words.length); i++) {
      if (cut.length() + words[i].length() > CHARS - 2) break;
      if (i > 0) cut.append(' ');
      cut.append(words[i]);
    }
    if (cut.isEmpty()) cut.append(line, 0, line.offsetByCodePoints(0, CHARS / 2));
    return trimmed(cut.toString()).replaceAll("[,;:.!…-]+$", "") + "…";
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String trimmed(String line) {
    return line.replaceAll("^[\"“”«»']+|[\"“”«»']+$", "").replaceAll("[.,;]+$", "");
  }

  private static String lower(String label) {
    return label.isEmpty() || (label.length() > 1 && Character.isUpperCase(label.charAt(1)))
        ? label
        : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }

  static String joined(List<String> items, String language) {
    if (items.size() < 2) return String.join("", items);
    String last = items.getLast();
    return String.join(", ", items.subList(0, items.size() - 1)) + and(language, last) + last;
  }

  private static String and(String language, String next) {
    if (!language.startsWith("es")) return " and ";
    String word = next.toLowerCase(java.util.Locale.ROOT);
    boolean i = word.matches("^(i|í|hi|hí).*") && !word.matches("^(hie|hia|io).*");
    return i ? " e " : " y ";
  }
}
