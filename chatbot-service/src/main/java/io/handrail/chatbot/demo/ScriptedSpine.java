package io.handrail.chatbot.demo;

import io.handrail.care.Shelves;
import io.handrail.care.measure.Instruments;
import io.handrail.care.protocol.Protocols;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.NoModel;
import io.handrail.chatbot.screen.SafetyScreen;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Stepping;
import io.handrail.chatbot.turn.TurnPipeline;
import java.time.Clock;
import java.time.Duration;

/** The real spine with no model, for the synthetic past. */
final class ScriptedSpine {
  private ScriptedSpine() {}

  static Conversing over(
      Protocols protocols, Instruments instruments, Shelves shelves, Clock clock) {
    var stepping = new Stepping(shelves, protocols, new NoModel(), new RuleGuard());
    return new TurnPipeline(
        shelves, new SafetyScreen(), region -> "999", stepping, instruments, clock, Duration.ZERO);
  }
}
