package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.conversation.Usage;
import io.handrail.care.measure.Instruments;
import io.handrail.care.protocol.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The spine: what a client's message passes through.
 *
 * <p>screen, open the turn (one write: what was said, screening, flags, hold), answer, close the
 * turn (one write: outcome, lines, the state after it), supervise. Nothing is shown before it is
 * stored.
 */
public final class TurnPipeline implements Conversing {
  private static final Logger LOG = LoggerFactory.getLogger(TurnPipeline.class);
  private static final int CONTEXT_TURNS = 16;
  private static final Duration NEW_SITTING_AFTER = Duration.ofHours(12);

  /** A client who waited this long for an answer is something a person should know. */
  private static final Duration OVERDUE = Duration.ofMinutes(2);

  private final Shelves shelves;
  private final Hearing hearing;
  private final Measuring measuring;
  private final Answering answering;
  private final Supervision supervision;
  private final Clock clock;
  private final Duration lostAfter;
  private final OneAtATime oneAtATime = new OneAtATime(Duration.ofSeconds(15));

  /** A spine without questionnaires. */
  public TurnPipeline(
      Shelves shelves,
      Screen screen,
      CrisisNumbers numbers,
      Stepping stepping,
      Clock clock,
      Duration lostAfter) {
    this(shelves, screen, numbers, stepping, Instruments.NONE, clock, lostAfter);
  }

  /**
   * @param lostAfter an open turn this old has lost its node, and whoever meets it answers it by
   *     the script; zero where this is the only node
   */
  public TurnPipeline(
      Shelves shelves,
      Screen screen,
      CrisisNumbers numbers,
      Stepping stepping,
      Instruments instruments,
      Clock clock,
      Duration lostAfter) {
    this.shelves = shelves;
    this.hearing = new Hearing(screen);
    this.measuring = new Measuring(shelves, instruments);
    this.answering =
        new Answering(new SafetyReplies(numbers, new PlanWalk(shelves)), stepping, measuring);
    this.supervision =
        new Supervision(shelves, new Keeping(shelves, instruments, stepping.protocols()));
    this.clock = clock;
    this.lostAfter = lostAfter;
  }

  @Override
  public Turn take(ClientId client, Arrival arrival, Watcher watcher) {
    return oneAtATime.run(client, () -> takeAlone(client, arrival, watcher));
  }

  /**
   * Mends what a crash left: answers the turns that were open, then sums up what was not yet. Flags
   * are raised before a turn is closed, so the first, quick part misses none.
   */
  public void recover() {
    for (TurnId open : shelves.turns().unfinished()) recover(open.client());
    for (ClientId client : shelves.turns().journals()) recover(client);
  }

  private void recover(ClientId client) {
    oneAtATime.run(
        client,
        () -> {
          List<Turn> recent = shelves.turns().last(client, CONTEXT_TURNS);
          if (!recent.isEmpty()
              && recent.getLast().open()
              && lost(recent.getLast(), clock.instant())) {
            recovered(recent);
          }
          supervision.catchUp(client);
          return null;
        });
  }

  private Turn takeAlone(ClientId client, Arrival arrival, Watcher watcher) {
    Sitter sitter = Sitter.of(shelves, client);
    while (true) {
      List<Turn> recent = settled(client);
      Optional<Turn> already = sameMessage(recent, arrival.message());
      if (already.isPresent()) return told(already.get(), watcher);
      supervision.catchUp(client, recent);
      Turn turn = opening(client, arrival, recent, sitter);
      if (!shelves.turns().open(turn)) continue; // another node was first: hear it again
      watcher.opened(turn);
      return finish(turn, recent, sitter, watcher, true);
    }
  }

  /** The last turns, none of them open. */
  private List<Turn> settled(ClientId client) {
    Instant giveUp = clock.instant().plus(lostAfter);
    while (true) {
      List<Turn> recent = shelves.turns().last(client, CONTEXT_TURNS);
      if (recent.isEmpty() || !recent.getLast().open()) return recent;
      Instant now = clock.instant();
      if (lost(recent.getLast(), now)) {
        recovered(recent);
      } else if (now.isAfter(giveUp)) {
        throw new Busy();
      } else {
        OneAtATime.pause(Duration.ofMillis(200));
      }
    }
  }

  private boolean lost(Turn open, Instant now) {
    return !open.openedAt().plus(lostAfter).isAfter(now);
  }

  private void recovered(List<Turn> recent) {
    Turn open = recent.getLast();
    List<Turn> before = recent.subList(0, recent.size() - 1);
    Turn marked =
        open.openedAt().plus(OVERDUE).isBefore(clock.instant())
            ? open.flagged(
                Answering.flag(open, open.flags().size() + 1, Level.WATCH, "turn_unfinished"))
            : open;
    finish(marked, before, Sitter.of(shelves, open.id().client()), Watcher.NOBODY, false);
  }

  private static Optional<Turn> sameMessage(List<Turn> recent, MessageId message) {
    return recent.stream().filter(t -> t.message().filter(message::equals).isPresent()).findFirst();
  }

  private static Turn told(Turn turn, Watcher watcher) {
    watcher.opened(turn);
    for (int i = 0; i < turn.shown().size(); i++) watcher.shown(turn, i, turn.shown().get(i));
    watcher.closed(turn);
    return turn;
  }

  /** The first write: what was said, what the screen saw, the flags and the hold they bring. */
  private Turn opening(ClientId client, Arrival arrival, List<Turn> recent, Sitter sitter) {
    Instant now = clock.instant();
    Optional<Turn> last = recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast());
    State before = last.map(Turn::state).orElse(State.FIRST);
    TurnId id = last.map(Turn::id).map(TurnId::next).orElse(new TurnId(client, 1));
    Screening screening =
        switch (arrival) {
          case Arrival.Message message ->
              hearing.hear(message.text(), sitter.client().language(), recent, before, now);
          case Arrival.Tap tap ->
              tap.move() instanceof Move.Measure measure
                  ? measuring.hear(measure, before)
                  : Screening.NOTHING_SAID;
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
    List<Flag> flags = flags(bare, screening);
    State state = opened(before, id, screening, flags, now, sitter, counted(arrival));
    if (before.hold().isEmpty()
        && arrival instanceof Arrival.Tap tap
        && tap.move() instanceof Move.Measure measure) {
      state = measuring.after(state, measure, id, sitter, now);
    }
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
            .withUsage(counted ? today.oneMore() : today)
            .carrying(
                Hearing.carried(before, now).max(screening.level()),
                flags.isEmpty() ? Optional.empty() : Optional.of(now));
    if (screening.level() != Level.CRISIS || before.hold().isPresent()) return state;
    return state.withHold(
        new Hold(id.seq(), now, screening.signals().stream().map(Signal::name).toList()));
  }

  /** A questionnaire that the clinician asks for uses up no messages. */
  private static boolean counted(Arrival arrival) {
    return !(arrival instanceof Arrival.Tap tap && tap.move() instanceof Move.Measure);
  }

  private static List<Flag> flags(Turn turn, Screening screening) {
    if (!screening.level().atLeast(Level.CONCERN)) return List.of();
    return List.of(
        Answering.flag(
            turn, 1, screening.level(), screening.complete() ? "risk" : "screen_failed"));
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

  /** A fault of ours must not leave a client unanswered, and a person should know of it. */
  private Reply answer(
      Turn opened, List<Turn> recent, Sitter sitter, Release release, boolean model) {
    try {
      return answering.answer(opened, recent, sitter, release, model);
    } catch (RuntimeException e) {
      LOG.error("answering a turn failed: {}", e.getClass().getSimpleName());
      return new Reply(
          List.of(Line.script(Line.Kind.NOTICE, sitter.scripts().say("unavailable"))),
          new Outcome.Unavailable("answering"),
          Provenance.NONE,
          opened.state(),
          List.of(),
          List.of(Answering.flag(opened, opened.flags().size() + 1, Level.WATCH, "turn_failed")));
    }
  }

  /** The second write, and what follows from it. */
  private Turn finish(
      Turn opened, List<Turn> recent, Sitter sitter, Watcher watcher, boolean model) {
    var released = new ArrayList<Line>(opened.shown());
    Release release =
        line -> {
          shelves.turns().append(opened.id(), List.of(line));
          released.add(line);
          watcher.shown(opened, released.size() - 1, line);
        };
    Reply reply = answer(opened, recent, sitter, release, model).after(released);
    if (reply.outcome() instanceof Outcome.Escalated) {
      // Help is on the screen before anybody else is told.
      reply.lines().subList(released.size(), reply.lines().size()).forEach(release::line);
    }
    Turn answered = opened;
    for (Flag flag : reply.flags()) answered = answered.flagged(flag);
    supervision.raise(answered);
    Turn closed =
        answered
            .showing(reply.lines().subList(opened.shown().size(), reply.lines().size()))
            .closed(
                new Closing(clock.instant(), reply.outcome(), reply.provenance(), reply.happened()),
                reply.after());
    if (!shelves.turns().close(closed)) {
      return told(shelves.turns().get(opened.id()).orElseThrow(), watcher);
    }
    for (int i = released.size(); i < closed.shown().size(); i++) {
      watcher.shown(closed, i, closed.shown().get(i));
    }
    supervision.sumUp(closed, recent);
    watcher.closed(closed);
    return closed;
  }
}
