package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import java.util.List;

/** Walks through the client's safety plan, a step a turn, in the client's own words. */
final class PlanWalk {
  private static final int LINES_SAID = 5;
  private final SafetyDesk desk;

  PlanWalk(Shelves shelves) {
    this.desk = new SafetyDesk(shelves);
  }

  /** The step, and what to do with it. Where the plan says nothing at it, what else there is. */
  List<Line> lines(Move.Walk walk, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    PlanStep step = PlanStep.values()[walk.step() - 1];
    PlanPart part = desk.plan(sitter.client().id()).part(step);
    List<String> words = part.wanted().stream().limit(LINES_SAID).toList();
    String title = scripts.say("plan." + step.key());
    String said =
        words.isEmpty()
            ? scripts.say("plan.empty", walk.step(), title)
            : scripts.say("plan.step", walk.step(), title, String.join("; ", words));
    return List.of(
        Line.script(Kind.SAY, said),
        Line.script(Kind.TEACH, scripts.say(words.isEmpty() ? without(step) : doing(step))));
  }

  /** Steps at which the plan itself turns to somebody. */
  static boolean atPeople(Move.Walk walk) {
    return switch (PlanStep.values()[walk.step() - 1]) {
      case SIGNS, COPING -> false;
      case DISTRACTION, HELPERS, PROFESSIONALS, SURROUNDINGS -> true;
    };
  }

  private static String doing(PlanStep step) {
    return "plan." + step.key() + ".do";
  }

  /** The last two steps ask for the same whatever is written there. */
  private static String without(PlanStep step) {
    return switch (step) {
      case SIGNS, COPING, DISTRACTION, HELPERS -> "plan.empty.do";
      case PROFESSIONALS, SURROUNDINGS -> doing(step);
    };
  }
}
