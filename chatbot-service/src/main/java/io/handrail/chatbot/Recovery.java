package io.handrail.chatbot;

import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.web.up.HouseOpened;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends what a crash left, as soon as the house is open and beside its work. A client who comes
 * back first is not kept waiting: their own turn is mended by the spine.
 */
@Singleton
class Recovery implements ApplicationEventListener<HouseOpened> {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final TurnPipeline spine;

  Recovery(TurnPipeline spine) {
    this.spine = spine;
  }

  @Override
  public void onApplicationEvent(HouseOpened event) {
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
