package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.safety.SafetyTalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The replies that no model and no limit has a say in: crisis, hold, support. All wording is
 * scripted, and each exchange of a hold ends with a step towards a person.
 */
final class SafetyReplies {
  private final CrisisNumbers numbers;
  private final PlanWalk walked;
  private final TowardsPeople people;

  SafetyReplies(CrisisNumbers numbers, PlanWalk walked, TowardsPeople people) {
    this.numbers = numbers;
    this.walked = walked;
    this.people = people;
  }

  /** What makes it hard to call is talked through even here, where the words speak of it. */
  Reply crisis(Turn opened, List<Turn> recent, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String told =
        sitter
            .clinician()
            .map(name -> scripts.say("crisis.told", name))
            .orElseGet(() -> scripts.say("crisis.told.nobody"));
    var lines = new ArrayList<Line>();
    lines.add(
        Line.script(Kind.CRISIS, Varied.of(scripts.all(first(opened)), recent, opened.id().seq())));
    lines.add(
        Line.script(Kind.CRISIS, scripts.say("crisis.act", numbers.emergency(sitter.region()))));
    lines.add(Line.script(Kind.CRISIS, told));
    TowardsPeople.voiced(opened)
        .ifPresentOrElse(
            barrier -> lines.addAll(people.through(barrier, opened, recent, sitter)),
            () -> lines.add(Line.script(Kind.CRISIS, scripts.say("crisis.stay"))));
    return Reply.of(lines, new Outcome.Escalated(Level.CRISIS), opened.state());
  }

  private static String first(Turn opened) {
    if (SafetyWords.answered(opened)) return "crisis.talk";
    return opened.opening() instanceof Opening.Tapped ? "crisis.answer" : "crisis";
  }

  /** During a hold every message is kept and answered; only the exercise waits. */
  Reply held(Turn opened, List<Turn> recent, Sitter sitter) {
    List<Line> lines =
        Answering.move(opened).orElse(null) instanceof Move.Help help
            ? new ArrayList<>(lines(help, opened, recent, sitter))
            : new ArrayList<>(kept(opened, recent, sitter));
    if (!leads(opened)) lines.add(people.lead(opened, recent, sitter));
    return Reply.of(lines, new Outcome.Held("hold"), opened.state());
  }

  /** True where the reply itself is a step towards a person. */
  private static boolean leads(Turn opened) {
    return switch (Answering.move(opened).orElse(null)) {
      case Move.Support support -> support != Move.Support.GROUNDING;
      case Move.Hard hard -> true;
      case Move.Toward toward -> true;
      case Move.Walk walk -> PlanWalk.atPeople(walk);
      case null, default -> TowardsPeople.voiced(opened).isPresent();
    };
  }

  /** Words during a hold, met by what they are about. No words end it. */
  private List<Line> kept(Turn opened, List<Turn> recent, Sitter sitter) {
    Optional<Barrier> barrier = TowardsPeople.voiced(opened);
    if (barrier.isPresent()) return people.through(barrier.get(), opened, recent, sitter);
    String about =
        opened.opening() instanceof Opening.Said said
            ? HoldReading.about(said.text())
                .map(a -> "hold." + a.name().toLowerCase(Locale.ROOT))
                .orElse("hold")
            : "hold";
    List<String> texts = sitter.scripts().all(about, sitter.clinicianOr("hold.nobody"));
    return List.of(Line.script(Kind.NOTICE, Varied.of(texts, recent, opened.id().seq())));
  }

  /** What stays open at any time, whatever limit stands. */
  Reply help(Move.Help help, Turn opened, List<Turn> recent, Sitter sitter) {
    var lines = new ArrayList<>(lines(help, opened, recent, sitter));
    boolean rests = opened.state().safety().filter(SafetyTalk::resting).isPresent();
    if (rests && !leads(opened)) lines.add(people.lead(opened, recent, sitter));
    return Reply.of(lines, new Outcome.Scripted("tapped"), opened.state());
  }

  private List<Line> lines(Move.Help help, Turn opened, List<Turn> recent, Sitter sitter) {
    return switch (help) {
      case Move.Support support -> List.of(supportLine(support, opened, recent, sitter));
      case Move.Walk walk -> walked.lines(walk, sitter);
      case Move.Hard hard -> people.through(hard.barrier(), opened, recent, sitter);
      case Move.Steady(Steadying way) ->
          List.of(people.steady(Optional.of(way), opened, recent, sitter));
      case Move.Toward(SmallStep step) -> people.step(step, opened, sitter);
    };
  }

  private Line supportLine(Move.Support support, Turn opened, List<Turn> recent, Sitter sitter) {
    long seq = opened.id().seq();
    Scripts scripts = sitter.scripts();
    return switch (support) {
      case NUMBERS ->
          Line.script(Kind.CRISIS, Varied.of(scripts.all("support.numbers"), recent, seq));
      case GROUNDING -> people.steady(Optional.empty(), opened, recent, sitter);
      case BARRIERS ->
          Line.script(Kind.SAY, Varied.of(scripts.all("support.barriers"), recent, seq));
    };
  }

  /** A warning sign that was written on the plan: kept for a person, and nothing is held by it. */
  Reply noted(Turn opened, Sitter sitter) {
    String said = sitter.scripts().say("plan.noted", sitter.clinicianOr("limit.therapist.first"));
    return Reply.of(
        List.of(Line.script(Kind.NOTICE, said)), new Outcome.Scripted("tapped"), opened.state());
  }
}
