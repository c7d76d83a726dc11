package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import java.util.List;
import java.util.Optional;

/**
 * The replies that no model and no limit has a say in: crisis, hold, support. All wording is
 * scripted.
 */
final class SafetyReplies {
  private final CrisisNumbers numbers;
  private final PlanWalk walked;

  SafetyReplies(CrisisNumbers numbers, PlanWalk walked) {
    this.numbers = numbers;
    this.walked = walked;
  }

  Reply crisis(Turn opened, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    long seq = opened.id().seq();
    String told =
        sitter
            .clinician()
            .map(name -> scripts.say("crisis.told", name))
            .orElseGet(() -> scripts.say("crisis.told.nobody"));
    return Reply.of(
        List.of(
            Line.script(Kind.CRISIS, scripts.vary(first(opened), seq)),
            Line.script(Kind.CRISIS, scripts.say("crisis.act", numbers.emergency(sitter.region()))),
            Line.script(Kind.CRISIS, told),
            Line.script(Kind.CRISIS, scripts.say("crisis.stay"))),
        new Outcome.Escalated(Level.CRISIS),
        opened.state());
  }

  private static String first(Turn opened) {
    if (SafetyWords.answered(opened)) return "crisis.talk";
    return opened.opening() instanceof Opening.Tapped ? "crisis.answer" : "crisis";
  }

  /** During a hold every message is kept and answered; only the exercise waits. */
  Reply held(Turn opened, Sitter sitter) {
    Optional<Move> move =
        opened.opening() instanceof Opening.Tapped tapped
            ? Move.read(tapped.move())
            : Optional.empty();
    List<Line> lines =
        switch (move.orElse(null)) {
          case Move.Support support -> List.of(supportLine(support, opened, sitter));
          case Move.Walk walk -> walked.lines(walk, sitter);
          case null, default ->
              List.of(
                  Line.script(
                      Kind.NOTICE,
                      sitter
                          .scripts()
                          .vary("hold", opened.id().seq(), sitter.clinicianOr("hold.nobody"))));
        };
    return Reply.of(lines, new Outcome.Held("hold"), opened.state());
  }

  Reply support(Move.Support support, Turn opened, Sitter sitter) {
    return Reply.of(
        List.of(supportLine(support, opened, sitter)),
        new Outcome.Scripted("tapped"),
        opened.state());
  }

  /** A step of the client's own safety plan: at any time, whatever limit stands. */
  Reply walk(Move.Walk walk, Turn opened, Sitter sitter) {
    return Reply.of(walked.lines(walk, sitter), new Outcome.Scripted("tapped"), opened.state());
  }

  private static Line supportLine(Move.Support support, Turn opened, Sitter sitter) {
    long seq = opened.id().seq();
    Scripts scripts = sitter.scripts();
    return switch (support) {
      case NUMBERS -> Line.script(Kind.CRISIS, scripts.vary("support.numbers", seq));
      case GROUNDING -> Line.script(Kind.TEACH, scripts.vary("support.grounding", seq));
      case BARRIERS -> Line.script(Kind.TEACH, scripts.vary("support.barriers", seq));
    };
  }
}
