package io.handrail.chatbot.turn;

import io.handrail.care.conversation.MessageId;

/** What a client's device sent. */
public sealed interface Arrival {
  MessageId message();

  /**
   * @param text 1 to 4,000 characters, as written
   */
  record Message(MessageId message, String text) implements Arrival {}

  /**
   * @param label the words on what was tapped, as shown
   */
  record Tap(MessageId message, Move move, String label) implements Arrival {}
}
