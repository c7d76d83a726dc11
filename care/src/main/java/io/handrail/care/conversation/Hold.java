package io.handrail.care.conversation;

import java.time.Instant;
import java.util.List;

/**
 * The exercise work of a client is stopped until a named person releases it. Support stays open.
 *
 * @param turn the journal place of the turn that set it
 * @param signals the names of what was seen
 */
public record Hold(long turn, Instant since, List<String> signals) {
  public Hold {
    signals = List.copyOf(signals);
  }
}
