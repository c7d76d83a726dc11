package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Field.Unit;
import io.handrail.care.protocol.Protocol.Series;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Reads what is drawn over time. */
record SeriesReader(Map<String, Field> fields, Speech speech) {

  Optional<Series> read(Section s) {
    s.only(Keys.SERIES);
    String name = s.required("list", "a list field");
    String by = s.required("by", "the column that holds the date");
    if (!(fields.get(name) instanceof Field.OfList list) || !list.traits().keep()) {
      s.wrong("list", "`" + name + "` is no list that is kept", "Name a list with keep: true");
      return Optional.empty();
    }
    if (!list.words().name().equals(by)) {
      s.wrong("by", "`" + by + "` is not the first column of " + name, "Put the date first");
      return Optional.empty();
    }
    var lines = new ArrayList<Series.Line>();
    for (Section line : s.sections("show")) line(line, list).ifPresent(lines::add);
    if (lines.isEmpty()) s.required("show", "[{column: mood, title: {en: \"Mood\"}}]");
    return Optional.of(new Series(name, by, lines));
  }

  private Optional<Series.Line> line(Section s, Field.OfList list) {
    s.only(Keys.SERIES_LINE);
    String name = s.required("column", "a number of the list");
    Optional<Field.Column> column =
        list.numbers().stream().filter(c -> c.name().equals(name)).findFirst();
    if (column.isEmpty()) {
      s.wrong("column", "`" + name + "` is no number of " + list.name(), "Name one of its numbers");
      return Optional.empty();
    }
    if (!s.has("title")) s.required("title", "{en: \"...\"}");
    return Optional.of(
        new Series.Line(
            name,
            speech.label(s, "title"),
            s.oneOf("unit", Unit.class).orElse(Unit.PLAIN),
            column.get().min(),
            column.get().max()));
  }
}
