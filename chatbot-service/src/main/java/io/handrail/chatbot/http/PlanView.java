package io.handrail.chatbot.http;

import io.handrail.care.safety.CallLine;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.PlanPart.Signature;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A safety plan as its client reads it. */
final class PlanView {
  private PlanView() {}

  /**
   * One step.
   *
   * @param number from 1
   * @param signed whether a clinician agrees to what stands here
   * @param waiting true while what the client wrote has no answer
   * @param declined the clinician's no, with the reason
   */
  public record Step(
      int number,
      String key,
      boolean signed,
      List<Line> lines,
      boolean waiting,
      Optional<Signature> declined,
      Optional<Signature> agreed) {}

  /**
   * A line.
   *
   * @param state {@code agreed}, {@code proposed}, or {@code leaving} where the client took it out
   *     and the clinician has not agreed to that
   */
  public record Line(String words, Optional<CallLine.Call> call, String state) {}

  static List<Step> steps(SafetyPlan plan) {
    return plan.parts().stream().map(PlanView::step).toList();
  }

  private static Step step(PlanPart part) {
    PlanStep step = part.step();
    return new Step(
        step.ordinal() + 1,
        step.key(),
        step.signed(),
        lines(part),
        part.waiting(),
        part.proposal().flatMap(PlanPart.Proposal::declined),
        part.agreed().isEmpty() ? Optional.empty() : part.signature());
  }

  private static List<Line> lines(PlanPart part) {
    var all = new LinkedHashSet<String>(part.wanted());
    all.addAll(part.agreed());
    var lines = new ArrayList<Line>();
    for (String text : all) {
      boolean agreed = part.agreed().contains(text);
      String state = !agreed ? "proposed" : part.wanted().contains(text) ? "agreed" : "leaving";
      CallLine line = CallLine.of(text);
      lines.add(new Line(line.words(), line.call(), state));
    }
    return lines;
  }

  /** When the plan last changed; empty before the first word. */
  static Optional<Instant> changedAt(SafetyPlan plan) {
    return plan.last().map(SafetyPlan.Change::at);
  }
}
