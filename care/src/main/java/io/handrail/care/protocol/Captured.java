package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model says it read. It is taken only where it is of the field's type and range, and where
 * the words and numbers are the client's own: a model cannot put words into a client's mouth.
 */
final class Captured {
  private Captured() {}

  static Optional<Value> value(
      Draft d, Step.Question q, Map<String, Object> captures, String text) {
    Object raw = captures.get(q.collect());
    if (raw == null || !q.model().contains(Step.ModelMay.EXTRACT)) return Optional.empty();
    Field field = d.protocol().fields().get(q.collect());
    var said = new Said(text);
    return value(d, field, raw, said).filter(v -> Fit.fits(field, v));
  }

  private static Optional<Value> value(Draft d, Field field, Object raw, Said said) {
    return switch (field) {
      // One of the client's own entries is meant: which one is looked up in code.
      case Field.OfText text when text.from().isPresent() -> Optional.empty();
      case Field.OfText text ->
          raw instanceof String s && said.says(s)
              ? Optional.of(new Value.Text(s.strip()))
              : Optional.empty();
      case Field.OfNumber number when number.unit() == Field.Unit.MINUTES ->
          Spans.minutes(said.text, number.max()).stream()
              .mapToObj(m -> (Value) new Value.Number(m))
              .findFirst();
      case Field.OfNumber number -> number(raw, said, number.max());
      // A time is read in code alone: what a model makes of "half seven" cannot be checked.
      case Field.OfTime time -> Optional.empty();
      case Field.OfChoice choice -> {
        List<?> ids = raw instanceof List<?> list ? list : List.of(raw);
        boolean known =
            ids.stream()
                .allMatch(
                    id -> Expects.options(d, choice).stream().anyMatch(o -> o.id().equals(id)));
        yield known && !ids.isEmpty()
            ? Optional.of(new Value.Chosen(ids.stream().map(String::valueOf).toList()))
            : Optional.empty();
      }
      case Field.OfList list -> rows(d, list, raw, said);
    };
  }

  private static Optional<Value> number(Object raw, Said said, int max) {
    return raw instanceof Number n
            && n.doubleValue() == Math.rint(n.doubleValue())
            && said.counts(n.longValue(), max)
        ? Optional.of(new Value.Number(n.longValue()))
        : Optional.empty();
  }

  private static Optional<Value> rows(Draft d, Field.OfList list, Object raw, Said said) {
    if (!(raw instanceof List<?> items) || items.isEmpty() || items.size() > list.max()) {
      return Optional.empty();
    }
    var rows = new ArrayList<Map<String, Value>>();
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> map)) return Optional.empty();
      Optional<Map<String, Value>> row = row(list, map, said);
      if (row.isEmpty()) return Optional.empty();
      rows.add(row.get());
    }
    // Rated once more: the entries are those of the list that is copied, whatever was read.
    return list.copies().isPresent() ? again(d, list, rows) : Optional.of(new Value.Rows(rows));
  }

  private static Optional<Map<String, Value>> row(Field.OfList list, Map<?, ?> map, Said said) {
    var row = new HashMap<String, Value>();
    for (Field.Column column : list.columns()) {
      Object raw = map.get(column.name());
      if (raw == null) continue;
      if (column.kind() == Field.Kind.NUMBER) {
        Optional<Value> number = number(raw, said, column.max());
        if (number.isEmpty()) return Optional.empty();
        row.put(column.name(), number.get());
      } else if (raw instanceof String s
          && !s.isBlank()
          && (list.copies().isPresent() || said.says(s))) {
        row.put(column.name(), new Value.Text(s.strip()));
      } else {
        return Optional.empty();
      }
    }
    return row.containsKey(list.words().name()) ? Optional.of(row) : Optional.empty();
  }

  private static Optional<Value> again(Draft d, Field.OfList list, List<Map<String, Value>> read) {
    if (!(d.value(list.copies().orElseThrow()).orElse(null) instanceof Value.Rows(var then))) {
      return Optional.empty();
    }
    String word = list.words().name();
    var rows = new ArrayList<Map<String, Value>>();
    for (var was : then) {
      var row = new HashMap<String, Value>(Map.of(word, was.get(word)));
      read.stream()
          .filter(r -> Moods.alike(Given.plain(r.get(word)), Given.plain(was.get(word))))
          .findFirst()
          .ifPresent(r -> r.forEach(row::putIfAbsent));
      rows.add(row);
    }
    boolean any = rows.stream().anyMatch(r -> r.size() > 1);
    return any ? Optional.of(new Value.Rows(rows)) : Optional.empty();
  }

  /** The client's message, to hold a reading against. */
  private static final class Said {
    private final Set<String> words;
    private final String text;

    Said(String text) {
      this.text = text;
      this.words = new HashSet<>(Texts.tokens(text));
    }

    /** True when every word was the client's, give or take an ending. */
    boolean says(String read) {
      List<String> tokens = Texts.tokens(read);
      return !tokens.isEmpty() && tokens.stream().allMatch(this::has);
    }

    private boolean has(String token) {
      return words.contains(token)
          || (token.length() >= 4 && words.stream().anyMatch(w -> Moods.alike(w, token)));
    }

    boolean counts(long number, int max) {
      return Numbers.in(Numbers.marked(text, max)).contains((int) number)
          || Numbers.one(text, 0, max).stream().anyMatch(n -> n == number);
    }
  }
}
