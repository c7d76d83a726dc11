package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a changed answer makes of the answers that rest on it. */
final class Changes {
  private Changes() {}

  static void after(Draft d, String field, Optional<Value> before, Value now) {
    if (before.isEmpty() || before.get().equals(now)) return;
    for (Field other : d.protocol().fields().values()) {
      switch (other) {
        case Field.OfList list when list.copies().equals(Optional.of(field)) -> {
          if (!words(list, now).equals(words(list, d.fields.get(list.name())))) {
            Deeds.clear(d, list.name());
          }
        }
        case Field.OfText text when text.from().equals(Optional.of(field)) -> {
          boolean there =
              Expects.rows(d, text).stream()
                  .anyMatch(o -> Tells.same(o.label(), Given.plain(d.fields.get(text.name()))));
          if (d.fields.containsKey(text.name()) && !there) Deeds.clear(d, text.name());
        }
        case Field f when f.traits().dependsOn().equals(Optional.of(field)) -> {
          if (d.fields.containsKey(f.name())) d.mark("stale:" + f.name(), 1);
        }
        case Field f -> {}
      }
    }
  }

  private static Set<String> words(Field.OfList list, Value value) {
    return value instanceof Value.Rows(List<Map<String, Value>> rows)
        ? rows.stream()
            .map(r -> Texts.bare(Given.plain(r.get(list.words().name()))))
            .collect(Collectors.toSet())
        : Set.of();
  }
}
