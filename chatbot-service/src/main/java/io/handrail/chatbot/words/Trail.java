package io.handrail.chatbot.words;

import java.util.Arrays;

/** Where the attempts of one search have been, so that no path is walked twice. */
final class Trail {
  private static final int ROOM = 512;

  private long[] marks = new long[ROOM];
  private int used;
  private int attempts;

  /** Begins an attempt; earlier ones are forgotten when room is needed. */
  int attempt() {
    if (2 * used > marks.length) {
      Arrays.fill(marks, 0);
      used = 0;
    }
    return within();
  }

  /** Begins an attempt inside another, which is kept. */
  int within() {
    return ++attempts;
  }

  /** True the first time. */
  boolean isNew(int attempt, int place) {
    if (4 * used > 3 * marks.length) grow();
    if (!put(((long) attempt << Integer.SIZE) | place)) return false;
    used++;
    return true;
  }

  private boolean put(long mark) {
    int slot = slot(mark);
    while (marks[slot] != 0) {
      if (marks[slot] == mark) return false;
      slot = (slot + 1) & (marks.length - 1);
    }
    marks[slot] = mark;
    return true;
  }

  private int slot(long mark) {
    long mixed = mark * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (marks.length - 1);
  }

  private void grow() {
    long[] before = marks;
    marks = new long[2 * before.length];
    for (long mark : before) if (mark != 0) put(mark);
  }
}
