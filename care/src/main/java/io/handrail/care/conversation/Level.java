package io.handrail.care.conversation;

/**
 * What a message asks of us. It routes care and is never shown to anyone as a prediction. The order
 * is the order of care: a later level asks for more.
 */
public enum Level {
  NONE,
  WATCH,
  CONCERN,
  CRISIS;

  public boolean atLeast(Level other) {
    return compareTo(other) >= 0;
  }

  public Level max(Level other) {
    return atLeast(other) ? this : other;
  }
}
