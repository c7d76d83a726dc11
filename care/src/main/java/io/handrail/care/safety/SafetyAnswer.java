package io.handrail.care.safety;

import java.time.Instant;

/**
 * One answer of a safety conversation.
 *
 * @param asked the question as it was shown
 * @param words the client's exact words, or the words on what was tapped
 * @param turn its journal place
 */
public record SafetyAnswer(
    SafetyQuestion question, String asked, Reply reply, String words, long turn, Instant at) {

  /** How it was read. Unclear words are asked about once more and then are unknown, never a no. */
  public enum Reply {
    YES,
    NO,
    /** The client would rather not say. */
    DECLINED,
    UNKNOWN
  }
}
