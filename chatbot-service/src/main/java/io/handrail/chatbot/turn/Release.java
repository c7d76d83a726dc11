package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;

/** Stores a line and then shows it: the only way a line reaches a client before its turn closes. */
@FunctionalInterface
interface Release {
  void line(Line line);
}
