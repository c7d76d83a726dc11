package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry of the waiting step's list that still lacks a number. */
record Open(int row, Field.Column column) {

  /** How many numbers the waiting step's list still lacks. */
  static int count(Draft d, Step.Question q) {
    if (!(d.protocol().fields().get(q.collect()) instanceof Field.OfList list)
        || !(d.value(q.collect()).orElse(null) instanceof Value.Rows(var rows))) {
      return 0;
    }
    return (int)
        rows.stream()
            .flatMap(row -> list.columns().stream().filter(c -> !c.fine(row)))
            .filter(c -> c.kind() == Field.Kind.NUMBER)
            .count();
  }

  static Optional<Open> of(Draft d, Step.Question q) {
    if (!(d.protocol().fields().get(q.collect()) instanceof Field.OfList list)
        || !(d.value(q.collect()).orElse(null)
            instanceof Value.Rows(List<Map<String, Value>> rows))) {
      return Optional.empty();
    }
    for (int i = 0; i < rows.size(); i++) {
      for (Field.Column column : list.columns()) {
        if (!column.fine(rows.get(i)) && column.kind() == Field.Kind.NUMBER) {
          return Optional.of(new Open(i, column));
        }
      }
    }
    return Optional.empty();
  }
}
