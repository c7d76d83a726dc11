package io.handrail.web.up;

/**
 * Something is in the way of a start that whoever starts it can mend. The message is one plain
 * sentence or two: what is wrong, and the mend. It is shown as it is.
 */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String sentence) {
    super(sentence, null, false, false);
  }
}
