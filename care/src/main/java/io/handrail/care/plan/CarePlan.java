package io.handrail.care.plan;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clinician allows one client's program. It is read on every turn, so a change holds on the
 * very next one.
 *
 * @param version counts from 1; every change is one more
 * @param protocols names of the protocols the client may start
 * @param messagesPerDayMax client turns a day in the client's time zone, 1 to 500
 * @param hours when exercises may be worked on, in the client's time zone; empty means always
 * @param paused true stops exercise work at once; support and the screen stay
 * @param steering short notes that the program follows; never shown to the client
 */
public record CarePlan(
    int version,
    Set<String> protocols,
    int messagesPerDayMax,
    List<Hours> hours,
    boolean paused,
    ModelUse modelUse,
    ReplyMode replyMode,
    List<String> steering,
    Optional<StaffId> changedBy,
    Instant changedAt) {

  /** How far a model may take part. */
  public enum ModelUse {
    OFF,
    PHRASING,
    GUIDED
  }

  /** Whether replies go out as written or wait for a clinician. */
  public enum ReplyMode {
    AS_WRITTEN,
    APPROVE_FIRST
  }

  public CarePlan {
    protocols = Set.copyOf(protocols);
    hours = List.copyOf(hours);
    steering = List.copyOf(steering);
    if (messagesPerDayMax < 1 || messagesPerDayMax > 500) {
      throw new IllegalArgumentException("messages a day must be 1 to 500");
    }
  }

  /** What a newly enrolled client gets until a clinician decides otherwise. */
  public static CarePlan cautious(Set<String> protocols, Instant at) {
    return new CarePlan(
        1,
        protocols,
        60,
        List.of(),
        false,
        ModelUse.PHRASING,
        ReplyMode.AS_WRITTEN,
        List.of(),
        Optional.empty(),
        at);
  }

  /** The same limits under another version, author and time. */
  public CarePlan changed(int version, Optional<StaffId> by, Instant at) {
    return new CarePlan(
        version,
        protocols,
        messagesPerDayMax,
        hours,
        paused,
        modelUse,
        replyMode,
        steering,
        by,
        at);
  }

  public CarePlan pausing(boolean paused) {
    return new CarePlan(
        version,
        protocols,
        messagesPerDayMax,
        hours,
        paused,
        modelUse,
        replyMode,
        steering,
        changedBy,
        changedAt);
  }

  /** Other limits; what is not among them stays as it is. */
  public CarePlan limited(
      Set<String> protocols, int messagesPerDayMax, List<Hours> hours, ModelUse modelUse) {
    return new CarePlan(
        version,
        protocols,
        messagesPerDayMax,
        hours,
        paused,
        modelUse,
        replyMode,
        steering,
        changedBy,
        changedAt);
  }
}
