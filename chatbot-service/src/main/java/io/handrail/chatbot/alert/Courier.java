package io.handrail.chatbot.alert;

import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import java.util.Optional;

/** One way out of the house. */
public interface Courier {
  Channel channel();

  /**
   * Hands a letter over, within {@link #MOST_SECONDS}.
   *
   * @return why it was not taken; empty when the other end took it
   */
  Optional<Fault> carry(Letter letter);

  /** Every courier gives up sooner than a claim runs out, so that no two carry the same letter. */
  int MOST_SECONDS = 40;
}
