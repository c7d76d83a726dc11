package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.http.ChatParts.Box;
import io.handrail.chatbot.http.ChatParts.Choice;
import io.handrail.chatbot.turn.Move;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  Boxes(
      Shelves shelves,
      Worksheets worksheets,
      Exercises exercises,
      CrisisTable crisis,
      Messages messages) {
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.exercises = exercises;
    this.crisis = crisis;
    this.messages = messages;
  }

  /**
   * @param last the last turn of the journal; empty before the first
   */
  Box of(Visit visit, Optional<Turn> last, String typed) {
    State state = last.map(Turn::state).orElse(State.FIRST);
    if (state.hold().isPresent()) return support("held", visit, last, typed);
    if (last.filter(Boxes::askedDirectly).isPresent()) return support("asked", visit, last, typed);
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
        visit.therapist().name(),
        SendId.fresh(),
        typed);
  }

  private Box support(String mode, Visit visit, Optional<Turn> last, String typed) {
    var calls =
        crisis.region(visit.clinic().region(), visit.language()).numbers().stream()
            .limit(mode.equals("held") ? CALLS_ON_HOLD : CALLS_WHEN_ASKED)
            .toList();
    return without(mode, visit, List.of(), walk(last), calls, typed);
  }

  /** The first step of the plan, or the one after that which was just walked. */
  private static Optional<Integer> walk(Optional<Turn> last) {
    Optional<Move> move =
        last.flatMap(t ->
            t.opening() instanceof Opening.Tapped tap ? Move.read(tap.move()) : Optional.empty());
    return move.orElse(null) instanceof Move.Walk walked
        ? walked.next().map(Move.Walk::step)
        : Optional.of(1);
  }

  private Box free(Visit visit, State state, String typed) {
    boolean open =
        visit.agreed() && !shelves.plans().get(visit.id()).map(CarePlan::paused).orElse(true);
    return without(
        "free", visit, open ? next(visit, state) : List.of(), Optional.empty(), List.of(), typed);
  }

  /** Where an exercise has just ended nothing pushes the next one; one left off can go on. */
  private List<Choice> next(Visit visit, State state) {
    if (state.run().filter(Run::leftOff).flatMap(worksheets::of).isPresent()) {
      return List.of(new Choice("resume", messages.text(visit.language(), "chat.resume")));
    }
    if (state.run().isPresent()) return List.of();
    return exercises.permitted(visit).stream()
        .filter(e -> !e.piece())
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
        visit.therapist().name(),
        SendId.fresh(),
        typed);
  }
}
