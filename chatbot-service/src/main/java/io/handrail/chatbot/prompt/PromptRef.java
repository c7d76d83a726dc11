package io.handrail.chatbot.prompt;

/** A prompt and its version, written {@code name@version}. A published version never changes. */
public record PromptRef(String name, String version) {
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
