package io.handrail.chatbot.model;

import io.handrail.chatbot.turn.Phrasing;
import java.util.Optional;

/** No model is configured: the scripted path is the only one. */
public final class NoModel implements Phrasing {
  @Override
  public boolean available() {
    return false;
  }

  @Override
  public Result phrase(Request request, Listener listener) {
    return new Result.Failed(Fault.OFF.category(), Optional.empty(), Optional.empty(), "");
  }
}
