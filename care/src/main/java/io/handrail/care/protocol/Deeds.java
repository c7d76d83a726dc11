package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Step.Deed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
      case Deed.Append append -> append(d, append);
      case Deed.Lead(String list, String with) -> lead(d, list, with);
      case Deed.Order(String list, String column) -> order(d, list, column);
      case Deed.Drop(String list, String entry) -> drop(d, list, entry);
      case Deed.Request(String list, String entry) -> request(d, list, entry);
      case Deed.Stamp(String field) ->
          d.today().ifPresent(day -> d.fields.put(field, new Value.Number(day.toEpochDay())));
      case Deed.Clear(List<String> fields) -> fields.forEach(f -> clear(d, f));
    }
  }

  private static void put(Draft d, String field, Wordings value) {
    int most = ((Field.OfText) d.protocol().fields().get(field)).maxChars();
    value.in(d.language()).stream()
        .flatMap(t -> t.render(d).stream())
        .findFirst()
        .filter(t -> !t.isBlank())
        .map(t -> new Value.Text(Texts.clip(t, most)))
        .filter(t -> Approvals.allows(d, d.protocol().fields().get(field), t))
        .ifPresent(t -> d.fields.put(field, t));
  }

  private static void drop(Draft d, String list, String entry) {
    var field = (Field.OfList) d.protocol().fields().get(list);
    if (!(d.value(list).orElse(null) instanceof Value.Rows(var rows))) return;
    String words = d.value(entry).map(Given::plain).orElse("");
    String column = field.words().name();
    var left = rows.stream().filter(r -> !Tells.same(Given.plain(r.get(column)), words)).toList();
    if (left.isEmpty()) {
      d.fields.remove(list);
    } else {
      d.fields.put(list, new Value.Rows(left));
    }
  }

  /** What is approved or waits already is not asked for twice. */
  private static void request(Draft d, String list, String entry) {
    String words = d.value(entry).map(Given::plain).orElse("");
    boolean stands =
        Surroundings.approval(d, list, words).filter(is -> is != Approval.DECLINED).isPresent();
    if (words.isBlank() || stands) return;
    Surroundings.asked(d, list, words);
    d.happens(new Happening.ApprovalAsked(list, words));
  }

  private static void append(Draft d, Deed.Append append) {
    var field = (Field.OfList) d.protocol().fields().get(append.list());
    var row = new HashMap<String, Value>();
    append.from().forEach((column, source) -> source(d, source).ifPresent(v -> row.put(column, v)));
    var rows = new ArrayList<Map<String, Value>>();
    if (d.value(append.list()).orElse(null) instanceof Value.Rows(var before)) rows.addAll(before);
    if (append.latest()) {
      String words = field.words().name();
      rows.removeIf(r -> r.get(words).equals(row.get(words)));
      while (rows.size() >= field.max()) rows.removeFirst();
    }
    rows.add(row);
    Value value = new Value.Rows(rows);
    if (Fit.fits(field, value)) d.fields.put(append.list(), value);
  }

  private static Optional<Value> source(Draft d, String source) {
    return source.equals(Deed.Append.TODAY)
        ? d.today().map(day -> new Value.Text(day.toString()))
        : d.value(source);
  }

  /** Puts the entry that a text field names ahead of the others. */
  private static void lead(Draft d, String list, String with) {
    var field = (Field.OfList) d.protocol().fields().get(list);
    if (!(d.value(list).orElse(null) instanceof Value.Rows(var rows))) return;
    Optional<Value> first = d.value(with);
    var ordered = new ArrayList<Map<String, Value>>();
    for (boolean leads : new boolean[] {true, false}) {
      rows.stream()
          .filter(r -> Optional.of(r.get(field.words().name())).equals(first) == leads)
          .forEach(ordered::add);
    }
    d.fields.put(list, new Value.Rows(ordered));
  }

  private static void order(Draft d, String list, String column) {
    if (!(d.value(list).orElse(null) instanceof Value.Rows(var rows))) return;
    var ordered = new ArrayList<>(rows);
    ordered.sort(
        Comparator.comparingLong(
            r -> r.get(column) instanceof Value.Number(long number) ? number : Long.MAX_VALUE));
    if (!ordered.equals(rows)) d.fields.put(list, new Value.Rows(ordered));
  }

  /** What the step collected goes to the client's document, where the file says so. */
  static void adds(Draft d, Step.Question q) {
    Field field = d.protocol().fields().get(q.collect());
    if (field.traits().addsTo().isEmpty() || d.value(q.collect()).isEmpty()) return;
    List<String> lines = Given.lines(field, d.value(q.collect()).get(), d.language());
    d.happens(new Happening.Added(field.traits().addsTo().get(), lines));
  }

  /** Empties a field and takes its step off the way, so that it is asked anew. */
  static void clear(Draft d, String field) {
    d.fields.remove(field);
    d.mark("stale:" + field, 0);
    d.path.removeIf(s ->
        d.protocol().step(s).orElse(null) instanceof Step.Question q && q.collect().equals(field));
  }
}
