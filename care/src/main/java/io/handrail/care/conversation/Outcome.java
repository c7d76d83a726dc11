package io.handrail.care.conversation;

import java.util.Optional;

/** How a turn ended. A new outcome breaks every switch at compile time. */
public sealed interface Outcome {

  /** A model's reply, let through sentence by sentence. */
  record Replied(String model) implements Outcome {}

  /**
   * The protocol's own wording.
   *
   * @param because why no model spoke: {@code tapped}, {@code model_off}, {@code model_timeout},
   *     {@code model_down}, {@code model_invalid}, {@code off_step}, {@code as_written} (the file
   *     wants a text read as it stands), {@code budget}, {@code recovered}
   */
  record Scripted(String because) implements Outcome {}

  /**
   * The message was heard and kept; the exercise did not go on.
   *
   * @param by {@code hold}, {@code awaiting_approval}, or the limit: {@code paused}, {@code
   *     messages_a_day}, {@code minutes_a_day}, {@code hours}, {@code protocol_not_permitted},
   *     {@code no_plan}
   */
  record Held(String by) implements Outcome {}

  /** This very message asked for a person. */
  record Escalated(Level level) implements Outcome {}

  /** The guard refused the model's draft; the scripted wording was shown in its place. */
  record Withheld(String model, String draft, java.util.List<String> findings) implements Outcome {
    public Withheld {
      findings = java.util.List.copyOf(findings);
    }
  }

  /**
   * The reply waits for a clinician.
   *
   * @param draft the reply as one text
   * @param proposal what a yes brings about; empty in turns from before there was one
   */
  record AwaitingApproval(String draft, Optional<Proposal> proposal) implements Outcome {}

  /** A clinician is writing; the program is silent. */
  record TakenOver(String by) implements Outcome {}

  /** A fault of ours; the client was told and nothing is lost. */
  record Unavailable(String fault) implements Outcome {}

  /** A member of staff acted; there was nothing to answer. */
  record Noted() implements Outcome {}
}
