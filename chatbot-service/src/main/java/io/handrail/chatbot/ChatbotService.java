package io.handrail.chatbot;

import io.handrail.care.Shelves;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Service;
import io.handrail.web.up.Settings;

/** Starts what the client talks to. */
public final class ChatbotService implements Service {
  @Override
  public String name() {
    return "chatbot";
  }

  @Override
  public int port(Settings settings) {
    return settings.chatPort();
  }

  @Override
  public Running start(Settings settings, Shelves shelves) {
    return Contexts.start(name(), port(settings), settings, shelves);
  }
}
