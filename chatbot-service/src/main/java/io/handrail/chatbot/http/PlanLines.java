package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Screening;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New lines on a safety plan are the client's words and are heard like any other. A warning sign in
 * plain words of risk is what that step asks for: a clinician sees it, and the client goes on with
 * the plan. What asks for a person at once, or stands at another step, goes the way of a message.
 */
@Singleton
class PlanLines {
  private static final int VERSIONS = 30;
  private final Shelves shelves;
  private final Screen screen;
  private final Conversing conversing;
  private final Messages messages;

  PlanLines(Shelves shelves, Screen screen, Conversing conversing, Messages messages) {
    this.shelves = shelves;
    this.screen = screen;
    this.conversing = conversing;
    this.messages = messages;
  }

  /** What the words ask for. */
  enum Asks {
    NOTHING,
    /** Kept for a clinician to see. */
    NOTED,
    /** The chat has answered, and that is where to go. */
    ANSWERED
  }

  /** The lines that a step has had, in lower case; to be read before it is changed. */
  Set<String> known(Visit visit, PlanStep step) {
    return new SafetyDesk(shelves)
        .history(visit.id(), VERSIONS).stream()
            .map(plan -> plan.part(step))
            .flatMap(PlanLines::lines)
            .map(PlanLines::plain)
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<String> lines(PlanPart part) {
    return Stream.concat(part.wanted().stream(), part.agreed().stream());
  }

  private static String plain(String line) {
    return line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * @param before what stood at the step
   * @param known what has ever stood there
   */
  Asks heard(
      Visit visit,
      PlanStep step,
      List<String> before,
      Set<String> known,
      List<String> written,
      Optional<MessageId> send) {
    String fresh = without(written, before.stream().map(PlanLines::plain).toList());
    if (fresh.isEmpty()) return Asks.NOTHING;
    MessageId id = send.orElseGet(() -> new MessageId(SendId.fresh()));
    Screening heard = screened(visit, step, fresh);
    if (!heard.level().atLeast(Level.CONCERN)) return Asks.NOTHING;
    boolean sign = step == PlanStep.SIGNS && heard.level() == Level.CONCERN && heard.complete();
    if (!sign) {
      conversing.take(visit.id(), new Arrival.Message(id, fresh), Watcher.NOBODY);
      return Asks.ANSWERED;
    }
    // What a person was shown once is not shown again because it was moved or put back.
    String unseen = without(written, known);
    boolean asks =
        !unseen.isEmpty() && screened(visit, step, unseen).level().atLeast(Level.CONCERN);
    if (!asks) return Asks.NOTHING;
    conversing.take(visit.id(), new Arrival.Tap(id, new Move.Noted(step), unseen), Watcher.NOBODY);
    return Asks.NOTED;
  }

  private Screening screened(Visit visit, PlanStep step, String text) {
    String asked = messages.text(visit.language(), "plan." + step.key());
    return screen.screen(
        new Screen.Heard(
            text, visit.language(), List.of(), Optional.of(asked), Level.NONE, Optional.empty()));
  }

  private static String without(List<String> written, Collection<String> known) {
    return written.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !known.contains(plain(line)))
        .collect(Collectors.joining("\n"));
  }
}
