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
}
