package io.handrail.chatbot.http;

import io.handrail.web.page.Localised;
import java.time.ZoneId;

/** A page, or a part of one, as a template sees it: {@code page} and {@code frame}. */
public record Shown<P>(Frame frame, P page) implements Localised {
  @Override
  public String language() {
    return frame.language();
  }

  @Override
  public ZoneId zone() {
    return frame.zone();
  }
}
