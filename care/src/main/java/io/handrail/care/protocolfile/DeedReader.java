package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Condition;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Step.Act;
import io.handrail.care.protocol.Step.Deed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what is done when a step is left. */
record DeedReader(Ledger ledger, Map<String, Field> fields, Speech speech, Conditions conditions) {

  Optional<Act> act(Section a) {
    a.only(Keys.ACT);
    Condition when = conditions.of(a, "if");
    long deeds = a.keys().stream().filter(k -> !k.equals("if") && Keys.ACT.contains(k)).count();
    if (deeds != 1) {
      ledger.wrong(a.node(), a.at(), "it does " + deeds + " things", "Let it do one");
      return Optional.empty();
    }
    return deed(a).map(deed -> new Act(when, deed));
  }

  private Optional<Deed> deed(Section a) {
    if (a.has("note")) return a.text("note").map(Deed.Note::new);
    if (a.has("flag")) return a.text("flag").map(Deed.Flag::new);
    if (a.has("put")) return a.section("put").flatMap(this::put);
    if (a.has("set")) return count(a, "set", false);
    if (a.has("add")) return count(a, "add", true);
    if (a.has("append")) return a.section("append").flatMap(this::append);
    if (a.has("lead")) return a.section("lead").flatMap(this::lead);
    if (a.has("order")) return a.section("order").flatMap(this::order);
    if (a.has("drop")) {
      return a.section("drop").flatMap(this::entry).map(e -> new Deed.Drop(e.list(), e.name()));
    }
    if (a.has("request")) return a.section("request").flatMap(this::request);
    if (a.has("stamp")) return stamp(a);
    var cleared = new ArrayList<String>();
    for (String name : a.texts("clear")) {
      if (fields.containsKey(name)) {
        cleared.add(name);
      } else {
        a.wrong("clear", "there is no field `" + name + "`", "Name a declared field");
      }
    }
    return Optional.of(new Deed.Clear(cleared));
  }

  /** An entry of a list, named by a text field. */
  private record Entry(String list, String name) {}

  private Optional<Entry> entry(Section e) {
    e.only(Keys.ENTRY);
    String list = e.required("from", "a list field");
    String name = e.required("entry", "a text field");
    if (!(fields.get(list) instanceof Field.OfList)) {
      e.wrong("from", "`" + list + "` is no list", "Name a list field");
      return Optional.empty();
    }
    if (!(fields.get(name) instanceof Field.OfText)) {
      e.wrong("entry", "`" + name + "` is no text field", "Name a text field");
      return Optional.empty();
    }
    return Optional.of(new Entry(list, name));
  }

  /** Asking for a yes that nothing waits for would leave a clinician deciding for nobody. */
  private Optional<Deed> request(Section r) {
    Optional<Entry> entry = entry(r);
    boolean needed =
        entry.isPresent()
            && fields.values().stream()
                .anyMatch(f ->
                    f instanceof Field.OfText t
                        && t.approvedOnly()
                        && t.from().equals(Optional.of(entry.get().list())));
    if (entry.isPresent() && !needed) {
      r.wrong(
          "from",
          "no field needs an approved entry of " + entry.get().list(),
          "Add a text field with from: " + entry.get().list() + " and only: approved");
    }
    return entry.map(e -> new Deed.Request(e.list(), e.name()));
  }

  private Optional<Deed> stamp(Section a) {
    String field = a.text("stamp").orElse("");
    if (fields.get(field) instanceof Field.OfNumber number && number.max() > 90_000) {
      return Optional.of(new Deed.Stamp(field));
    }
    a.wrong("stamp", "`" + field + "` is no field of days", "Name a field with type: day");
    return Optional.empty();
  }

  private Optional<Deed> put(Section p) {
    p.only(Keys.PUT);
    String field = p.required("field", "a text field");
    if (!(fields.get(field) instanceof Field.OfText)) {
      p.wrong("field", "`" + field + "` is no text field", "Name a text field");
      return Optional.empty();
    }
    return Optional.of(new Deed.Put(field, speech.wordings(p, "text", Speech.Rule.MADE)));
  }

  private Optional<Deed> count(Section a, String key, boolean add) {
    Optional<Section> s = a.section(key);
    if (s.isEmpty() || s.get().keys().size() != 1) {
      a.wrong(key, "one field is expected", "Write " + key + ": {a_number_field: 1}");
      return Optional.empty();
    }
    String field = s.get().keys().iterator().next();
    if (!(fields.get(field) instanceof Field.OfNumber number)) {
      a.wrong(key, "`" + field + "` is no number field", "Name a number field");
      return Optional.empty();
    }
    int most = Math.max(1, number.max());
    return Optional.of(new Deed.Count(field, s.get().integer(field, -most, most, 0), add));
  }

  private Optional<Deed> append(Section p) {
    p.only(Keys.APPEND);
    String to = p.required("to", "a list field");
    if (!(fields.get(to) instanceof Field.OfList list)) {
      p.wrong("to", "`" + to + "` is no list", "Name a list field");
      return Optional.empty();
    }
    var from = new LinkedHashMap<String, String>();
    p.section("from")
        .ifPresent(f -> {
          for (String column : f.keys()) {
            String source = f.text(column).orElse("");
            boolean known = list.columns().stream().anyMatch(c -> c.name().equals(column));
            if (!known) f.wrong(column, "`" + column + "` is no column of " + to, "Rename it");
            if (!fields.containsKey(source) && !source.equals(Deed.Append.TODAY)) {
              f.wrong(column, "there is no field `" + source + "`", "Name a declared field");
            }
            from.put(column, source);
          }
        });
    return Optional.of(new Deed.Append(to, from, p.yes("latest", false)));
  }

  private Optional<Deed> lead(Section l) {
    l.only(Keys.LEAD);
    String list = l.required("list", "a list field");
    String with = l.required("with", "a text field");
    if (!(fields.get(list) instanceof Field.OfList)) {
      l.wrong("list", "`" + list + "` is no list", "Name a list field");
      return Optional.empty();
    }
    if (!(fields.get(with) instanceof Field.OfText)) {
      l.wrong("with", "`" + with + "` is no text field", "Name a text field");
      return Optional.empty();
    }
    return Optional.of(new Deed.Lead(list, with));
  }

  private Optional<Deed> order(Section o) {
    o.only(Keys.ORDER);
    String list = o.required("list", "a list field");
    String by = o.required("by", "a column of numbers");
    if (!(fields.get(list) instanceof Field.OfList field)) {
      o.wrong("list", "`" + list + "` is no list", "Name a list field");
      return Optional.empty();
    }
    if (field.numbers().stream().noneMatch(column -> column.name().equals(by))) {
      o.wrong("by", "`" + by + "` is no column of numbers of " + list, "Name one");
      return Optional.empty();
    }
    return Optional.of(new Deed.Order(list, by));
  }
}
