package io.handrail.care.plan;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.protocol.Protocol;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param scope minutes, topics and the review interval; empty in plans from before there were any
 * @param guidance how the program is steered; empty where it is not
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
    Optional<Set<String>> contraindications,
    Optional<Scope> scope,
    Optional<Guidance> guidance) {

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
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A plan that bounds no minutes and steers nothing. */
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
      Instant changedAt,
      Optional<Set<String>> contraindications) {
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
        contraindications,
        Optional.empty(),
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
        now.isEmpty() && this.contraindications.isEmpty() ? Optional.empty() : Optional.of(now),
        scope,
        guidance);
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
        contraindications,
        scope,
        guidance);
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
        contraindications,
        scope,
        guidance);
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
        contraindications,
        scope,
        guidance);
  }

  /** Minutes, topics and the review interval, as they are or as nothing bounds them. */
  public Scope bounds() {
    return scope.orElse(Scope.OPEN);
  }

  /** How the program is steered; nothing where nobody steers it. */
  public Guidance steered() {
    return guidance.orElse(Guidance.NONE);
  }

  public CarePlan within(Scope bounds) {
    Optional<Scope> now =
        bounds.equals(Scope.OPEN) && scope.isEmpty() ? Optional.empty() : Optional.of(bounds);
    return with(replyMode, now, guidance);
  }

  public CarePlan steeredBy(Guidance steering) {
    Optional<Guidance> now =
        steering.equals(Guidance.NONE) && guidance.isEmpty()
            ? Optional.empty()
            : Optional.of(steering);
    return with(replyMode, scope, now);
  }

  public CarePlan replying(ReplyMode mode) {
    return with(mode, scope, guidance);
  }

  private CarePlan with(ReplyMode mode, Optional<Scope> scope, Optional<Guidance> guidance) {
    return new CarePlan(
        version,
        protocols,
        messagesPerDayMax,
        hours,
        paused,
        modelUse,
        mode,
        steering,
        changedBy,
        changedAt,
        contraindications,
        scope,
        guidance);
  }

  /** Everything the program is told by the clinician, as short notes; the most binding first. */
  public List<String> notes() {
    var notes = new ArrayList<String>();
    if (!bounds().avoid().isEmpty()) {
      notes.add(
          "Topics for the sessions, not for here: " + String.join("; ", bounds().avoid()) + ".");
    }
    if (!bounds().explore().isEmpty()) {
      notes.add("Agreed to look at: " + String.join("; ", bounds().explore()) + ".");
    }
    notes.addAll(steered().notes());
    notes.addAll(steering);
    return List.copyOf(notes);
  }
}
