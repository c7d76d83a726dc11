package io.handrail.care.live;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Pending;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.live.Journaling.Standing;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Where a clinician acts in a client's chat. Each act is one entry of the client's journal, so it
 * holds on the client's very next turn on every node, and stands in the log with the person's name.
 */
public final class LiveDesk {
  private final Shelves shelves;
  private final Protocols protocols;
  private final Journaling journal;
  private final Boards boards;
  private final Clock clock;

  public LiveDesk(Shelves shelves, Protocols protocols, Clock clock) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.journal = new Journaling(shelves);
    this.boards = new Boards(shelves);
    this.clock = clock;
  }

  /** Who acts, as the client reads their name. */
  public record Person(StaffId id, String name) {}

  /** What came of an act. */
  public sealed interface Result {
    /** It is stored, or was already. */
    record Done(long turn) implements Result {}

    /** It has no object any more: another was first, or the client moved on. */
    record MovedOn() implements Result {}

    /** The program was answering all the while; nothing was stored. */
    record Busy() implements Result {}
  }

  /** The program is silent from the client's next message on. Another's takeover passes to them. */
  public Result takeOver(ClientId client, Person by) {
    return act(
        client,
        at ->
            at.state().takeover().filter(t -> t.by().equals(by.id())).isPresent()
                ? Optional.empty()
                : Optional.of(
                    Journaling.entry(
                        at,
                        now(),
                        new Opening.TookOver(by.id(), by.name()),
                        List.of(),
                        at.state()
                            .takenOver(Takeover.begun(by.id(), by.name(), at.id().seq(), now())))));
  }

  /**
   * Writes to the client. Only who has taken over may: else the program would answer over them.
   *
   * @param sent what the form called it
   */
  public Result write(ClientId client, Person by, String text, String sent) {
    String words = text.strip();
    return act(
        client,
        at -> {
          boolean mine = at.state().takeover().filter(t -> t.by().equals(by.id())).isPresent();
          if (!mine || wroteBefore(at.recent(), sent)) return Optional.empty();
          State after = at.state().takenOver(at.state().takeover().orElseThrow().spoke(now()));
          var wrote = new Opening.Wrote(by.id(), by.name(), words, Optional.of(sent));
          return Optional.of(Journaling.entry(at, now(), wrote, List.of(), after));
        });
  }

  private static boolean wroteBefore(List<Turn> recent, String sent) {
    return recent.stream()
        .anyMatch(t ->
            t.opening() instanceof Opening.Wrote wrote && wrote.sent().equals(Optional.of(sent)));
  }

  /** A note for the client's next message alone. */
  public Result whisper(ClientId client, Person by, String note) {
    var whispered = new Opening.Whispered(by.id(), by.name(), note.strip());
    return act(
        client,
        at ->
            !at.recent().isEmpty() && at.recent().getLast().opening().equals(whispered)
                ? Optional.empty()
                : Optional.of(Journaling.entry(at, now(), whispered, List.of(), at.state())));
  }

  /**
   * Gives the chat back to the program, which asks again what was asked.
   *
   * @param summary what was spoken about; the client reads it
   */
  public Result handBack(ClientId client, Person by, String summary) {
    return act(
        client,
        at ->
            at.state().takeover().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Journaling.entry(
                        at,
                        now(),
                        new Opening.HandedBack(by.id(), by.name(), summary.strip()),
                        askedAgain(at.state()),
                        at.state().handedBack())));
  }

  /** The question that waits, said once more; nothing where none does. */
  private List<Line> askedAgain(State state) {
    Optional<Run> run = state.run().filter(Run::running);
    if (run.isEmpty() || state.hold().isPresent() || state.pending().isPresent()) return List.of();
    return protocols.at(run.get().protocol()).stream()
        .flatMap(p -> Engine.advance(p, run.get(), Answer.Control.RESUME).say().stream())
        .filter(say -> say.kind() == Advance.Kind.ASK)
        .map(say -> Line.script(Line.Kind.ASK, say.text()))
        .toList();
  }

  /** The draft of a reply that waits, if it still does. */
  public Optional<Turn> waiting(ClientId client) {
    return shelves.turns().last(client, 1).stream()
        .findFirst()
        .flatMap(last -> last.state().pending())
        .flatMap(reply -> shelves.turns().get(new TurnId(client, reply.turn())));
  }

  public static Optional<Proposal> proposal(Turn turn) {
    return turn.closing()
        .map(Closing::outcome)
        .flatMap(outcome ->
            outcome instanceof Outcome.AwaitingApproval waiting
                ? waiting.proposal()
                : Optional.empty());
  }

  /**
   * Lets a waiting reply go out.
   *
   * @param turn the turn it answers; where another reply waits by now nothing goes out
   * @param words in place of the draft; empty to send the draft as it is
   * @param goesOn false keeps the exercise at its step, for words that ask again
   */
  public Result approve(
      ClientId client, Person by, long turn, Optional<String> words, boolean goesOn) {
    Optional<Turn> answered = shelves.turns().get(new TurnId(client, turn));
    Optional<Proposal> proposal = answered.flatMap(LiveDesk::proposal);
    if (proposal.isEmpty()) return new Result.MovedOn();
    return act(
        client,
        at ->
            at.state().pending().filter(p -> p.turn() == turn).isEmpty()
                    || at.state().hold().isPresent()
                ? Optional.empty()
                : Optional.of(approved(at, answered.get(), proposal.get(), by, words, goesOn)));
  }

  private Turn approved(
      Standing at,
      Turn answered,
      Proposal proposal,
      Person by,
      Optional<String> words,
      boolean goesOn) {
    List<Line> lines =
        words
            .map(text -> List.of(new Line(Speaker.PERSON, Line.Kind.SAY, text.strip(), by.name())))
            .orElseGet(() -> proposal.lines().stream().map(l -> l.approvedBy(by.name())).toList());
    State after = at.state().settled();
    boolean moves = goesOn && sameRun(at.state(), answered.state());
    if (moves && proposal.run().isPresent()) after = after.withRun(proposal.run().get());
    long turn = at.state().pending().map(Pending::turn).orElseThrow();
    return Journaling.entry(
        at,
        now(),
        new Opening.Approved(by.id(), by.name(), turn, words.isPresent()),
        lines,
        after,
        answered.closing().orElseThrow().provenance(),
        moves ? proposal.happened() : List.of());
  }

  /** The exercise stands where it stood when the draft was made. */
  private static boolean sameRun(State now, State then) {
    return now.run().equals(then.run());
  }

  private Result act(ClientId client, java.util.function.Function<Standing, Optional<Turn>> entry) {
    return switch (journal.write(client, entry)) {
      case Journaling.Result.Written(Turn turn) -> {
        boards.follow(client, turn.state());
        // The chat sums entries up; it is told that there is one.
        boards.put(
            new LiveBoard.Entry(
                client,
                LiveBoard.Kind.TO_SUM_UP,
                turn.id().seq(),
                turn.openedAt(),
                Optional.empty()));
        yield new Result.Done(turn.id().seq());
      }
      case Journaling.Result.Refused refused -> new Result.MovedOn();
      case Journaling.Result.Busy busy -> new Result.Busy();
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
