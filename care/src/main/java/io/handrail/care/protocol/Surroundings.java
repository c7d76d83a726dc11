package io.handrail.care.protocol;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is told of the world before it takes an answer: the engine itself looks at no clock
 * and no store. It is told anew on every turn, so what a clinician takes back holds on the next
 * one.
 *
 * @param today on the client's calendar
 * @param approvals list field to entry, in the client's words, to the clinician's decision
 */
public record Surroundings(
    Optional<LocalDate> today, Map<String, Map<String, Approval>> approvals) {
  public static final Surroundings NOTHING = new Surroundings(Optional.empty(), Map.of());

  private static final String APPROVAL = "approval:";
  private static final String TODAY = "today";

  public Surroundings {
    approvals = Map.copyOf(approvals);
  }

  /** The same run, knowing this and nothing older. */
  Run around(Run run) {
    var marks = new HashMap<>(run.marks());
    marks.keySet().removeIf(k -> k.startsWith(APPROVAL));
    today.ifPresent(day -> marks.put(TODAY, Math.toIntExact(day.toEpochDay())));
    approvals.forEach((list, entries) ->
        entries.forEach((entry, is) -> marks.putIfAbsent(key(list, entry), 1 + is.ordinal())));
    return new Run(
        run.id(),
        run.protocol(),
        run.language(),
        run.status(),
        run.step(),
        run.tries(),
        run.fields(),
        run.path(),
        run.notes(),
        marks,
        run.turns());
  }

  static Optional<Approval> approval(Draft d, String list, String entry) {
    int mark = d.mark(key(list, entry));
    return mark == 0 ? Optional.empty() : Optional.of(Approval.values()[mark - 1]);
  }

  /** From this turn on the entry waits for the clinician. */
  static void asked(Draft d, String list, String entry) {
    d.mark(key(list, entry), 1 + Approval.WAITING.ordinal());
  }

  private static String key(String list, String entry) {
    return APPROVAL + list + ":" + Texts.bare(entry);
  }
}
