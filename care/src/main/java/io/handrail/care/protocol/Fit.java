package io.handrail.care.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether a value is of a field's type and within its range. */
final class Fit {
  private Fit() {}

  static boolean fits(Field field, Value value) {
    return switch (field) {
      case Field.OfText text ->
          value instanceof Value.Text(String t) && !t.isBlank() && t.length() <= text.maxChars();
      case Field.OfNumber number ->
          value instanceof Value.Number(long n) && n >= number.min() && n <= number.max();
      case Field.OfTime time -> value instanceof Value.Clock;
      case Field.OfChoice choice ->
          value instanceof Value.Chosen(List<String> chosen) && fits(choice, chosen);
      case Field.OfList list ->
          value instanceof Value.Rows(List<Map<String, Value>> rows)
              && !rows.isEmpty()
              && rows.size() <= list.max()
              && rows.stream().allMatch(row -> fits(list, row));
    };
  }

  private static boolean fits(Field.OfChoice choice, List<String> chosen) {
    if (chosen.isEmpty() || (!choice.many() && chosen.size() > 1)) return false;
    if (new HashSet<>(chosen).size() != chosen.size()) return false;
    var options = chosen.stream().map(choice::option).toList();
    if (options.stream().anyMatch(java.util.Optional::isEmpty)) return false;
    boolean alone = options.stream().anyMatch(o -> o.orElseThrow().alone());
    return !alone || chosen.size() == 1;
  }

  /** Numbers may be missing from an entry, its words may not. */
  private static boolean fits(Field.OfList list, Map<String, Value> row) {
    for (var entry : row.entrySet()) {
      var column = list.columns().stream().filter(c -> c.name().equals(entry.getKey())).findFirst();
      if (column.isEmpty() || !fits(column.get(), entry.getValue())) return false;
    }
    return row.containsKey(list.words().name());
  }

  private static boolean fits(Field.Column column, Value value) {
    return switch (column.kind()) {
      case WORD, TEXT ->
          value instanceof Value.Text(String t) && !t.isBlank() && t.length() <= column.max();
      case NUMBER ->
          value instanceof Value.Number(long n) && n >= column.min() && n <= column.max();
    };
  }
}
