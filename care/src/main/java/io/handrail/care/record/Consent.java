package io.handrail.care.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What a client agreed to.
 *
 * @param version of the consent text that was shown
 * @param model true when replies may be phrased by the clinic's language model
 */
public record Consent(
    String version, boolean model, Instant givenAt, Optional<Instant> withdrawnAt) {
  public boolean stands() {
    return withdrawnAt.isEmpty();
  }
}
