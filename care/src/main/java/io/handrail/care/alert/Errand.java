package io.handrail.care.alert;

import io.handrail.care.clinic.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Telling one person by one channel, as often as the chain asks for it.
 *
 * @param to who; empty for a channel that has one address for all
 * @param round the latest round that asks for it, from 1
 * @param sentRound the latest round it was done in; 0 for never
 * @param due since when it is undone, or the moment it was last asked for
 * @param sends how often it was done
 * @param failures failed tries in a row
 * @param fault why the last try failed; empty after one that worked
 * @param claim set while a node is at it
 */
public record Errand(
    Channel channel,
    Optional<StaffId> to,
    int round,
    int sentRound,
    Instant due,
    int sends,
    Optional<Instant> firstAt,
    Optional<Instant> lastAt,
    int failures,
    Optional<Fault> fault,
    Instant nextTry,
    Optional<Claim> claim) {

  private static final Duration PAUSE_FIRST = Duration.ofSeconds(15);
  private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

  /**
   * One node's word that it is telling somebody now.
   *
   * @param round which round it tells of
   * @param until when another may take it over: the node is then taken for dead
   */
  public record Claim(String node, int round, Instant until) {}

  static Errand asked(Channel channel, Optional<StaffId> to, int round, Instant now) {
    return new Errand(
        channel,
        to,
        round,
        0,
        now,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        now,
        Optional.empty());
  }

  /** Asked for once more. Where it is still undone the old try goes on, for the new round. */
  Errand again(int newRound, Instant now) {
    boolean undone = open();
    return new Errand(
        channel,
        to,
        newRound,
        sentRound,
        undone ? due : now,
        sends,
        firstAt,
        lastAt,
        failures,
        fault,
        undone ? nextTry : now,
        claim);
  }

  /** True while the latest round is not done. */
  public boolean open() {
    return sentRound < round;
  }

  /** True when somebody should be at it now and nobody is. */
  public boolean ready(Instant now) {
    return open() && !nextTry.isAfter(now) && claim.map(c -> !c.until().isAfter(now)).orElse(true);
  }

  public boolean isFor(Channel channel, Optional<StaffId> to) {
    return this.channel == channel && this.to.equals(to);
  }

  /** A claim whose node died is taken over for the round it told of, so the repeat is known. */
  Errand claimed(String node, Instant now, Duration length) {
    int of = claim.map(Claim::round).orElse(round);
    return with(Optional.of(new Claim(node, of, now.plus(length))));
  }

  Errand sent(int ofRound, Instant at) {
    return new Errand(
        channel,
        to,
        round,
        Math.max(sentRound, ofRound),
        due,
        sends + 1,
        firstAt.or(() -> Optional.of(at)),
        Optional.of(at),
        0,
        Optional.empty(),
        at,
        Optional.empty());
  }

  /** Tried again after a pause that doubles with every failure. */
  Errand failed(Fault why, Instant at) {
    Duration pause = PAUSE_FIRST.multipliedBy(1L << Math.min(failures, 10));
    if (pause.compareTo(PAUSE_MAX) > 0) pause = PAUSE_MAX;
    return new Errand(
        channel,
        to,
        round,
        sentRound,
        due,
        sends,
        firstAt,
        lastAt,
        failures + 1,
        Optional.of(why),
        at.plus(pause),
        Optional.empty());
  }

  private Errand with(Optional<Claim> newClaim) {
    return new Errand(
        channel, to, round, sentRound, due, sends, firstAt, lastAt, failures, fault, nextTry,
        newClaim);
  }
}
