package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Pending;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveBoard.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to what a person left open in a chat: a takeover in which nobody answers, a reply that waits
 * too long, entries that are to be summed up, previews that were asked for. It unlocks nothing and
 * approves nothing; it tells the client, and flags it for people. Any node may do it: an entry
 * takes a place of the journal or is claimed first, so no two make the same.
 */
public final class Tending implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tending.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

  /** A client who asked a person waits this long before they are told that nobody answers. */
  public static final Duration UNANSWERED = Duration.ofMinutes(5);

  /** A takeover in which nobody says anything is flagged after this. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How long a reply waits before the client is told that it takes longer. */
  public static final Duration LONG_WAIT = Duration.ofHours(1);

  /** How long a reply waits before the chain of people is asked. */
  public static final Duration TOO_LONG = Duration.ofHours(24);

  private final Shelves shelves;
  private final Boards boards;
  private final Supervision supervision;
  private final Previewing previewing;
  private final BriefWording briefWording;
  private final OneAtATime oneAtATime;
  private final Clock clock;
  private Thread walking;
  private boolean failing;

  Tending(
      Shelves shelves,
      Supervision supervision,
      Previewing previewing,
      BriefWording briefWording,
      OneAtATime oneAtATime,
      Clock clock) {
    this.shelves = shelves;
    this.boards = new Boards(shelves);
    this.supervision = supervision;
    this.previewing = previewing;
    this.briefWording = briefWording;
    this.oneAtATime = oneAtATime;
    this.clock = clock;
  }

  /** Begins; done once. */
  public synchronized void start() {
    if (walking == null) walking = Thread.ofVirtual().name("tending").start(this::walk);
  }

  private void walk() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        round();
        failing = false;
      } catch (RuntimeException e) {
        if (!failing) LOG.error("chats wait to be seen to: {}", e.getClass().getSimpleName());
        failing = true;
      }
      try {
        Thread.sleep(BETWEEN_ROUNDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public synchronized void close() {
    if (walking != null) walking.interrupt();
  }

  /** Sees to everything that is open now. */
  void round() {
    for (ClinicId clinic : boards.clinics()) {
      for (Entry entry : boards.of(clinic).entries()) {
        try {
          see(entry);
        } catch (RuntimeException e) {
          LOG.error("a chat waits to be seen to: {}", e.getClass().getSimpleName());
        }
      }
    }
  }

  private void see(Entry entry) {
    ClientId client = entry.client();
    switch (entry.kind()) {
      case TO_SUM_UP -> {
        oneAtATime.run(
            client,
            () -> {
              supervision.catchUp(client);
              return null;
            });
        boards.done(entry);
      }
      case PREVIEW -> {
        if (previewing.make(client)) boards.done(entry);
      }
      case BRIEF -> Thread.ofVirtual().name("wording").start(() -> word(entry));
      case TAKEOVER, REPLY -> {
        Optional<Turn> last = shelves.turns().last(client, 1).stream().findFirst();
        if (last.isEmpty() || last.get().open()) return;
        if (due(last.get().state(), now())) oneAtATime.run(client, () -> remind(client));
        else boards.follow(client, last.get().state());
      }
    }
  }

  /** A model may take its time, and nobody else's chat is to wait for it. */
  private void word(Entry entry) {
    try {
      if (briefWording.make(entry.client())) boards.done(entry);
    } catch (RuntimeException e) {
      LOG.error("a brief waits to be worded: {}", e.getClass().getSimpleName());
    }
  }

  private static boolean due(State state, Instant now) {
    return state.takeover().filter(t -> unanswered(t, now)).isPresent()
        || state.pending().filter(p -> waitsLong(p, now)).isPresent();
  }

  private static boolean unanswered(Takeover taken, Instant now) {
    if (taken.silentSince().isPresent()) return false;
    return taken.askedAt().map(at -> !at.plus(UNANSWERED).isAfter(now)).orElse(false)
        || !taken.spokeAt().plus(IDLE).isAfter(now);
  }

  private static boolean waitsLong(Pending reply, Instant now) {
    Instant next =
        reply.remindedAt().isEmpty()
            ? reply.since().plus(LONG_WAIT)
            : reply.remindedAt().get().isBefore(reply.since().plus(TOO_LONG))
                ? reply.since().plus(TOO_LONG)
                : Instant.MAX;
    return !next.isAfter(now);
  }

  private Void remind(ClientId client) {
    Optional<Turn> last = shelves.turns().last(client, 1).stream().findFirst();
    if (last.isEmpty() || last.get().open() || !due(last.get().state(), now())) return null;
    Sitter sitter = Sitter.of(shelves, client);
    Turn entry = reminder(last.get(), sitter);
    if (shelves.turns().open(entry)) supervision.catchUp(client);
    return null;
  }

  /** Written whole, in one write; its flag is raised by whoever sums it up. */
  private Turn reminder(Turn last, Sitter sitter) {
    State state = last.state();
    Instant now = now();
    Optional<Takeover> taken = state.takeover().filter(t -> unanswered(t, now));
    String what = taken.isPresent() ? "takeover_silent" : "reply_waiting";
    Turn bare =
        new Turn(
            last.id().next(),
            last.conversation(),
            now,
            new Opening.TimePassed(what),
            Screening.NOTHING_SAID,
            List.of(),
            taken
                .map(t -> state.takenOver(t.silent(now)))
                .orElseGet(() -> state.awaiting(state.pending().orElseThrow().reminded(now))),
            List.of(Line.script(Line.Kind.NOTICE, words(state, taken, sitter, now))),
            Optional.of(new Closing(now, new Outcome.Noted(), Provenance.NONE)));
    Flag flag = Answering.flag(bare, 1, level(state, taken, now), what);
    return bare.flagged(flag);
  }

  private static Level level(State state, Optional<Takeover> taken, Instant now) {
    return taken.isPresent() || tooLong(state, now) ? Level.CONCERN : Level.WATCH;
  }

  private static boolean tooLong(State state, Instant now) {
    return state.pending().filter(p -> !p.since().plus(TOO_LONG).isAfter(now)).isPresent();
  }

  private static String words(State state, Optional<Takeover> taken, Sitter sitter, Instant now) {
    if (taken.isPresent()) return sitter.scripts().say("taken.silent", taken.get().name());
    String key = tooLong(state, now) ? "approve.toolong" : "approve.long";
    return sitter.scripts().say(key, sitter.clinicianOr("limit.therapist"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
