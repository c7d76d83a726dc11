package io.handrail.chatbot;

import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Screen;
import io.handrail.chatbot.turn.TurnPipeline;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Puts a plain spine in the place of the real one, where a test brings one. */
@Factory
@Requires(bean = WardWiring.Parts.class)
public class WardWiring {
  /** What a test brings. */
  public record Parts(Conversing conversing, Screen screen) {}

  @Singleton
  @Replaces(value = TurnPipeline.class, factory = Wiring.class)
  Conversing conversing(Parts parts) {
    return parts.conversing();
  }

  @Singleton
  @Replaces(value = Screen.class, factory = Wiring.class)
  Screen screen(Parts parts) {
    return parts.screen();
  }
}
