package io.handrail.care.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * A reply that waits for a person's yes.
 *
 * @param turn the journal place of the turn it answers; its outcome holds the draft
 * @param remindedAt when the client was told that it takes longer
 */
public record Pending(long turn, Instant since, Optional<Instant> remindedAt) {
  public Pending reminded(Instant at) {
    return new Pending(turn, since, Optional.of(at));
  }
}
