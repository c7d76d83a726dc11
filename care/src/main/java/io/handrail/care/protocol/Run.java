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
 * @param notes what to look at in the next session, as step ids with a reason
 * @param turns answers taken in all; chooses among wordings and bounds the run
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
  }

  public boolean running() {
    return status == Status.RUNNING;
  }
}
