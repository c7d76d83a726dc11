package io.handrail.care.access;

import io.handrail.care.clinic.StaffId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Help for one account whose passphrase is forgotten: a code that somebody else made, good for an
 * hour, once. Every step is taken inside one compare-and-set, so a code is not used twice and wrong
 * ones are counted on whichever node they are typed.
 *
 * @param code the latest that was made; an earlier one ended with it
 * @param lastSet when a passphrase was last set with a code, and who had made that
 * @param secondStepTaken who last took this account's second step away, and when
 */
public record PassphraseHelp(
    Optional<Code> code, Optional<Helped> lastSet, Optional<Helped> secondStepTaken) {
  public static final PassphraseHelp NONE =
      new PassphraseHelp(Optional.empty(), Optional.empty(), Optional.empty());
  public static final Duration CODE_LASTS = Duration.ofHours(1);

  /** How long whoever gave the one help may not give the other. */
  public static final Duration APART = Duration.ofDays(7);

  /** After so many wrong ones in all the code is worth nothing; a new one is made in a moment. */
  private static final int WRONG_MAX = 10;

  /**
   * A code.
   *
   * @param hash SHA-256 of it, in hex; it is kept nowhere itself
   * @param wrong how many others were typed since it was made
   * @param usedAt when a new passphrase was set with it
   */
  public record Code(
      String hash,
      StaffId by,
      Instant madeAt,
      Instant expiresAt,
      int wrong,
      Optional<Instant> usedAt) {

    public boolean openAt(Instant now) {
      return usedAt.isEmpty() && wrong < WRONG_MAX && now.isBefore(expiresAt);
    }

    private boolean is(String other) {
      return MessageDigest.isEqual(
          hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Who helped, and when. */
  public record Helped(StaffId by, Instant at) {}

  public PassphraseHelp made(String hash, StaffId by, Instant at) {
    var made = new Code(hash, by, at, at.plus(CODE_LASTS), 0, Optional.empty());
    return new PassphraseHelp(Optional.of(made), lastSet, secondStepTaken);
  }

  /** True when this is the code, it is open, and it may be used now. */
  public boolean opens(String hash, Instant now) {
    return code.filter(c -> c.openAt(now) && c.is(hash)).isPresent();
  }

  /** A wrong one was typed; where no code is open there is nothing to count against. */
  public PassphraseHelp refused(Instant now) {
    return code.filter(c -> c.openAt(now))
        .map(c ->
            new PassphraseHelp(
                Optional.of(new Code(c.hash, c.by, c.madeAt, c.expiresAt, c.wrong + 1, c.usedAt)),
                lastSet,
                secondStepTaken))
        .orElse(this);
  }

  /** The code was used; it is spent. */
  public PassphraseHelp used(Instant at) {
    return new PassphraseHelp(
        code.map(c -> new Code(c.hash, c.by, c.madeAt, c.expiresAt, c.wrong, Optional.of(at))),
        code.map(c -> new Helped(c.by, at)),
        secondStepTaken);
  }

  public PassphraseHelp secondStepTaken(StaffId by, Instant at) {
    return new PassphraseHelp(code, lastSet, Optional.of(new Helped(by, at)));
  }

  /**
   * Whoever took the second step away does not make the code as well, nor the other way round:
   * nobody alone can come in as somebody else.
   */
  public boolean codeForbidden(StaffId by, Instant now) {
    return secondStepTaken
        .filter(t -> t.by.equals(by) && now.isBefore(t.at.plus(APART)))
        .isPresent();
  }

  public boolean secondStepForbidden(StaffId by, Instant now) {
    return code.filter(c -> c.by.equals(by) && now.isBefore(c.madeAt.plus(APART))).isPresent();
  }
}
