package io.handrail.chatbot;

import io.handrail.chatbot.alert.AlertPost;
import io.handrail.chatbot.turn.TurnPipeline;
import io.handrail.web.up.HouseOpened;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends what a crash left, as soon as the house is open and beside its work, and by the clock what
 * a fault of the store left. A client who comes back first is not kept waiting: their own turn is
 * mended by the spine.
 */
@Singleton
class Recovery implements ApplicationEventListener<HouseOpened> {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final TurnPipeline spine;
  private volatile boolean stopped;
  private volatile Thread mending;

  Recovery(TurnPipeline spine, AlertPost post) {
    this.spine = spine;
    post.whenOneIsGone(this::again);
  }

  @Override
  public void onApplicationEvent(HouseOpened event) {
    mending = Thread.ofVirtual().name("recovery").start(this::mend);
  }

  private void mend() {
    boolean all = false;
    while (!stopped) {
      try {
        if (!all) spine.recover();
        all = true;
        spine.mend();
      } catch (RuntimeException e) {
        LOG.error("recovery waits: {}", e.getClass().getSimpleName());
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A node is gone: what it left open is looked for, and mended once it counts as lost. */
  void again() {
    Thread.ofVirtual()
        .name("recovery-again")
        .start(() -> {
          try {
            if (!stopped) spine.recover();
          } catch (RuntimeException e) {
            LOG.error("recovery waits: {}", e.getClass().getSimpleName());
          }
        });
  }

  @PreDestroy
  void stop() {
    stopped = true;
    if (mending != null) mending.interrupt();
  }
}
