package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the worksheet beside the chat. */
final class Sheets {
  private Sheets() {}

  static Sheet of(Draft d) {
    Set<String> ahead = ahead(d);
    var rows = new ArrayList<Sheet.Row>();
    for (Step step : d.protocol().steps()) {
      if (step instanceof Step.Question q && !q.title().isEmpty()) {
        boolean on =
            d.path.contains(q.id()) || ahead.contains(q.id()) || d.value(q.show()).isPresent();
        if (on) rows.add(row(d, q));
      }
    }
    List<Protocol.Part> parts = d.protocol().parts();
    int at = at(d);
    String part = parts.isEmpty() ? "" : text(d, parts.get(at - 1).titles());
    return new Sheet(rows, at, Math.max(1, parts.size()), part, pinned(d));
  }

  private static Sheet.Row row(Draft d, Step.Question q) {
    Field field = d.protocol().fields().get(q.show());
    List<String> lines =
        d.value(q.show()).map(v -> Given.lines(field, v, d.language())).orElse(List.of());
    boolean current = d.running() && q.id().equals(d.step);
    boolean been = d.path.contains(q.id());
    Sheet.State state = Sheet.State.AHEAD;
    if (current) {
      state = Sheet.State.CURRENT;
    } else if (!lines.isEmpty()) {
      state = Sheet.State.ANSWERED;
    } else if (been) {
      state = Sheet.State.SKIPPED;
    }
    return new Sheet.Row(q.id(), title(d, q), lines, state, d.running() && been && !current);
  }

  /** The steps that would come if every condition stayed as it is now. */
  private static Set<String> ahead(Draft d) {
    var seen = new LinkedHashSet<String>();
    Optional<String> at = d.running() ? Optional.of(d.step) : Optional.empty();
    while (at.isPresent() && seen.add(at.get())) {
      at =
          d.protocol().step(at.get()).orElse(null) instanceof Step.Question q
              ? Flow.ahead(d, q)
              : Optional.empty();
    }
    seen.removeIf(id ->
        d.protocol().step(id).orElse(null) instanceof Step.Question q
            && !id.equals(d.step)
            && !q.askIf().holds(d));
    return seen;
  }

  private static int at(Draft d) {
    List<Protocol.Part> parts = d.protocol().parts();
    if (parts.isEmpty()) return 1;
    if (d.status == Run.Status.FINISHED) return parts.size();
    String id = d.waiting().map(Step.Question::part).orElse("");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).id().equals(id)) return i + 1;
    }
    return 1;
  }

  private static Optional<Sheet.Pinned> pinned(Draft d) {
    return d.protocol()
        .pin()
        .flatMap(name ->
            d.value(name)
                .filter(v -> v instanceof Value.Text)
                .map(v -> new Sheet.Pinned(titleOf(d, name), Given.plain(v))));
  }

  private static String titleOf(Draft d, String field) {
    return d.protocol().steps().stream()
        .filter(s -> s instanceof Step.Question q && q.collect().equals(field))
        .map(s -> title(d, (Step.Question) s))
        .findFirst()
        .orElse("");
  }

  /** The title of a step, or of its part where it has none. */
  static String title(Facts facts, Step.Question q) {
    if (!q.title().isEmpty()) return text(facts, q.title());
    return facts.protocol().parts().stream()
        .filter(p -> p.id().equals(q.part()))
        .map(p -> text(facts, p.titles()))
        .findFirst()
        .orElse("");
  }

  private static String text(Facts facts, java.util.Map<String, String> byLanguage) {
    return byLanguage.getOrDefault(facts.language(), "");
  }
}
