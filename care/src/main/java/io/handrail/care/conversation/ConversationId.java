package io.handrail.care.conversation;

/**
 * Names one sitting of a client: an exercise, or a check-in that led into one. It is called after
 * the journal place of its first turn, so it needs no counter and finds its beginning.
 */
public record ConversationId(String value) {

  public static ConversationId startingAt(long seq) {
    return new ConversationId("c" + seq);
  }

  /** The journal place of the first turn. */
  public long firstSeq() {
    return Long.parseLong(value, 1, value.length(), 10);
  }

  @Override
  public String toString() {
    return value;
  }
}
