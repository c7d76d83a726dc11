package io.handrail.care.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a run before and after one answer, and says whether the file allows that way. It knows
 * nothing of how the engine works, so it can judge it, and whatever is stored.
 */
public final class Way {
  private Way() {}

  /** What is wrong with the way from one to the other; empty when the file allows it. */
  public static Optional<String> wrong(Protocol protocol, Run before, Run after) {
    if (!before.id().equals(after.id()) || !before.protocol().equals(after.protocol())) {
      return Optional.of("another run");
    }
    if (!before.running() && after.running() && before.status() != Run.Status.STOPPED) {
      return Optional.of("a finished run goes on");
    }
    return step(protocol, before, after).or(() -> fields(protocol, after));
  }

  private static Optional<String> step(Protocol protocol, Run before, Run after) {
    Step at = protocol.step(after.step()).orElse(null);
    if (at == null) return Optional.of("unknown step " + after.step());
    if (after.running() && !(at instanceof Step.Question)) {
      return Optional.of("waits at " + after.step() + ", which asks nothing");
    }
    if (after.status() == Run.Status.FINISHED && at instanceof Step.Question) {
      return Optional.of("finished at " + after.step() + ", which is no end");
    }
    if (after.running() && at instanceof Step.Question q && after.tries() >= q.maxAttempts()) {
      return Optional.of(after.tries() + " tries at " + after.step());
    }
    boolean there = after.step().equals(before.step()) || before.path().contains(after.step());
    return there || reaches(protocol, before, after)
        ? Optional.empty()
        : Optional.of(before.step() + " to " + after.step());
  }

  /** Along the declared ways on, over questions that need not be asked. */
  private static boolean reaches(Protocol protocol, Run before, Run after) {
    var facts = new Draft(protocol, after);
    var open = new ArrayDeque<>(starts(protocol, before));
    var seen = new HashSet<String>();
    while (!open.isEmpty()) {
      String id = open.poll();
      if (id.equals(after.step())) return true;
      if (!seen.add(id) || !(protocol.step(id).orElse(null) instanceof Step.Question q)) continue;
      boolean passed =
          !q.askIf().holds(facts) || facts.filled(q.collect()) || after.path().contains(id);
      if (passed) q.next().forEach(go -> open.add(go.to()));
    }
    return false;
  }

  private static List<String> starts(Protocol protocol, Run before) {
    // A correction goes back a step and on from there.
    var left = new ArrayList<>(before.path());
    left.add(before.step());
    var starts = new ArrayList<String>();
    for (String id : left) {
      if (protocol.step(id).orElse(null) instanceof Step.Question q) {
        q.next().forEach(go -> starts.add(go.to()));
      }
    }
    return starts;
  }

  private static Optional<String> fields(Protocol protocol, Run after) {
    for (Map.Entry<String, Value> entry : after.fields().entrySet()) {
      Field field = protocol.fields().get(entry.getKey());
      if (field == null || !Fit.fits(field, entry.getValue())) {
        return Optional.of("field " + entry.getKey() + " out of range");
      }
    }
    return after.turns() > protocol.maxTurns()
        ? Optional.of("more than " + protocol.maxTurns() + " turns")
        : Optional.empty();
  }
}
