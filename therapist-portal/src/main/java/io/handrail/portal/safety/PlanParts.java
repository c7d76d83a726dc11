package io.handrail.portal.safety;

import io.handrail.care.safety.CallLine;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.portal.Frame;
import io.handrail.portal.safety.SafetyPage.Line;
import io.handrail.portal.safety.SafetyPage.Step;
import io.handrail.portal.safety.SafetyPage.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A safety plan in a clinician's words. */
final class PlanParts {
  private PlanParts() {}

  /** What was typed at a step and could not be stored. */
  record Typed(String step, String comment, String text, String problem) {
    static final Typed NOTHING = new Typed("", "", "", "");
  }

  static String title(PlanStep step) {
    return switch (step) {
      case SIGNS -> "Warning signs";
      case COPING -> "On their own";
      case DISTRACTION -> "People and places that distract";
      case HELPERS -> "People to ask for help";
      case PROFESSIONALS -> "Professionals and crisis lines";
      case SURROUNDINGS -> "Making the surroundings safer";
    };
  }

  static List<Step> steps(SafetyPlan plan, Typed typed, Frame frame) {
    return plan.parts().stream().map(part -> step(part, typed, frame)).toList();
  }

  private static Step step(PlanPart part, Typed typed, Frame frame) {
    boolean here = typed.step().equals(part.step().key());
    boolean rewritten = here && !typed.text().isEmpty();
    return new Step(
        part.step().ordinal() + 1,
        part.step().key(),
        title(part.step()),
        part.step().signed(),
        lines(part),
        part.proposal()
            .filter(p -> p.declined().isEmpty())
            .map(p -> p.by() + ", " + frame.said(p.at())),
        answered(part, frame),
        rewritten ? typed.text() : String.join("\n", part.wanted()),
        here ? typed.comment() : "",
        here ? typed.problem() : "");
  }

  private static Optional<String> answered(PlanPart part, Frame frame) {
    return part.proposal()
        .flatMap(PlanPart.Proposal::declined)
        .map(no -> said("Declined by ", no, frame))
        .or(() -> part.signature().map(yes -> said("Agreed by ", yes, frame)));
  }

  private static String said(String what, PlanPart.Signature by, Frame frame) {
    String comment = by.comment().isBlank() ? "" : ": \u201c" + by.comment() + "\u201d";
    return what + by.by() + ", " + frame.said(by.at()) + comment;
  }

  private static List<Line> lines(PlanPart part) {
    boolean declined = part.proposal().flatMap(PlanPart.Proposal::declined).isPresent();
    var all = new LinkedHashSet<String>(part.agreed());
    all.addAll(part.wanted());
    var lines = new ArrayList<Line>();
    for (String text : all) {
      boolean agreed = part.agreed().contains(text);
      boolean wanted = part.wanted().contains(text);
      String state =
          agreed ? wanted || declined ? "agreed" : "leaving" : declined ? "declined" : "new";
      CallLine line = CallLine.of(text);
      lines.add(new Line(line.words(), line.call().map(CallLine.Call::label).orElse(""), state));
    }
    return lines;
  }

  static List<Version> history(List<SafetyPlan> plans, Frame frame) {
    return plans.stream().flatMap(plan -> version(plan, frame).stream()).toList();
  }

  private static Optional<Version> version(SafetyPlan plan, Frame frame) {
    return plan.last()
        .map(change -> {
          PlanPart part = plan.part(change.step());
          String what =
              switch (change.deed()) {
                case WROTE -> part.step().signed() ? " proposed" : " wrote";
                case SIGNED -> " agreed to";
                case DECLINED -> " declined";
                case SET -> " wrote and agreed to";
              };
          String step =
              (change.step().ordinal() + 1)
                  + ", "
                  + title(change.step()).toLowerCase(java.util.Locale.UK);
          return new Version(
              plan.version(), change.by() + what, frame.said(change.at()), step, part.wanted());
        });
  }
}
