package io.handrail.care.conversation;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person writes in the client's chat and the program is silent until a person hands it back.
 *
 * @param name as the client reads it
 * @param turn the journal place of the turn that began it
 * @param spokeAt when the person last wrote, or took over
 * @param askedAt when the client wrote what the person has not answered yet
 * @param silentSince set when the client was told that the person has not answered; it unlocks
 *     nothing
 */
public record Takeover(
    StaffId by,
    String name,
    long turn,
    Instant since,
    Instant spokeAt,
    Optional<Instant> askedAt,
    Optional<Instant> silentSince) {

  public static Takeover begun(StaffId by, String name, long turn, Instant at) {
    return new Takeover(by, name, turn, at, at, Optional.empty(), Optional.empty());
  }

  /** The person wrote. */
  public Takeover spoke(Instant at) {
    return new Takeover(by, name, turn, since, at, Optional.empty(), Optional.empty());
  }

  /** The client wrote; the first message that waits sets the clock. */
  public Takeover asked(Instant at) {
    return new Takeover(
        by, name, turn, since, spokeAt, askedAt.or(() -> Optional.of(at)), silentSince);
  }

  public Takeover silent(Instant at) {
    return new Takeover(by, name, turn, since, spokeAt, askedAt, Optional.of(at));
  }
}
