package io.handrail.tests.eval;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Watcher;
import java.util.Locale;
import java.util.Optional;

/** The spine itself, without pages: what a page would carry is read from the turn. */
final class AtTheSpine implements Meeting {
  private final Conversing spine;
  private final Protocols protocols;
  private final ClientId client;
  private final String sitting;
  private int sent;

  /**
   * @param sitting tells the messages of one sitting from those of the next
   */
  AtTheSpine(Conversing spine, Protocols protocols, ClientId client, String sitting) {
    this.spine = spine;
    this.protocols = protocols;
    this.client = client;
    this.sitting = sitting;
  }

  @Override
  public Asked begin(String protocol) {
    return tap("start:" + protocol, protocol);
  }

  @Override
  public Asked say(String text) {
    return seen(spine.take(client, new Arrival.Message(next(), text), Watcher.NOBODY));
  }

  @Override
  public Asked tap(String move, String label) {
    Move read = Move.read(move).orElseThrow();
    return seen(spine.take(client, new Arrival.Tap(next(), read, label), Watcher.NOBODY));
  }

  @Override
  public void leave() {}

  @Override
  public void close() {}

  private MessageId next() {
    return new MessageId("eval-" + client.value() + "-" + sitting + "-" + (10_000 + sent++));
  }

  private Asked seen(Turn turn) {
    Optional<Run> run = turn.state().run().filter(Run::running);
    Expect expect =
        run.flatMap(r -> protocols.at(r.protocol()).map(p -> Engine.expect(p, r)))
            .orElse(Expect.NOTHING);
    return new Asked(
        mode(turn, run.isPresent()),
        run.map(Run::step).orElse(""),
        expect.shape().name().toLowerCase(Locale.ROOT),
        expect.options().stream().map(o -> new Asked.Option(o.id(), o.label())).toList(),
        expect.min(),
        expect.max(),
        turn.shown().stream().map(Line::text).toList());
  }

  /** As the page's box decides it. */
  private static String mode(Turn turn, boolean running) {
    State state = turn.state();
    if (state.hold().isPresent()) return "held";
    boolean asked =
        turn.closing().map(c -> c.outcome() instanceof Outcome.Escalated).orElse(false)
            || state.safety().filter(t -> t.waiting().isPresent() || t.resting()).isPresent();
    if (asked) return "asked";
    return running ? "answer" : "free";
  }
}
