package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;

/**
 * One client's go at one protocol, as far as it has come. Immutable; {@code advance} makes the next
 * one.
 *
 * @param language BCP 47 tag of the wordings
 * @param step the step that waits for an answer
 * @param tries answers to this step that were not accepted, 0 or more
 * @param fields the worksheet so far
 * @param path the steps answered or skipped, oldest first; the way back
 * @param notes what to look at in the next session, as {@code step: reason}
 * @param marks what the engine remembers beside the worksheet, for example which wordings it has
 *     used; kept with the run and otherwise nobody's business
 * @param turns answers taken in all; bounds the run
 */
public record Run(
    RunId id,
    ProtocolRef protocol,
    String language,
    Status status,
    String step,
    int tries,
    Map<String, Value> fields,
    List<String> path,
    List<String> notes,
    Map<String, Integer> marks,
    int turns) {

  /** Whether a run goes on. */
  public enum Status {
    RUNNING,
    FINISHED,
    STOPPED
  }

  public Run {
    fields = Map.copyOf(fields);
    path = List.copyOf(path);
    notes = List.copyOf(notes);
    marks = marks == null ? Map.of() : Map.copyOf(marks);
  }

  /** A run without marks, as tests and older documents have it. */
  public Run(
      RunId id,
      ProtocolRef protocol,
      String language,
      Status status,
      String step,
      int tries,
      Map<String, Value> fields,
      List<String> path,
      List<String> notes,
      int turns) {
    this(id, protocol, language, status, step, tries, fields, path, notes, Map.of(), turns);
  }

  public boolean running() {
    return status == Status.RUNNING;
  }

  /** True when its client stopped it, and can take it up again; a stop by a rule stays. */
  public boolean leftOff() {
    return status == Status.STOPPED && marks.getOrDefault(Ending.BY_CLIENT, 0) > 0;
  }
}
