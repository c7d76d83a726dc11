package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Run;
import io.handrail.care.safety.CallLine;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTalk;
import io.handrail.chatbot.http.ChatParts.Box;
import io.handrail.chatbot.http.ChatParts.Choice;
import io.handrail.chatbot.turn.Move;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The box beside the chat: what can be answered now. Writing is always possible. */
@Singleton
class Boxes {
  private static final int CALLS_ON_HOLD = 3;
  private static final int CALLS_WHEN_ASKED = 2;
  private final Shelves shelves;
  private final Worksheets worksheets;
  private final Exercises exercises;
  private final CrisisTable crisis;
  private final Messages messages;
  private final Tidings tidings;

  Boxes(
      Shelves shelves,
      Worksheets worksheets,
      Exercises exercises,
      CrisisTable crisis,
      Messages messages,
      Tidings tidings) {
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.exercises = exercises;
    this.crisis = crisis;
    this.messages = messages;
    this.tidings = tidings;
  }

  /**
   * @param last the last turn of the journal; empty before the first
   */
  Box of(Visit visit, Optional<Turn> last, String typed) {
    State state = last.map(Turn::state).orElse(State.FIRST);
    if (state.takeover().isPresent()) return taken(visit, last, state.takeover().get(), typed);
    if (state.hold().isPresent()) return support("held", visit, last, typed);
    if (last.filter(Boxes::askedDirectly).isPresent()) return support("asked", visit, last, typed);
    if (state.safety().filter(talk -> talk.waiting().isPresent() || talk.resting()).isPresent()) {
      return support("asked", visit, last, typed);
    }
    if (walked(last).flatMap(Move.Walk::next).isPresent()) {
      return support("asked", visit, last, typed);
    }
    if (state.pending().isPresent()) {
      return without("waiting", visit, List.of(), Optional.empty(), List.of(), List.of(), typed);
    }
    return state
        .run()
        .filter(Run::running)
        .flatMap(worksheets::of)
        .map(sheet -> answering(visit, sheet.run(), sheet.expect(), typed))
        .orElseGet(() -> free(visit, state, typed));
  }

  /** A direct question about safety waits for an answer in words, not for the exercise's step. */
  private static boolean askedDirectly(Turn turn) {
    return turn.closing()
        .map(closing -> closing.outcome() instanceof Outcome.Escalated)
        .orElse(false);
  }

  private Box answering(Visit visit, Run run, Expect expect, String typed) {
    return new Box(
        "answer",
        expect.shape().name().toLowerCase(Locale.ROOT),
        run.step(),
        expect.options().stream().map(o -> new Choice(o.id(), o.label())).toList(),
        expect.min(),
        expect.max(),
        expect.example(),
        expect.skippable(),
        expect.canGoBack(),
        expect.hasWhy(),
        expect.hasExample(),
        expect.hasHint(),
        expect.read(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        visit.therapist().name(),
        SendId.fresh(),
        typed);
  }

  private Box support(String mode, Visit visit, Optional<Turn> last, String typed) {
    var calls = new ArrayList<>(ownCalls(visit, last));
    crisis.region(visit.clinic().region(), visit.language()).numbers().stream()
        .limit(mode.equals("held") ? CALLS_ON_HOLD : CALLS_WHEN_ASKED)
        .forEach(calls::add);
    Optional<SafetyTalk> talk = last.map(Turn::state).flatMap(State::safety);
    boolean rests = talk.filter(SafetyTalk::resting).isPresent();
    boolean running = last.map(Turn::state).flatMap(State::run).filter(Run::running).isPresent();
    boolean back =
        mode.equals("asked")
            && talk.flatMap(SafetyTalk::waiting).isEmpty()
            && (walked(last).isPresent() || rests && running);
    List<Choice> ways =
        back
            ? List.of(new Choice("resume", messages.text(visit.language(), "chat.carryon")))
            : List.of();
    List<Choice> replies =
        mode.equals("asked")
            ? talk.flatMap(SafetyTalk::waiting).map(q -> replies(visit, q)).orElse(List.of())
            : List.of();
    Optional<Integer> next =
        walked(last).isPresent()
            ? walked(last).flatMap(Move.Walk::next).map(Move.Walk::step)
            : Optional.of(1);
    return without(mode, visit, ways, next, calls, tidings.of(visit, last), typed)
        .replying(replies);
  }

  /** What a direct safety question can be answered with by a tap. */
  private List<Choice> replies(Visit visit, SafetyQuestion question) {
    return Stream.of(SafetyAnswer.Reply.YES, SafetyAnswer.Reply.NO, SafetyAnswer.Reply.DECLINED)
        .map(reply ->
            new Choice(
                new Move.Safety(question, reply).written(),
                messages.text(
                    visit.language(), "chat.safety." + reply.name().toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** A person is here: words go to them, and numbers to call stand by where they are silent. */
  private Box taken(Visit visit, Optional<Turn> last, Takeover by, String typed) {
    Box box = support("taken", visit, last, typed);
    boolean calls = by.silentSince().isPresent() || last.get().state().hold().isPresent();
    return box.addressing(by.name(), calls ? box.calls() : List.of());
  }

  /** The step of the safety plan that was just walked. */
  private static Optional<Move.Walk> walked(Optional<Turn> last) {
    return last.filter(turn -> turn.opening() instanceof Opening.Tapped)
        .flatMap(turn -> Move.read(((Opening.Tapped) turn.opening()).move()))
        .flatMap(move -> move instanceof Move.Walk walk ? Optional.of(walk) : Optional.empty());
  }

  /** The client's own numbers at the step that was just walked, each to be called by a tap. */
  private List<CrisisTable.Number> ownCalls(Visit visit, Optional<Turn> last) {
    if (walked(last).isEmpty()) return List.of();
    PlanStep step = PlanStep.values()[walked(last).get().step() - 1];
    return new SafetyDesk(shelves)
        .plan(visit.id()).part(step).wanted().stream()
            .map(CallLine::of)
            .flatMap(line -> line.call().stream().map(call -> own(line, call)))
            .toList();
  }

  private static CrisisTable.Number own(CallLine line, CallLine.Call call) {
    return new CrisisTable.Number(line.words(), "call", call.href(), call.label(), "", false);
  }

  private Box free(Visit visit, State state, String typed) {
    boolean open =
        visit.agreed() && !shelves.plans().get(visit.id()).map(CarePlan::paused).orElse(true);
    return without(
        "free",
        visit,
        open ? next(visit, state) : List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        typed);
  }

  /** Where an exercise has just ended nothing pushes the next one; one left off can go on. */
  private List<Choice> next(Visit visit, State state) {
    if (state.run().filter(Run::leftOff).flatMap(worksheets::of).isPresent()) {
      return List.of(new Choice("resume", messages.text(visit.language(), "chat.resume")));
    }
    if (state.run().isPresent()) return List.of();
    Optional<String> first =
        shelves.plans().get(visit.id()).flatMap(plan -> plan.steered().prefer());
    return exercises.permitted(visit).stream()
        .filter(e -> !e.piece())
        .sorted(Comparator.comparing(e -> !first.equals(Optional.of(e.protocol()))))
        .map(e -> new Choice("start:" + e.protocol(), start(visit, e.title())))
        .toList();
  }

  private String start(Visit visit, String title) {
    return messages.text(visit.language(), "chat.start", title);
  }

  private static Box without(
      String mode,
      Visit visit,
      List<Choice> options,
      Optional<Integer> walk,
      List<CrisisTable.Number> calls,
      List<String> told,
      String typed) {
    return new Box(
        mode,
        "none",
        "",
        options,
        0,
        0,
        "",
        false,
        false,
        false,
        false,
        false,
        Optional.empty(),
        walk,
        calls,
        told,
        List.of(),
        visit.therapist().name(),
        SendId.fresh(),
        typed);
  }
}
