package io.handrail.chatbot.turn;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Turn;

/** Takes what a client sends and answers it. The pages know the spine by this. */
public interface Conversing {

  /**
   * Takes one arrival through the whole spine, on the calling (virtual) thread. Sent again with the
   * same message id it is no second turn: the first one's turn is reported and returned.
   *
   * @return the turn as it ended
   * @throws Busy when another turn of this client is still open
   */
  Turn take(ClientId client, Arrival arrival, Watcher watcher);

  /** Another turn of this client is still open; try again in a moment. */
  final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("another turn is still open", null, false, false);
    }
  }
}
