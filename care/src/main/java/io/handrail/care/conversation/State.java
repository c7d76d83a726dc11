package io.handrail.care.conversation;

import io.handrail.care.measure.Sitting;
import io.handrail.care.protocol.Run;
import io.handrail.care.safety.SafetyTalk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a client stands after a turn. The state of a client is the state of the last turn of their
 * journal, so it cannot disagree with the log.
 *
 * @param run the exercise under way, finished or stopped; empty before the first
 * @param hold present while the exercise work is stopped
 * @param carried the highest level since the last quiet day; earlier levels carry forward
 * @param lastFlagAt when the last flag was raised
 * @param measure the questionnaire under way, or the last one that was finished
 * @param takeover present while a person writes in the program's place
 * @param pending the reply that waits for a person's yes
 * @param safety the safety conversation under way, or the last one
 */
public record State(
    Optional<Run> run,
    Optional<Hold> hold,
    Usage usage,
    Level carried,
    Optional<Instant> lastFlagAt,
    Optional<Sitting> measure,
    Optional<Takeover> takeover,
    Optional<Pending> pending,
    Optional<SafetyTalk> safety) {

  public static final State FIRST =
      new State(
          Optional.empty(),
          Optional.empty(),
          new Usage(LocalDate.EPOCH, 0),
          Level.NONE,
          Optional.empty());

  /** A state without a questionnaire. */
  public State(
      Optional<Run> run,
      Optional<Hold> hold,
      Usage usage,
      Level carried,
      Optional<Instant> lastFlagAt) {
    this(
        run,
        hold,
        usage,
        carried,
        lastFlagAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A state that no person has a hand in. */
  public State(
      Optional<Run> run,
      Optional<Hold> hold,
      Usage usage,
      Level carried,
      Optional<Instant> lastFlagAt,
      Optional<Sitting> measure) {
    this(
        run,
        hold,
        usage,
        carried,
        lastFlagAt,
        measure,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public State withRun(Run run) {
    return new State(
        Optional.of(run), hold, usage, carried, lastFlagAt, measure, takeover, pending, safety);
  }

  public State withHold(Hold hold) {
    return new State(
        run, Optional.of(hold), usage, carried, lastFlagAt, measure, takeover, pending, safety);
  }

  public State released() {
    return new State(
        run, Optional.empty(), usage, Level.NONE, lastFlagAt, measure, takeover, pending, safety);
  }

  public State withUsage(Usage usage) {
    return new State(run, hold, usage, carried, lastFlagAt, measure, takeover, pending, safety);
  }

  public State carrying(Level level, Optional<Instant> flaggedAt) {
    return new State(
        run,
        hold,
        usage,
        level,
        flaggedAt.or(() -> lastFlagAt),
        measure,
        takeover,
        pending,
        safety);
  }

  public State withMeasure(Sitting sitting) {
    return new State(
        run, hold, usage, carried, lastFlagAt, Optional.of(sitting), takeover, pending, safety);
  }

  public State takenOver(Takeover by) {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, Optional.of(by), pending, safety);
  }

  public State handedBack() {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, Optional.empty(), pending, safety);
  }

  public State awaiting(Pending reply) {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, takeover, Optional.of(reply), safety);
  }

  public State settled() {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, takeover, Optional.empty(), safety);
  }

  public State withSafety(SafetyTalk talk) {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, takeover, pending, Optional.of(talk));
  }

  public State withoutSafety() {
    return new State(
        run, hold, usage, carried, lastFlagAt, measure, takeover, pending, Optional.empty());
  }
}
