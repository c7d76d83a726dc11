package io.handrail.chatbot.http;

import io.handrail.care.conversation.MessageId;
import java.util.Optional;
import java.util.UUID;

/** The id a form carries, so that sending it twice is one message. */
final class SendId {
  private SendId() {}

  static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** Empty when it is not an id at all. */
  static Optional<MessageId> read(String text) {
    try {
      return Optional.of(new MessageId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
