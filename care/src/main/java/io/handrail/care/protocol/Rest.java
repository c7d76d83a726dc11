package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of one list whose words are not among those of another. */
final class Rest {
  private Rest() {}

  static Optional<String> first(Draft d, Step.NotIn notIn) {
    List<String> own = words(d, notIn.list());
    Set<String> others =
        words(d, notIn.other()).stream().map(Texts::bare).collect(Collectors.toSet());
    return own.stream().filter(w -> !others.contains(Texts.bare(w))).findFirst();
  }

  private static List<String> words(Draft d, String list) {
    return d.protocol().fields().get(list) instanceof Field.OfList field
            && d.value(list).orElse(null) instanceof Value.Rows(List<Map<String, Value>> rows)
        ? rows.stream().map(r -> Given.plain(r.get(field.words().name()))).toList()
        : List.of();
  }
}
