package io.handrail.care.safety;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One step of a plan.
 *
 * @param agreed the lines that count
 * @param proposal what the client would like instead, in a step that a clinician signs
 * @param signature who agreed to the lines; empty in the client's own steps and before the first
 */
public record PlanPart(
    PlanStep step,
    List<String> agreed,
    Optional<Proposal> proposal,
    Optional<Signature> signature) {

  public PlanPart {
    agreed = List.copyOf(agreed);
  }

  static PlanPart empty(PlanStep step) {
    return new PlanPart(step, List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * What the client would like to stand there.
   *
   * @param declined the clinician's answer, where it was no
   */
  public record Proposal(List<String> lines, String by, Instant at, Optional<Signature> declined) {
    public Proposal {
      lines = List.copyOf(lines);
    }
  }

  /** A clinician's word on it. The comment may be empty. */
  public record Signature(String by, Instant at, String comment) {}

  /** True while a clinician has not answered. */
  public boolean waiting() {
    return proposal.filter(p -> p.declined().isEmpty()).isPresent();
  }

  /** What the client last wanted to stand here, agreed or not. */
  public List<String> wanted() {
    return proposal.map(Proposal::lines).orElse(agreed);
  }

  PlanPart written(List<String> lines, String by, Instant at) {
    if (!step.signed()) return new PlanPart(step, lines, Optional.empty(), signature);
    Optional<Proposal> asked =
        lines.equals(agreed)
            ? Optional.empty()
            : Optional.of(new Proposal(lines, by, at, Optional.empty()));
    return new PlanPart(step, agreed, asked, signature);
  }

  PlanPart signed(Signature by) {
    return new PlanPart(step, wanted(), Optional.empty(), Optional.of(by));
  }

  PlanPart declined(Signature by) {
    return new PlanPart(
        step,
        agreed,
        proposal.map(p -> new Proposal(p.lines(), p.by(), p.at(), Optional.of(by))),
        signature);
  }

  PlanPart set(List<String> lines, Signature by) {
    return new PlanPart(step, lines, Optional.empty(), Optional.of(by));
  }
}
