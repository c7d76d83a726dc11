package io.handrail.care.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The worksheet beside the chat.
 *
 * @param rows in the order of the exercise; ways not taken are left out
 * @param at the part that is being worked on, from 1
 * @param of how many parts there are
 * @param part the name of that part
 * @param pinned the words that stay in view
 */
public record Sheet(List<Row> rows, int at, int of, String part, Optional<Pinned> pinned) {
  public Sheet {
    rows = List.copyOf(rows);
  }

  /** Where a row stands. */
  public enum State {
    AHEAD,
    CURRENT,
    ANSWERED,
    SKIPPED
  }

  /**
   * One line of the worksheet.
   *
   * @param lines the client's words, for example {@code anxious 70}; empty when there are none
   * @param canGoTo whether {@code Answer.GoTo(step)} is taken
   */
  public record Row(String step, String title, List<String> lines, State state, boolean canGoTo) {
    public Row {
      lines = List.copyOf(lines);
    }
  }

  /** The words that stay in view, and what they are. */
  public record Pinned(String title, String text) {}
}
