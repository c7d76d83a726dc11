package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskItem;
import io.handrail.care.safety.SafetyTalk;
import java.util.Optional;

/** Brings what was answered in a safety conversation to the flag that it belongs to. */
final class SafetyStory {
  private final Shelves shelves;

  SafetyStory(Shelves shelves) {
    this.shelves = shelves;
  }

  /** The item a flag of this turn stands in, with the story its answer belongs to. */
  static Optional<SafetyTalk> of(Turn turn) {
    long seq = turn.id().seq();
    return turn.state()
        .safety()
        .filter(talk -> talk.answers().stream().anyMatch(a -> a.turn() == seq));
  }

  /** Adds what was answered in this turn to the flag that it belongs to. */
  void tell(Turn turn) {
    Optional<SafetyTalk> talk = of(turn);
    if (talk.isEmpty()) return;
    var key = new OfClient<>(turn.id().client(), talk.get().flag());
    if (shelves.risk().get(key).isEmpty()) return;
    RiskItem unused =
        shelves.risk().change(key, item -> newer(item, talk.get()) ? item.told(talk.get()) : item);
  }

  /** Turns can be summed up again, later ones done; an older story never takes its place. */
  private static boolean newer(RiskItem item, SafetyTalk talk) {
    return item.talk().map(known -> known.answers().size() < talk.answers().size()).orElse(true);
  }
}
