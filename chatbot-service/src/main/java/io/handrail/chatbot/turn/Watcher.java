package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;

/** Hears a turn as it goes, each time after the write that stored it. */
public interface Watcher {
  /** What was said is stored. */
  void opened(Turn turn);

  /**
   * A line is stored and may be shown.
   *
   * @param index its place in the turn, from 0
   */
  void shown(Turn turn, int index, Line line);

  /** The turn is closed; nothing follows. */
  void closed(Turn turn);

  /** Looks away. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public void opened(Turn turn) {}

        @Override
        public void shown(Turn turn, int index, Line line) {}

        @Override
        public void closed(Turn turn) {}
      };
}
