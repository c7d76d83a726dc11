package io.handrail.care.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finished worksheets that nobody has read yet, and by when their files ask for it ({@code review:
 * clinician_within_days}). Only those are kept that can still be the earliest due after some of the
 * log was read.
 *
 * @param entries in the order of the log, which is also the order in which they are due; never
 *     empty
 */
public record ToRead(List<Entry> entries) {

  /** More than a client finishes between two reviews; beyond it two become the stricter one. */
  private static final int ENTRIES_MAX = 12;

  /**
   * @param protocol the name of what was finished
   * @param turn its place in the log
   * @param due when it should have been read
   */
  public record Entry(String protocol, long turn, Instant due) {}

  public ToRead {
    entries = List.copyOf(entries);
  }

  /** One more was finished; the same one again changes nothing. */
  public static ToRead with(Optional<ToRead> before, Entry entry) {
    var all = new ArrayList<>(before.map(ToRead::entries).orElse(List.of()));
    // What is due no earlier and is read no later than the new one cannot be what is asked for.
    all.removeIf(old -> old.turn() <= entry.turn() && !old.due().isBefore(entry.due()));
    if (all.stream().noneMatch(old -> old.turn() >= entry.turn())) all.add(entry);
    if (all.size() > ENTRIES_MAX) {
      Entry last = all.removeLast();
      Entry other = all.removeLast();
      all.add(new Entry(other.protocol(), last.turn(), other.due()));
    }
    return new ToRead(all);
  }

  public Entry earliest() {
    return entries.getFirst();
  }

  /** What is left once the log was read up to {@code mark}. */
  public Optional<ToRead> readTo(long mark) {
    List<Entry> rest = entries.stream().filter(entry -> entry.turn() > mark).toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(new ToRead(rest));
  }
}
