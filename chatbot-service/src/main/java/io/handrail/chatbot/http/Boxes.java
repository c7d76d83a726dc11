package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.http.ChatParts.Box;
import io.handrail.chatbot.http.ChatParts.Choice;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The box beside the chat: what can be answered now. Writing is always possible. */
@Singleton
class Boxes {
  private final Shelves shelves;
  private final Worksheets worksheets;
  private final Exercises exercises;
  private final Messages messages;
  private final SupportBox support;

  Boxes(
      Shelves shelves,
      Worksheets worksheets,
      Exercises exercises,
      Messages messages,
      SupportBox support) {
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.exercises = exercises;
    this.messages = messages;
    this.support = support;
  }

  /**
   * @param last the last turn of the journal; empty before the first
   */
  Box of(Visit visit, Optional<Turn> last, String typed) {
    State state = last.map(Turn::state).orElse(State.FIRST);
    if (state.takeover().isPresent()) return taken(visit, last, state.takeover().get(), typed);
    if (state.hold().isPresent()) return support.of("held", visit, last, typed);
    if (last.filter(Boxes::askedDirectly).isPresent()) {
      return support.of("asked", visit, last, typed);
    }
    if (state.safety().filter(talk -> talk.waiting().isPresent() || talk.resting()).isPresent()) {
      return support.of("asked", visit, last, typed);
    }
    if (SupportBox.goesOn(last)) return support.of("asked", visit, last, typed);
    if (state.pending().isPresent()) return Box.beside("waiting", visit, List.of(), typed);
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
        Optional.empty(),
        visit.therapist().name(),
        SendId.fresh(),
        typed);
  }

  /** A person is here: words go to them, and numbers to call stand by where they are silent. */
  private Box taken(Visit visit, Optional<Turn> last, Takeover by, String typed) {
    Box box = support.of("taken", visit, last, typed);
    boolean calls = by.silentSince().isPresent() || last.get().state().hold().isPresent();
    return box.addressing(by.name(), calls ? box.calls() : List.of());
  }

  private Box free(Visit visit, State state, String typed) {
    boolean open =
        visit.agreed() && !shelves.plans().get(visit.id()).map(CarePlan::paused).orElse(true);
    return Box.beside("free", visit, open ? next(visit, state) : List.of(), typed);
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
}
