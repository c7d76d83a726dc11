package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.measure.Instruments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** A client who waited this long for an answer is something a person should know. */
  private static final Duration OVERDUE = Duration.ofMinutes(2);

  private final Shelves shelves;
  private final FirstWrite firstWrite;
  private final Answering answering;
  private final Supervision supervision;
  private final Clock clock;
  private final Duration lostAfter;
  private final Tending tending;
  private final Set<ClientId> behind = ConcurrentHashMap.newKeySet();
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
    var measuring = new Measuring(shelves, instruments);
    var asking = new Asking(shelves);
    var people = new TowardsPeople(numbers, shelves);
    this.firstWrite =
        new FirstWrite(new Hearing(screen), measuring, asking, new CallWishes(shelves));
    this.answering =
        new Answering(
            new SafetyReplies(numbers, new PlanWalk(shelves), people),
            new SafetyWords(numbers, people),
            stepping,
            measuring);
    this.supervision =
        new Supervision(
            shelves, new Keeping(shelves, instruments, stepping.protocols()), behind::add);
    this.clock = clock;
    this.lostAfter = lostAfter;
    this.tending =
        new Tending(
            shelves,
            supervision,
            new Previewing(shelves, stepping, clock),
            new BriefWording(shelves, stepping.phrasing(), clock),
            oneAtATime,
            clock);
  }

  /** What goes on in a chat beside the client's messages. */
  public Tending tending() {
    return tending;
  }

  @Override
  public Turn take(ClientId client, Arrival arrival, Watcher watcher) {
    try {
      return oneAtATime.run(client, () -> takeAlone(client, arrival, watcher));
    } catch (Busy e) {
      throw e;
    } catch (RuntimeException e) {
      behind.add(client); // it may have been stored all the same
      throw e;
    }
  }

  /**
   * Finishes what a fault of the store kept from being stored or summed up, so that no flag waits
   * for the client's next turn. To be called every few seconds.
   */
  public void mend() {
    for (ClientId client : List.copyOf(behind)) {
      behind.remove(client); // before it is looked at: what fails meanwhile is not forgotten
      recoverOrPutOff(client);
    }
  }

  /**
   * Mends what a crash left: answers the turns that were open, then sums up what was not yet. Flags
   * are raised before a turn is closed, so the first, quick part misses none.
   */
  public void recover() {
    for (TurnId open : shelves.turns().unfinished()) recoverOrPutOff(open.client());
    for (ClientId client : shelves.turns().journals()) recoverOrPutOff(client);
  }

  /**
   * One client's damaged document must not keep another's flag from a person. A turn that may still
   * be under way on another node is looked at again until it is closed: should that node be dead,
   * and its client never come back, nobody else would see the flag.
   */
  private void recoverOrPutOff(ClientId client) {
    try {
      if (!recover(client)) behind.add(client);
    } catch (Busy e) {
      behind.add(client); // a turn of theirs is under way here
    } catch (RuntimeException e) {
      boolean first = behind.add(client);
      if (first) LOG.error("a client's turns wait to be mended: {}", e.getClass().getSimpleName());
    }
  }

  /** False where a turn stays open, for it may not be lost yet. */
  private boolean recover(ClientId client) {
    return oneAtATime.run(
        client,
        () -> {
          List<Turn> recent = shelves.turns().last(client, CONTEXT_TURNS);
          boolean open = !recent.isEmpty() && recent.getLast().open();
          boolean lost = open && lost(recent.getLast(), clock.instant());
          if (lost) recovered(recent);
          supervision.catchUp(client);
          return !open || lost;
        });
  }

  private Turn takeAlone(ClientId client, Arrival arrival, Watcher watcher) {
    Sitter sitter = Sitter.of(shelves, client);
    while (true) {
      List<Turn> recent = settled(client);
      Optional<Turn> already = sameMessage(recent, arrival.message());
      if (already.isPresent()) return told(already.get(), watcher);
      catchUp(client, recent);
      Turn turn = firstWrite.of(client, arrival, recent, sitter, clock.instant());
      if (!shelves.turns().open(turn)) continue; // another node was first: hear it again
      watcher.opened(turn);
      return finish(turn, recent, sitter, watcher, true);
    }
  }

  /** What could not be summed up is mended beside; being heard never waits for it. */
  private void catchUp(ClientId client, List<Turn> recent) {
    try {
      supervision.catchUp(client, recent);
    } catch (RuntimeException e) {
      LOG.error("summing up earlier turns failed: {}", e.getClass().getSimpleName());
      behind.add(client);
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
