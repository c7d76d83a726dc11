package io.handrail.chatbot;

import io.handrail.chatbot.turn.TurnPipeline;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends what a crash left, as soon as the service is up and beside its work. A client who comes
 * back first is not kept waiting: their own turn is mended by the spine.
 */
@Singleton
class Recovery implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final TurnPipeline spine;

  Recovery(TurnPipeline spine) {
    this.spine = spine;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("recovery").start(this::mend);
  }

  private void mend() {
    try {
      spine.recover();
    } catch (RuntimeException e) {
      LOG.error("recovery stopped: {}", e.getClass().getSimpleName());
    }
  }
}
