package io.handrail.care.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which of several nodes delivers alerts, and a sign of life for everybody else. The clocks of the
 * nodes must agree to some seconds; should they not, claims still keep two from telling at once.
 *
 * @param node a name that no other start of the program has
 * @param until when another may take over
 * @param ways the channels that this node has set up
 * @param remark what else staff must know of the service, in whole sentences without a last stop
 */
public record AlertLease(
    String node, Instant until, Instant seenAt, List<Channel> ways, Optional<String> remark) {
  /** The key of the one lease there is. */
  public static final String KEY = "alerts";

  public static final Duration LENGTH = Duration.ofSeconds(30);

  public static final AlertLease NOBODY =
      new AlertLease("", Instant.EPOCH, Instant.EPOCH, List.of(), Optional.empty());

  public AlertLease {
    ways = List.copyOf(ways);
  }

  /** Taken or renewed, if it is free or one's own; the same lease where nothing need be stored. */
  public AlertLease held(String by, Instant now, List<Channel> withWays) {
    return held(by, now, withWays, Optional.empty());
  }

  /** The same with something that staff must know. */
  public AlertLease held(
      String by, Instant now, List<Channel> withWays, Optional<String> remarking) {
    boolean own = node.equals(by);
    if (!own && until.isAfter(now)) return this;
    boolean fresh = until.isAfter(now.plus(LENGTH.dividedBy(2)));
    if (own && fresh && ways.equals(withWays) && remark.equals(remarking)) return this;
    return new AlertLease(by, now.plus(LENGTH), now, withWays, remarking);
  }

  /** Given back at a clean stop, so that another need not wait. */
  public AlertLease released(String by, Instant now) {
    return node.equals(by) ? new AlertLease(node, now, seenAt, ways, remark) : this;
  }

  /** True when no node has delivered for so long that something is wrong. */
  public boolean silent(Instant now) {
    return until.plus(LENGTH).isBefore(now);
  }
}
