package io.handrail.tests.eval;

/** Where a person meets the program: what they do there, and what they then see. */
interface Meeting extends AutoCloseable {
  /** Begins an exercise, or goes on with it where it is under way. */
  Asked begin(String protocol);

  Asked say(String text);

  /**
   * @param label what the page shows on what is tapped
   */
  Asked tap(String move, String label);

  /** Goes away; whatever follows is done on another device. */
  void leave();

  @Override
  void close();
}
