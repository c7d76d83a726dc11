package io.handrail.tests.eval;

/** What a person does next. */
sealed interface Act {
  record Say(String text) implements Act {}

  /**
   * @param label what the page shows on what is tapped
   */
  record Tap(String move, String label) implements Act {}

  /** Closes the page and comes back on another device. */
  record Leave() implements Act {}
}
