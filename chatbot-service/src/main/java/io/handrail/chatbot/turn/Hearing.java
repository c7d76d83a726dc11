package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.turn.Screen.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hears a message first: gives it its context and lets the screen see both. */
final class Hearing {
  private static final int CONTEXT_LINES = 12;
  private static final Duration CARRIES_FOR = Duration.ofHours(24);

  private final Screen screen;

  Hearing(Screen screen) {
    this.screen = screen;
  }

  Screening hear(String text, String language, List<Turn> recent, State state, Instant now) {
    try {
      boolean safety = Asking.standing(state, now).isPresent();
      return screen.screen(
          new Heard(
              text,
              language,
              safety ? said(context(recent)) : context(recent),
              safety ? Optional.empty() : asked(recent),
              carried(state, now),
              state.lastFlagAt().map(at -> Duration.between(at, now))));
    } catch (RuntimeException e) {
      // Unknown is not safe: a person looks, and the program takes the cautious branch.
      return new Screening(
          Level.CONCERN, List.of(new Signal("screen_failed", Level.CONCERN, "")), "und", false);
    }
  }

  /**
   * New lines of a safety plan. Whoever sent them here heard something that a person should see, so
   * that much is never lost; whatever more is heard in them counts as in any message.
   */
  Screening noted(String text, Move.Noted at, Sitter sitter) {
    var signal = new Signal("warning_sign_on_the_plan", Level.CONCERN, text);
    String asked = sitter.scripts().say("plan." + at.step().key());
    try {
      Screening own =
          screen.screen(
              new Heard(
                  text,
                  sitter.client().language(),
                  List.of(),
                  Optional.of(asked),
                  Level.NONE,
                  Optional.empty()));
      var all = new ArrayList<>(own.signals());
      all.add(signal);
      return new Screening(own.level().max(Level.CONCERN), all, own.language(), own.complete());
    } catch (RuntimeException e) {
      return new Screening(Level.CONCERN, List.of(signal), "und", false);
    }
  }

  /** The highest earlier level that still counts: until a day has passed without a flag. */
  static Level carried(State state, Instant now) {
    boolean fresh = state.lastFlagAt().map(at -> at.plus(CARRIES_FOR).isAfter(now)).orElse(false);
    return fresh || state.hold().isPresent() ? state.carried() : Level.NONE;
  }

  /** The last lines of the conversation, oldest first. */
  static List<ContextLine> context(List<Turn> recent) {
    var lines = new ArrayList<ContextLine>();
    for (Turn turn : recent) {
      switch (turn.opening()) {
        case Opening.Said said -> lines.add(new ContextLine(Role.CLIENT, said.text()));
        case Opening.Tapped tapped -> lines.add(new ContextLine(Role.CLIENT, tapped.label()));
        case Opening.Wrote wrote -> lines.add(new ContextLine(Role.PERSON, wrote.text()));
        case Opening.HandedBack back -> lines.add(new ContextLine(Role.PERSON, back.summary()));
        case Opening.HoldReleased released -> {}
        case Opening.TookOver took -> {}
        case Opening.Whispered whispered -> {}
        case Opening.Approved approved -> {}
        case Opening.TimePassed passed -> {}
      }
      for (Line line : turn.shown()) {
        Role role = line.speaker() == Speaker.PERSON ? Role.PERSON : Role.PROGRAM;
        lines.add(new ContextLine(role, line.text()));
      }
    }
    return List.copyOf(lines.subList(Math.max(0, lines.size() - CONTEXT_LINES), lines.size()));
  }

  /**
   * Without the program's own direct questions, which a bare "yes" would be judged by twice: the
   * safety conversation reads the answer, and knows which question it was.
   */
  private static List<ContextLine> said(List<ContextLine> lines) {
    return lines.stream().filter(line -> line.role() != Role.PROGRAM).toList();
  }

  /** The question that waits for an answer. */
  static Optional<String> asked(List<Turn> recent) {
    Optional<Turn> last = Whispers.heard(recent);
    if (last.isEmpty()) return Optional.empty();
    return last.get().shown().stream()
        .filter(line -> line.kind() == Line.Kind.ASK)
        .map(Line::text)
        .reduce((first, second) -> second);
  }
}
