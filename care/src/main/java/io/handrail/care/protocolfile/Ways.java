package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Step.Deed;
import io.handrail.care.protocol.Step.Go;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Checks the flow: every way leads somewhere, every step is reached, every loop is bounded. */
final class Ways {
  private final Ledger ledger;
  private final List<Step> steps;
  private final Map<String, Node> lines;
  private final Map<String, Step> byId = new HashMap<>();

  Ways(Ledger ledger, List<Step> steps, Map<String, Node> lines) {
    this.ledger = ledger;
    this.steps = steps;
    this.lines = lines;
    steps.forEach(s -> byId.putIfAbsent(s.id(), s));
  }

  void check(Map<String, Field> fields, Node fieldsAt) {
    if (steps.isEmpty()) return;
    boolean whole = true;
    for (Step step : steps) {
      whole &= !(step instanceof Step.Question q) || !q.next().isEmpty();
      for (Go go : ways(step)) {
        if (byId.containsKey(go.to())) continue;
        whole = false;
        wrong(
            step.id(),
            "next",
            "there is no step `" + go.to() + "`",
            "Use one of: " + String.join(", ", new TreeSet<>(byId.keySet())));
      }
    }
    // With a way broken off, all that lies behind it would be told as well.
    if (whole) reached();
    bounded();
    filled(fields, fieldsAt);
  }

  private void reached() {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<String>(List.of(steps.getFirst().id()));
    while (!open.isEmpty()) {
      String id = open.poll();
      if (seen.add(id) && byId.containsKey(id)) ways(byId.get(id)).forEach(g -> open.add(g.to()));
    }
    for (Step step : steps) {
      if (!seen.contains(step.id())) {
        wrong(step.id(), "id", "no way leads to this step", "Name it in a `next`, or take it out");
      }
    }
    boolean ends =
        steps.stream().anyMatch(s -> !(s instanceof Step.Question) && seen.contains(s.id()));
    if (!ends) {
      wrong(
          steps.getLast().id(),
          "next",
          "no way leads to an end",
          "Add a step with `close`, and name it in a `next`");
    }
  }

  /** A loop needs one way that may be taken only so many times. */
  private void bounded() {
    var done = new HashSet<String>();
    for (Step step : steps) loops(step.id(), new ArrayList<>(), done);
  }

  private void loops(String id, List<String> trail, Set<String> done) {
    int at = trail.indexOf(id);
    if (at >= 0) {
      String loop = String.join(" -> ", trail.subList(at, trail.size())) + " -> " + id;
      wrong(
          trail.getLast(),
          "next",
          "the loop " + loop + " may go on for ever",
          "Add most: 2 to one of its ways");
      return;
    }
    if (!byId.containsKey(id) || !done.add(id)) return;
    trail.add(id);
    for (Go go : ways(byId.get(id))) {
      if (go.most() == 0) {
        if (trail.contains(go.to())) {
          loops(go.to(), trail, done);
        } else {
          loops(go.to(), new ArrayList<>(trail), done);
        }
      }
    }
  }

  private void filled(Map<String, Field> fields, Node fieldsAt) {
    var filled = new HashSet<String>();
    for (Step step : steps) {
      if (!(step instanceof Step.Question q)) continue;
      filled.add(q.collect());
      for (Step.Act act : q.then()) {
        switch (act.deed()) {
          case Deed.Put put -> filled.add(put.field());
          case Deed.Count count -> filled.add(count.field());
          case Deed.Append append -> filled.add(append.list());
          case Deed.Lead lead -> {}
          case Deed.Order order -> {}
          case Deed.Note note -> {}
          case Deed.Flag flag -> {}
          case Deed.Drop drop -> {}
          case Deed.Request request -> {}
          case Deed.Stamp stamp -> filled.add(stamp.field());
          case Deed.Clear clear -> {}
        }
      }
    }
    for (String name : fields.keySet()) {
      Field field = fields.get(name);
      boolean works = field instanceof Field.OfNumber n && n.computed().isPresent();
      if (works && filled.contains(name)) {
        ledger.wrong(
            fieldsAt, "fields." + name, "it is computed and asked for", "Keep one of the two");
      }
      if (!works && field.traits().reads().isEmpty() && !filled.contains(name)) {
        ledger.wrong(
            fieldsAt, "fields." + name, "no step fills it", "Collect it in a step, or take it out");
      }
    }
  }

  private static List<Go> ways(Step step) {
    return step instanceof Step.Question q ? q.next() : List.of();
  }

  private void wrong(String step, String key, String what, String mend) {
    ledger.wrong(lines.get(step), "steps." + step + "." + key, what, mend);
  }
}
