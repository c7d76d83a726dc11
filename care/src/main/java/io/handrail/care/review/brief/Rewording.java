package io.handrail.care.review.brief;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.live.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sentences of a brief that a clinician asked a model to word. The portal asks, the chat answers,
 * and what came of each sentence stands here.
 *
 * @param asked the program's own sentences; none is on risk
 * @param claim which node is at it
 * @param answer empty until there is one
 */
public record Rewording(
    String id,
    StaffId by,
    Instant at,
    List<Asked> asked,
    Optional<Claim> claim,
    Optional<Answer> answer) {
  public Rewording {
    asked = List.copyOf(asked);
  }

  /** A sentence and what it rests on; a wording is bound to both. */
  public record Asked(String text, Source source) {}

  /**
   * @param fault why no model worded anything, for example {@code model_timeout}; empty where one
   *     answered
   * @param worded what came of each sentence
   */
  public record Answer(
      Optional<String> fault,
      Optional<String> model,
      Optional<String> prompt,
      List<Worded> worded) {
    public Answer {
      worded = List.copyOf(worded);
    }

    /** No model answered. */
    public static Answer failed(String fault) {
      return new Answer(Optional.of(fault), Optional.empty(), Optional.empty(), List.of());
    }
  }

  /**
   * @param asked the place of the sentence in {@link Rewording#asked}
   * @param text the model's words, if they held
   * @param refused why they did not
   */
  public record Worded(int asked, Optional<String> text, Optional<WordingCheck.Why> refused) {}

  public Rewording claimed(Claim by, Instant now) {
    return answer.isPresent() || !Claim.free(claim, now)
        ? this
        : new Rewording(id, this.by, at, asked, Optional.of(by), answer);
  }

  public Rewording answered(Answer answer) {
    return this.answer.isPresent()
        ? this
        : new Rewording(id, by, at, asked, Optional.empty(), Optional.of(answer));
  }
}
