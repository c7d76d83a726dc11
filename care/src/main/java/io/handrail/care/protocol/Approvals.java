package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what needs a clinician's yes from being chosen, carried over or gone on with without it.
 */
final class Approvals {
  private Approvals() {}

  /** True when the value may stand in the field: free of the need, or an approved entry. */
  static boolean allows(Draft d, Field field, Value value) {
    return !(field instanceof Field.OfText text)
        || !text.approvedOnly()
        || (value instanceof Value.Text(String words) && approved(d, text, words));
  }

  static boolean approved(Draft d, Field.OfText text, String words) {
    return text.from()
        .flatMap(list -> Surroundings.approval(d, list, words))
        .filter(is -> is == Approval.APPROVED)
        .isPresent();
  }

  /** Takes out what is not approved (any more); true when there was something. */
  static boolean withdrawn(Draft d) {
    boolean any = false;
    for (Field field : d.protocol().fields().values()) {
      Optional<Value> value = d.value(field.name());
      if (value.isEmpty() || allows(d, field, value.get())) continue;
      Deeds.clear(d, field.name());
      restingOn(d, field.name());
      any = true;
    }
    return any;
  }

  /** What was said about the entry goes with it, so that it is not taken for another's. */
  private static void restingOn(Draft d, String gone) {
    for (Field field : d.protocol().fields().values()) {
      if (field.traits().dependsOn().equals(Optional.of(gone))) Deeds.clear(d, field.name());
    }
  }

  /** How many entries of a list stand so. */
  static long count(Draft d, String list, Approval wanted) {
    if (!(d.protocol().fields().get(list) instanceof Field.OfList field)
        || !(d.value(list).orElse(null) instanceof Value.Rows(List<Map<String, Value>> rows))) {
      return 0;
    }
    String word = field.words().name();
    return rows.stream()
        .map(row -> Surroundings.approval(d, list, Given.plain(row.get(word))))
        .filter(is -> is.equals(Optional.of(wanted)))
        .count();
  }
}
