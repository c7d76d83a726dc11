package io.handrail.portal.fidelity;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.fidelity.Violations;
import io.handrail.portal.Spoken;
import io.handrail.portal.fidelity.FidelityPage.Entry;
import io.handrail.portal.fidelity.FidelityPage.Marking;
import io.handrail.portal.fidelity.FidelityPage.Violated;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The fifteen violations in rows, and the form for what only a person can tell. */
final class ViolationRows {
  private static final int EXCERPT = 70;

  private ViolationRows() {}

  static List<Violated> of(List<Violations.Count> counts) {
    var rows = new ArrayList<Violated>();
    String group = "";
    for (Violations.Count count : counts) {
      boolean first = !count.group().equals(group);
      group = count.group();
      String same = group;
      int rowsOfGroup = (int) counts.stream().filter(c -> c.group().equals(same)).count();
      rows.add(
          new Violated(
              first ? group : "",
              rowsOfGroup,
              count.name(),
              count.counted().orElse(""),
              count.held(),
              count.found(),
              count.marked()));
    }
    return rows;
  }

  static Marking marking(List<Turn> turns, Talks.Mark mark) {
    List<Entry> entries =
        turns.stream()
            .filter(turn -> !turn.shown().isEmpty())
            .map(turn -> new Entry(turn.id().seq(), words(turn)))
            .toList();
    return new Marking(
        mark.chosen(), Violations.names(), entries, UUID.randomUUID().toString(), mark.problem());
  }

  private static String words(Turn turn) {
    String all = turn.shown().stream().map(Line::text).collect(Collectors.joining(" "));
    return Spoken.excerpt(all, EXCERPT);
  }
}
