package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a model of the steps. */
final class Briefs {
  private Briefs() {}

  static Brief of(Draft d, Step.Question q) {
    String ask = first(d, q.ask());
    if (q.id().equals(d.step) && Open.of(d, q).isPresent()) {
      String column = Open.of(d, q).get().column().name();
      String fill = first(d, q.fill().getOrDefault(column, Wordings.NONE));
      if (!fill.isEmpty()) ask = fill;
    }
    return new Brief(q.id(), ask, first(d, q.why()), collects(d, q));
  }

  /**
   * Where a step can lead: to itself, as long as something is missing, and on from every way out,
   * over steps that need not be asked.
   */
  static List<Brief> after(Draft d, Step.Question q) {
    var ids = new LinkedHashSet<String>();
    ids.add(q.id());
    var open = new ArrayList<String>();
    q.next().forEach(go -> open.add(go.to()));
    var seen = new LinkedHashSet<String>();
    while (!open.isEmpty()) {
      String id = open.removeFirst();
      if (!seen.add(id)) continue;
      ids.add(id);
      if (d.protocol().step(id).orElse(null) instanceof Step.Question next
          && (!next.askIf().holds(d)
              || d.filled(next.collect())
              || !next.askIf().equals(Condition.ALWAYS)
              || next.known().isPresent())) {
        next.next().forEach(go -> open.add(go.to()));
      }
    }
    return ids.stream().flatMap(id -> d.protocol().step(id).stream()).map(s -> any(d, s)).toList();
  }

  private static Brief any(Draft d, Step step) {
    return switch (step) {
      case Step.Question q -> of(d, q);
      case Step.Branch b -> new Brief(b.id(), told(d, b.say()), "", "");
      case Step.Close c -> new Brief(c.id(), told(d, c.say()), "", "");
    };
  }

  private static String told(Draft d, List<Step.Told> told) {
    return told.stream()
        .filter(t -> t.when().holds(d))
        .map(t -> first(d, t.say()))
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String first(Draft d, Wordings wordings) {
    return wordings.in(d.language()).stream()
        .flatMap(t -> t.render(d).stream())
        .findFirst()
        .orElse("");
  }

  private static String collects(Draft d, Step.Question q) {
    if (!q.model().contains(Step.ModelMay.EXTRACT)) return "";
    return "{\"type\":\"object\",\"properties\":{\""
        + q.collect()
        + "\":"
        + schema(d, d.protocol().fields().get(q.collect()))
        + "},\"additionalProperties\":false}";
  }

  private static String schema(Draft d, Field field) {
    return switch (field) {
      case Field.OfText text -> "{\"type\":\"string\",\"maxLength\":" + text.maxChars() + "}";
      case Field.OfTime time -> "{\"type\":\"string\",\"maxLength\":40}";
      case Field.OfNumber number -> integer(number.min(), number.max());
      case Field.OfChoice choice -> {
        String ids =
            Expects.options(d, choice).stream()
                .map(o -> "\"" + o.id() + "\"")
                .collect(Collectors.joining(","));
        String one = "{\"type\":\"string\",\"enum\":[" + ids + "]}";
        yield choice.many() ? "{\"type\":\"array\",\"items\":" + one + "}" : one;
      }
      case Field.OfList list ->
          "{\"type\":\"array\",\"maxItems\":"
              + list.max()
              + ",\"items\":{\"type\":\"object\",\"properties\":{"
              + list.columns().stream()
                  .map(c -> "\"" + c.name() + "\":" + column(c))
                  .collect(Collectors.joining(","))
              + "},\"required\":[\""
              + list.words().name()
              + "\"],\"additionalProperties\":false}}";
    };
  }

  private static String column(Field.Column column) {
    return column.kind() == Field.Kind.NUMBER
        ? integer(column.min(), column.max())
        : "{\"type\":\"string\",\"maxLength\":" + column.max() + "}";
  }

  private static String integer(int min, int max) {
    return "{\"type\":\"integer\",\"minimum\":" + min + ",\"maximum\":" + max + "}";
  }
}
