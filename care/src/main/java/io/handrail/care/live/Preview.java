package io.handrail.care.live;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.Guidance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the program would have answered to past messages, by the steering as it stands and by
 * another. The portal asks, the chat answers, and nothing of it is ever shown to the client.
 *
 * @param turns the journal places of the messages
 * @param asked the steering to try
 * @param answers in the order of {@code turns}; empty until the chat has made them
 * @param claim who is making it
 */
public record Preview(
    String id,
    StaffId by,
    Instant at,
    List<Long> turns,
    Guidance asked,
    Optional<List<Pair>> answers,
    Optional<Claim> claim) {
  public static final int TURNS_MAX = 3;

  /** A preview that was just asked for. */
  public Preview(String id, StaffId by, Instant at, List<Long> turns, Guidance asked) {
    this(id, by, at, turns, asked, Optional.empty(), Optional.empty());
  }

  public Preview {
    turns = List.copyOf(turns);
    answers = answers.map(List::copyOf);
  }

  /**
   * The answers to one message, by script and, where one may take part, by a model.
   *
   * @param turn the journal place of the message
   */
  public record Pair(
      long turn,
      Answer scriptBefore,
      Answer scriptAfter,
      Optional<Answer> modelBefore,
      Optional<Answer> modelAfter) {}

  /**
   * @param text what the client would have read
   * @param how {@code script}, {@code model}, {@code withheld} where the guard refused the draft
   *     and the script spoke, or why no model did
   * @param findings what the guard found
   */
  public record Answer(String text, String how, List<String> findings) {
    public Answer {
      findings = List.copyOf(findings);
    }
  }

  public Preview answered(List<Pair> pairs) {
    return answers.isPresent()
        ? this
        : new Preview(id, by, at, turns, asked, Optional.of(pairs), Optional.empty());
  }

  /** Taken up by a node, unless it is made or another one has it. */
  public Preview claimed(Claim by, Instant now) {
    return answers.isPresent() || !Claim.free(claim, now)
        ? this
        : new Preview(id, this.by, at, turns, asked, answers, Optional.of(by));
  }
}
