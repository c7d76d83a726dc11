package io.handrail.care.conversation;

import io.handrail.care.protocol.Advance.Happening;
import java.time.Instant;
import java.util.List;

/**
 * The second and last write of a turn.
 *
 * @param happened what the exercise brought about; whoever sums up turns reads it from here, so
 *     that a crash between the two loses nothing
 */
public record Closing(
    Instant at, Outcome outcome, Provenance provenance, List<Happening> happened) {
  public Closing {
    happened = List.copyOf(happened);
  }

  /** A closing that brought nothing about. */
  public Closing(Instant at, Outcome outcome, Provenance provenance) {
    this(at, outcome, provenance, List.of());
  }
}
