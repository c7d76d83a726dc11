package io.handrail.chatbot.turn;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.conversation.Usage;
import io.handrail.care.protocol.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A turn as it is first written: what was said, what was heard in it, its flags and its hold. */
final class FirstWrite {
  private static final Duration NEW_SITTING_AFTER = Duration.ofHours(12);

  private final Hearing hearing;
  private final Measuring measuring;
  private final Asking asking;
  private final CallWishes wishes;

  FirstWrite(Hearing hearing, Measuring measuring, Asking asking, CallWishes wishes) {
    this.hearing = hearing;
    this.measuring = measuring;
    this.asking = asking;
    this.wishes = wishes;
  }

  /** The first write: what was said, what the screen saw, the flags and the hold they bring. */
  Turn of(ClientId client, Arrival arrival, List<Turn> recent, Sitter sitter, Instant now) {
    Optional<Turn> last = recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast());
    State before = last.map(Turn::state).orElse(State.FIRST);
    TurnId id = last.map(Turn::id).map(TurnId::next).orElse(new TurnId(client, 1));
    Screening own =
        switch (arrival) {
          case Arrival.Message message ->
              hearing.hear(message.text(), sitter.client().language(), recent, before, now);
          case Arrival.Tap tap -> hear(tap, before, sitter);
        };
    Opening opening =
        switch (arrival) {
          case Arrival.Message m -> new Opening.Said(m.message(), m.text());
          case Arrival.Tap tap ->
              new Opening.Tapped(
                  tap.message(),
                  tap.move().written(),
                  tap.move() instanceof Move.Measure measure
                      ? measuring.label(measure, before, sitter)
                      : tap.label());
        };
    Screening screening = asking.heard(opening, before, now, own);
    Turn bare =
        new Turn(
            id,
            sitting(arrival, id, last, now),
            now,
            opening,
            screening,
            List.of(),
            before,
            List.of(),
            Optional.empty());
    List<Flag> flags =
        wishes
            .raised(bare, recent)
            .map(List::of)
            .orElseGet(() ->
                asking.belongs(before, now, screening, bare) ? List.of() : flags(bare, screening));
    boolean asked = Asking.standing(before, now).isPresent();
    State state =
        opened(before, id, screening, flags, now, sitter, counted(arrival, before) && !asked);
    if (before.hold().isEmpty()
        && before.takeover().isEmpty()
        && arrival instanceof Arrival.Tap tap
        && tap.move() instanceof Move.Measure measure) {
      state = measuring.after(state, measure, id, sitter, now);
    }
    Turn flagged = bare;
    for (Flag flag : flags) flagged = flagged.flagged(flag);
    state = asking.after(state, flagged, before, recent, sitter);
    return new Turn(
        id,
        bare.conversation(),
        now,
        opening,
        screening,
        flags,
        state,
        List.of(),
        Optional.empty());
  }

  private Screening hear(Arrival.Tap tap, State before, Sitter sitter) {
    if (tap.move() instanceof Move.Measure measure) return measuring.hear(measure, before);
    return tap.move() instanceof Move.Noted noted
        ? hearing.noted(tap.label(), noted, sitter)
        : Screening.NOTHING_SAID;
  }

  private static State opened(
      State before,
      TurnId id,
      Screening screening,
      List<Flag> flags,
      Instant now,
      Sitter sitter,
      boolean counted) {
    Usage today = before.usage().on(Answering.clientsClock(now, sitter).toLocalDate());
    State state =
        before
            .withUsage(counted ? today.oneMore(now) : today)
            .carrying(
                Hearing.carried(before, now).max(screening.level()),
                flags.isEmpty() ? Optional.empty() : Optional.of(now));
    if (state.takeover().isPresent()) {
      state = state.takenOver(state.takeover().get().asked(now));
    }
    // What waited for a yes was written before this was said.
    if (screening.level().atLeast(Level.CONCERN)) state = state.settled();
    if (screening.level() != Level.CRISIS || before.hold().isPresent()) return state;
    return state.withHold(
        new Hold(id.seq(), now, screening.signals().stream().map(Signal::name).toList()));
  }

  /** Questionnaires that the clinician asks for use up no messages, nor does talk with a person. */
  private static boolean counted(Arrival arrival, State before) {
    return before.takeover().isEmpty()
        && !(arrival instanceof Arrival.Tap tap && tap.move() instanceof Move.Measure);
  }

  private static List<Flag> flags(Turn turn, Screening screening) {
    if (!screening.level().atLeast(Level.CONCERN)) return List.of();
    return List.of(Answering.flag(turn, 1, screening.level(), reason(turn, screening)));
  }

  private static String reason(Turn turn, Screening screening) {
    if (!screening.complete()) return "screen_failed";
    boolean noted = Answering.move(turn).filter(Move.Noted.class::isInstance).isPresent();
    return noted ? "warning_sign_on_the_safety_plan" : "risk";
  }

  private static ConversationId sitting(
      Arrival arrival, TurnId id, Optional<Turn> last, Instant now) {
    boolean starts = arrival instanceof Arrival.Tap tap && tap.move() instanceof Move.Start;
    boolean goesOn =
        !starts
            && last.filter(turn ->
                    turn.state().run().filter(Run::running).isPresent()
                        || turn.openedAt().plus(NEW_SITTING_AFTER).isAfter(now))
                .isPresent();
    return goesOn ? last.get().conversation() : ConversationId.startingAt(id.seq());
  }
}
