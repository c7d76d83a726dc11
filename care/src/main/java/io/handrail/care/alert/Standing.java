package io.handrail.care.alert;

import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Whom and what an alert can use, as it stands at this moment.
 *
 * @param clinician who is responsible for the client; empty when nobody is
 * @param standsIn who is there in the clinician's place now; empty while the clinician is there
 * @param reachable members of staff with an e-mail address
 * @param ways the channels that are set up
 * @param zone the clinic's clock
 */
public record Standing(
    Optional<StaffId> clinician,
    Optional<StaffId> standsIn,
    Rota rota,
    Set<StaffId> reachable,
    Set<Channel> ways,
    ZoneId zone) {
  public Standing {
    reachable = Set.copyOf(reachable);
    ways = Set.copyOf(ways);
  }

  /** With the clinician there, on a clock without summer time. */
  public Standing(
      Optional<StaffId> clinician, Rota rota, Set<StaffId> reachable, Set<Channel> ways) {
    this(clinician, Optional.empty(), rota, reachable, ways, ZoneOffset.UTC);
  }

  /**
   * When the next people are told: by the clock of what must be answered now, by the clinic's
   * working hours of what must be answered the same working day.
   */
  Instant next(Level level, Instant now) {
    return switch (level) {
      case CRISIS -> now.plus(rota.urgentEvery());
      case CONCERN, WATCH, NONE -> rota.workingDays().after(now, rota.sameDayEvery(), zone);
    };
  }

  /** How long an unanswered flag of this level waits before the next person is told. */
  public Duration every(Level level) {
    return switch (level) {
      case CRISIS -> rota.urgentEvery();
      case CONCERN, WATCH, NONE -> rota.sameDayEvery();
    };
  }

  public boolean leavesTheHouse() {
    return ways.stream().anyMatch(Channel::outward);
  }

  /** True when an alert for this person can leave the house. */
  boolean reaches(StaffId person) {
    return ways.contains(Channel.WEBHOOK)
        || (ways.contains(Channel.EMAIL) && reachable.contains(person));
  }
}
