package io.handrail.chatbot.model;

/** Why a call to a model brought no whole answer. */
enum Fault {
  TIMEOUT("model_timeout"),
  DOWN("model_down"),
  INVALID("model_invalid"),
  BUDGET("budget"),
  BREAKER_OPEN("breaker_open"),
  OFF("model_off");

  private final String category;

  Fault(String category) {
    this.category = category;
  }

  /** As it stands in a turn's outcome. */
  String category() {
    return category;
  }

  /** Whether it tells that the provider itself is not well. */
  boolean ofTheProvider() {
    return this == TIMEOUT || this == DOWN;
  }
}
