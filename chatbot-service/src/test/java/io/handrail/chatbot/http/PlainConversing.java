package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Watcher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine and the journal with nothing between them: enough of a spine for pages to stand on.
 */
final class PlainConversing implements Conversing {
  static final String CRISIS = "crisis please";
  private final Shelves shelves;
  private final Protocols protocols;
  private final Clock clock;

  /** While true every arrival finds another turn open. */
  volatile boolean busy;

  /** Runs between the opening and the lines of each turn. */
  volatile Runnable meanwhile = () -> {};

  PlainConversing(Shelves shelves, Protocols protocols, Clock clock) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.clock = clock;
  }

  @Override
  public synchronized Turn take(ClientId client, Arrival arrival, Watcher watcher) {
    if (busy) throw new Busy();
    List<Turn> before = shelves.turns().last(client, 40);
    for (Turn turn : before) {
      if (turn.message().filter(arrival.message()::equals).isPresent()) return told(turn, watcher);
    }
    long seq = before.isEmpty() ? 1 : before.getLast().id().seq() + 1;
    State state = before.isEmpty() ? State.FIRST : before.getLast().state();
    Instant now = clock.instant();
    Opening opening =
        switch (arrival) {
          case Arrival.Message m -> new Opening.Said(m.message(), m.text());
          case Arrival.Tap t -> new Opening.Tapped(t.message(), t.move().written(), t.label());
        };
    var opened =
        new Turn(
            new TurnId(client, seq),
            ConversationId.startingAt(1),
            now,
            opening,
            Screening.NOTHING_SAID,
            List.of(),
            state,
            List.of(),
            Optional.empty());
    shelves.turns().open(opened);
    watcher.opened(opened);
    meanwhile.run();
    Turn answered = answered(opened, arrival, state, now);
    for (int i = 0; i < answered.shown().size(); i++) {
      shelves.turns().append(opened.id(), List.of(answered.shown().get(i)));
      watcher.shown(opened, i, answered.shown().get(i));
    }
    shelves.turns().close(answered);
    watcher.closed(answered);
    return answered;
  }

  private static Turn told(Turn turn, Watcher watcher) {
    watcher.opened(turn);
    for (int i = 0; i < turn.shown().size(); i++) watcher.shown(turn, i, turn.shown().get(i));
    watcher.closed(turn);
    return turn;
  }

  private Turn answered(Turn opened, Arrival arrival, State state, Instant now) {
    if (state.hold().isPresent()) {
      return closed(
          opened,
          List.of(
              Line.script(
                  Line.Kind.NOTICE, "Your message is kept. Sam Okafor sees it with the others.")),
          state,
          now);
    }
    if (arrival instanceof Arrival.Message m && m.text().contains(CRISIS)) {
      return closed(
          opened,
          List.of(
              Line.script(
                  Line.Kind.CRISIS,
                  "Thank you for writing that. What you wrote matters, and a person needs to hear"
                      + " it now."),
              Line.script(
                  Line.Kind.CRISIS,
                  "If you could act on it, call 999 now, or Samaritans on 116 123. You can call and"
                      + " say only: I need help."),
              Line.script(
                  Line.Kind.CRISIS,
                  "Sam Okafor is being told. Nobody is watching live, so please do not wait here"
                      + " alone.")),
          state.withHold(new Hold(opened.id().seq(), now, List.of("intent_explicit"))),
          now);
    }
    if (arrival instanceof Arrival.Tap t && t.move() instanceof Move.Start(String name)) {
      Protocol protocol = protocols.active(name).orElseThrow();
      return closed(
          opened,
          Engine.begin(protocol, new RunId("run-" + opened.id().seq()), language(opened)),
          state,
          now);
    }
    if (state.run().filter(Run::running).isEmpty()) {
      return closed(
          opened,
          List.of(
              Line.script(Line.Kind.SAY, "Thank you. That is kept, and Sam Okafor can read it.")),
          state,
          now);
    }
    Run run = state.run().get();
    return closed(
        opened,
        Engine.advance(protocols.at(run.protocol()).orElseThrow(), run, answer(arrival)),
        state,
        now);
  }

  private String language(Turn opened) {
    return shelves.clients().get(opened.id().client()).orElseThrow().language();
  }

  private static Answer answer(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Message m -> new Answer.Words(m.text());
      case Arrival.Tap t ->
          switch (t.move()) {
            case Move.Pick(List<String> ids) -> new Answer.Picked(ids);
            case Move.GoTo(String step) -> new Answer.GoTo(step);
            case Move.Button b -> Answer.Control.valueOf(b.name());
            case Move.Start s -> Answer.Control.RESUME;
            case Move.Measure m -> Answer.Control.RESUME;
            case Move.Help h -> Answer.Control.RESUME;
            case Move.Noted n -> Answer.Control.RESUME;
            case Move.Safety s -> Answer.Control.RESUME;
          };
    };
  }

  private Turn closed(Turn opened, Advance advance, State state, Instant now) {
    var lines = new ArrayList<Line>();
    for (Advance.Say say : advance.say()) {
      lines.add(
          Line.script(
              switch (say.kind()) {
                case REFLECT, CLOSE -> Line.Kind.SAY;
                case TEACH, READ -> Line.Kind.TEACH;
                case ASK -> Line.Kind.ASK;
              },
              say.text()));
    }
    if (!advance.run().running()) keep(opened, advance.run(), now);
    return closed(opened, lines, state.withRun(advance.run()), now);
  }

  private void keep(Turn opened, Run run, Instant now) {
    ClientId client = opened.id().client();
    shelves
        .exercises()
        .insert(
            new Shelves.OfClient<>(client, run.id().value()),
            new ExerciseRecord(run, opened.conversation(), now, now, 1, opened.id().seq()));
    shelves
        .exerciseIndex()
        .change(
            client,
            ExerciseIndex.EMPTY,
            index ->
                index.with(
                    new ExerciseIndex.Entry(
                        run.id().value(),
                        run.protocol(),
                        now,
                        run.status() == Run.Status.FINISHED)));
  }

  private static Turn closed(Turn opened, List<Line> lines, State after, Instant now) {
    Outcome outcome =
        lines.stream().anyMatch(l -> l.kind() == Line.Kind.CRISIS)
            ? new Outcome.Escalated(Level.CRISIS)
            : new Outcome.Scripted("model_off");
    return opened
        .showing(lines)
        .closed(new Closing(now, outcome, Provenance.NONE, List.of()), after);
  }
}
