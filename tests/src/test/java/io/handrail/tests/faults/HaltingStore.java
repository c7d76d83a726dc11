package io.handrail.tests.faults;

import io.handrail.care.Shelves;
import io.handrail.tests.stage.Interposed;

/**
 * The store with a switch: when armed, the Java machine halts before the n-th write, without a
 * goodbye, as kill -9 would end it. Reads change nothing on disk, so between two writes there is
 * only one state to be found in; halting before each write, and after the last, meets them all.
 */
final class HaltingStore {
  private final Shelves shelves;
  private int writes;
  private int haltBefore;

  HaltingStore(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * Counts anew.
   *
   * @param haltBefore the write that is not to happen, from 1; 0 lets all happen
   */
  synchronized void arm(int haltBefore) {
    this.writes = 0;
    this.haltBefore = haltBefore;
  }

  synchronized int writes() {
    return writes;
  }

  private synchronized void write() {
    writes++;
    if (writes == haltBefore) Runtime.getRuntime().halt(9);
  }

  Shelves watched() {
    return Interposed.store(
        shelves,
        access -> {
          if (access.writes()) write();
          return access.through();
        });
  }
}
