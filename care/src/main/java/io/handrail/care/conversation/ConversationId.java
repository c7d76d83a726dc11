package io.handrail.care.conversation;

/** Names one sitting of a client: an exercise, or a check-in that led into one. */
public record ConversationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
