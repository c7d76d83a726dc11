package io.handrail.chatbot.http;

/** The consent text of {@code views/client/welcome.ftlh}. */
final class Agreement {
  /** Changed whenever the text says something else; everyone is then asked again. */
  static final String VERSION = "2026-1";

  private Agreement() {}
}
