package io.handrail.care.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What a client agreed to.
 *
 * @param version of the consent text that was shown
 * @param model true when replies may be phrased by the clinic's language model
 * @param summaries true when a model may also word the summary that the clinician reads; empty
 *     while nobody asked, which is no
 */
public record Consent(
    String version,
    boolean model,
    Instant givenAt,
    Optional<Instant> withdrawnAt,
    Optional<Boolean> summaries) {

  /** A consent to nothing beyond the replies. */
  public Consent(String version, boolean model, Instant givenAt, Optional<Instant> withdrawnAt) {
    this(version, model, givenAt, withdrawnAt, Optional.empty());
  }

  public boolean stands() {
    return withdrawnAt.isEmpty();
  }

  /** True while a model may word what the clinician reads about this client. */
  public boolean wordsSummaries() {
    return stands() && model && summaries.orElse(false);
  }
}
