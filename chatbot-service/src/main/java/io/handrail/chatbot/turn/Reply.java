package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.State;
import io.handrail.care.protocol.Advance.Happening;
import java.util.ArrayList;
import java.util.List;

/**
 * How a turn is answered, before it is stored.
 *
 * @param lines all lines of the turn, those already released first
 */
record Reply(
    List<Line> lines,
    Outcome outcome,
    Provenance provenance,
    State after,
    List<Happening> happened,
    List<Flag> flags) {
  Reply {
    lines = List.copyOf(lines);
    happened = List.copyOf(happened);
    flags = List.copyOf(flags);
  }

  static Reply of(List<Line> lines, Outcome outcome, State after) {
    return new Reply(lines, outcome, Provenance.NONE, after, List.of(), List.of());
  }

  /** The same where nothing waits for a person any more. */
  Reply settled() {
    return after.pending().isEmpty()
        ? this
        : new Reply(lines, outcome, provenance, after.settled(), happened, flags);
  }

  /** The same, said after the lines that were released already, none of them twice. */
  Reply after(List<Line> released) {
    if (released.isEmpty()) return this;
    var all = new ArrayList<>(released);
    lines.stream().filter(line -> !released.contains(line)).forEach(all::add);
    return new Reply(all, outcome, provenance, after, happened, flags);
  }
}
