package io.handrail.care.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An account's codes from an authenticator app (RFC 6238), and the codes for the day the telephone
 * is lost. Every step is taken inside one compare-and-set, so a code cannot be used twice, not even
 * by two requests at once.
 *
 * @param secret Base32, 160 bits; shared with the app
 * @param on false while it is being set up: it then lets nobody in and is asked of nobody
 * @param since when it was set up, or begun
 * @param lastStep the latest time step whose code was taken; that code and all before are spent
 * @param recovery SHA-256, in hex, of the recovery codes that are left
 * @param failures wrong codes in a row
 * @param failedAt when the last of them was typed
 */
public record SecondFactor(
    String secret,
    boolean on,
    Instant since,
    long lastStep,
    List<String> recovery,
    int failures,
    Optional<Instant> failedAt) {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(2);
  private static final int DOUBLINGS_MAX = 5;

  public SecondFactor {
    recovery = List.copyOf(recovery);
  }

  /** A secret that was shown and not confirmed yet. */
  public static SecondFactor begun(String secret, Instant at) {
    return new SecondFactor(secret, false, at, -1, List.of(), 0, Optional.empty());
  }

  /** Another secret in the place of one that was never confirmed; wrong codes stay counted. */
  public SecondFactor begunAgain(SecondFactor fresh) {
    return new SecondFactor(fresh.secret, false, fresh.since, -1, List.of(), failures, failedAt);
  }

  /** From when a code is looked at again; long past while there were few wrong ones. */
  public Instant openAt() {
    if (failures < FREE || failedAt.isEmpty()) return Instant.MIN;
    int doublings = Math.min(failures - FREE, DOUBLINGS_MAX);
    return failedAt.get().plus(FIRST_WAIT.multipliedBy(1L << doublings));
  }

  public SecondFactor failed(Instant at) {
    return new SecondFactor(secret, on, since, lastStep, recovery, failures + 1, Optional.of(at));
  }

  /** A code of this time step was right: it is spent, with all before it. */
  public SecondFactor taken(long step) {
    return new SecondFactor(secret, on, since, step, recovery, 0, Optional.empty());
  }

  /** The app showed its first right code. */
  public SecondFactor confirmed(long step, List<String> codes, Instant at) {
    return new SecondFactor(secret, true, at, step, codes, 0, Optional.empty());
  }

  /** A recovery code was used; it is gone. */
  public SecondFactor without(String code) {
    var left = new ArrayList<>(recovery);
    left.remove(code);
    return new SecondFactor(secret, on, since, lastStep, left, 0, Optional.empty());
  }

  public SecondFactor withRecovery(List<String> codes) {
    return new SecondFactor(secret, on, since, lastStep, codes, failures, failedAt);
  }
}
