package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.live.Claim;
import io.handrail.care.live.Preview;
import io.handrail.care.live.Preview.Answer;
import io.handrail.care.plan.CarePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Answers past messages again, by the steering as it stands and by another, on the very road that a
 * message takes. It writes no turn and shows nothing to the client.
 */
final class Previewing {
  private static final int CONTEXT_TURNS = 16;

  /** Longer than three messages can take, two calls each. */
  private static final Duration CLAIM = Duration.ofMinutes(5);

  private final Shelves shelves;
  private final Stepping stepping;
  private final Clock clock;

  Previewing(Shelves shelves, Stepping stepping, Clock clock) {
    this.shelves = shelves;
    this.stepping = stepping;
    this.clock = clock;
  }

  /**
   * Makes the preview that was asked for last, if it is not made yet and no other node is at it.
   *
   * @return true where nothing is left to do for anybody
   */
  boolean make(ClientId client) {
    if (shelves.previews().get(client).filter(p -> p.answers().isEmpty()).isEmpty()) return true;
    Instant now = clock.instant();
    var claim = new Claim(UUID.randomUUID().toString(), now.plus(CLAIM));
    Optional<Preview> asked =
        Optional.of(shelves.previews().change(client, p -> p.claimed(claim, now)))
            .filter(p -> p.claim().equals(Optional.of(claim)));
    if (asked.isEmpty()) return false;
    Sitter sitter = Sitter.of(shelves, client);
    var pairs = new ArrayList<Preview.Pair>();
    for (long turn : asked.get().turns()) {
      pair(new TurnId(client, turn), sitter, asked.get()).ifPresent(pairs::add);
    }
    shelves.previews().change(client, p -> p.id().equals(asked.get().id()) ? p.answered(pairs) : p);
    return true;
  }

  private Optional<Preview.Pair> pair(TurnId id, Sitter sitter, Preview asked) {
    Optional<Turn> past = shelves.turns().get(id);
    if (past.isEmpty() || sitter.plan().isEmpty()) return Optional.empty();
    List<Turn> recent =
        shelves.turns().between(id.client(), Math.max(1, id.seq() - CONTEXT_TURNS), id.seq() - 1);
    Turn again = asItWas(past.get(), recent);
    CarePlan now = sitter.plan().get().replying(CarePlan.ReplyMode.AS_WRITTEN);
    Sitter before = sitter.under(now);
    Sitter after = sitter.under(now.steeredBy(asked.asked()));
    boolean model = stepping.mayUseModel(sitter);
    return Optional.of(
        new Preview.Pair(
            id.seq(),
            answer(again, recent, before, false),
            answer(again, recent, after, false),
            model ? Optional.of(answer(again, recent, before, true)) : Optional.empty(),
            model ? Optional.of(answer(again, recent, after, true)) : Optional.empty()));
  }

  /** The message as it came, with the exercise standing where it stood then. */
  private static Turn asItWas(Turn past, List<Turn> recent) {
    State then = recent.isEmpty() ? State.FIRST : recent.getLast().state();
    return new Turn(
        past.id(),
        past.conversation(),
        past.openedAt(),
        past.opening(),
        past.screening(),
        List.of(),
        then.settled().handedBack(),
        List.of(),
        Optional.empty());
  }

  private Answer answer(Turn turn, List<Turn> recent, Sitter sitter, boolean model) {
    Optional<Move> move = Answering.move(turn);
    Reply plain = stepping.step(turn, recent, sitter, move, line -> {}, model);
    Reply reply = Steered.by(sitter.plan().orElseThrow(), plain, turn, sitter, move);
    String text = reply.lines().stream().map(Line::text).collect(Collectors.joining("\n\n"));
    return switch (reply.outcome()) {
      case Outcome.Replied replied -> new Answer(text, "model", List.of());
      case Outcome.Withheld withheld -> new Answer(text, "withheld", withheld.findings());
      case Outcome.Scripted scripted ->
          new Answer(text, model ? scripted.because() : "script", List.of());
      case Outcome.Held held -> new Answer(text, held.by(), List.of());
      case Outcome.Escalated escalated -> new Answer(text, "safety", List.of());
      case Outcome.AwaitingApproval waiting -> new Answer(text, "script", List.of());
      case Outcome.TakenOver taken -> new Answer(text, "taken_over", List.of());
      case Outcome.Unavailable unavailable -> new Answer(text, unavailable.fault(), List.of());
      case Outcome.Noted noted -> new Answer(text, "script", List.of());
    };
  }
}
