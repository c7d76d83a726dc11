package io.handrail.care.plan;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.protocol.Protocol;
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
 * @param contraindications names of what applies to this client and keeps exercises from them;
 *     empty in plans from before there were any
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
    Instant changedAt,
    Optional<Set<String>> contraindications) {

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
    contraindications = contraindications.map(Set::copyOf);
    if (messagesPerDayMax < 1 || messagesPerDayMax > 500) {
      throw new IllegalArgumentException("messages a day must be 1 to 500");
    }
  }

  /** A plan of a client to whom no contraindication applies. */
  public CarePlan(
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
    this(
        version,
        protocols,
        messagesPerDayMax,
        hours,
        paused,
        modelUse,
        replyMode,
        steering,
        changedBy,
        changedAt,
        Optional.empty());
  }

  /** What applies to this client and keeps exercises from them. */
  public Set<String> inTheWay() {
    return contraindications.orElse(Set.of());
  }

  /**
   * True when the exercise is among the permitted ones and nothing that applies speaks against it.
   */
  public boolean permits(Protocol protocol) {
    return protocols.contains(protocol.ref().name()) && !contraindicated(protocol);
  }

  /** True when something that applies to this client speaks against the exercise. */
  public boolean contraindicated(Protocol protocol) {
    return protocol.contraindications().stream().anyMatch(inTheWay()::contains);
  }

  /** What speaks against exercises for this client; nothing else changes. */
  public CarePlan against(Set<String> contraindications) {
    Set<String> now = contraindications;
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
        changedAt,
        now.isEmpty() && this.contraindications.isEmpty() ? Optional.empty() : Optional.of(now));
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
        at,
        contraindications);
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
        changedAt,
        contraindications);
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
        changedAt,
        contraindications);
  }
}
