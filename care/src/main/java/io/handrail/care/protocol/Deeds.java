package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Step.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does what the file says is done when a step is left. */
final class Deeds {
  private Deeds() {}

  static void does(Draft d, Step.Question q, Deed deed) {
    switch (deed) {
      case Deed.Note(String why) -> d.note(q.id(), why);
      case Deed.Flag(String why) -> {
        d.note(q.id(), why);
        d.happens(new Happening.ForClinician(why));
      }
      case Deed.Put(String field, Wordings value) -> put(d, field, value);
      case Deed.Count(String field, int to, boolean add) -> {
        var number = (Field.OfNumber) d.protocol().fields().get(field);
        long before = add ? d.value(field).map(Given::number).orElse(0L) : 0;
        long after = Math.clamp(before + to, number.min(), number.max());
        d.fields.put(field, new Value.Number(after));
      }
      case Deed.Append(String list, Map<String, String> from) -> append(d, list, from);
      case Deed.Clear(List<String> fields) -> fields.forEach(f -> clear(d, f));
    }
  }

  private static void put(Draft d, String field, Wordings value) {
    int most = ((Field.OfText) d.protocol().fields().get(field)).maxChars();
    value.in(d.language()).stream()
        .flatMap(t -> t.render(d).stream())
        .findFirst()
        .filter(t -> !t.isBlank())
        .ifPresent(t -> d.fields.put(field, new Value.Text(Texts.clip(t, most))));
  }

  private static void append(Draft d, String list, Map<String, String> from) {
    var field = (Field.OfList) d.protocol().fields().get(list);
    var row = new HashMap<String, Value>();
    from.forEach((column, source) -> d.value(source).ifPresent(v -> row.put(column, v)));
    var rows = new ArrayList<Map<String, Value>>();
    if (d.value(list).orElse(null) instanceof Value.Rows(var before)) rows.addAll(before);
    rows.add(row);
    Value value = new Value.Rows(rows);
    if (Fit.fits(field, value)) d.fields.put(list, value);
  }

  /** Empties a field and takes its step off the way, so that it is asked anew. */
  static void clear(Draft d, String field) {
    d.fields.remove(field);
    d.mark("stale:" + field, 0);
    d.path.removeIf(s ->
        d.protocol().step(s).orElse(null) instanceof Step.Question q && q.collect().equals(field));
  }
}
