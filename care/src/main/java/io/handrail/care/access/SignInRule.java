package io.handrail.care.access;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a clinic asks of its staff when they sign in.
 *
 * @param secondFactor true when nobody comes in by a password alone
 * @param by who said so last; empty while nobody did
 */
public record SignInRule(boolean secondFactor, Optional<StaffId> by, Optional<Instant> at) {
  /** A clinic that has not said anything. */
  public static final SignInRule OPEN = new SignInRule(false, Optional.empty(), Optional.empty());
}
