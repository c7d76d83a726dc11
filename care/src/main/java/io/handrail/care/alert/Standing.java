package io.handrail.care.alert;

import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whom and what an alert can use, as it stands at this moment.
 *
 * @param clinician who is responsible for the client; empty when nobody is
 * @param reachable members of staff with an e-mail address
 * @param ways the channels that are set up
 */
public record Standing(
    Optional<StaffId> clinician, Rota rota, Set<StaffId> reachable, Set<Channel> ways) {
  public Standing {
    reachable = Set.copyOf(reachable);
    ways = Set.copyOf(ways);
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
