package io.handrail.care.record;

import io.handrail.care.protocol.ProtocolRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The list of one client's exercises, newest first; the worksheets are kept apart. */
public record ExerciseIndex(List<Entry> entries) {
  public static final ExerciseIndex EMPTY = new ExerciseIndex(List.of());

  public ExerciseIndex {
    entries = List.copyOf(entries);
  }

  /** One exercise. */
  public record Entry(String run, ProtocolRef protocol, Instant endedAt, boolean finished) {}

  /** Adds an entry, or puts the newer one in the place of the older of the same run. */
  public ExerciseIndex with(Entry entry) {
    var all = new ArrayList<Entry>();
    all.add(entry);
    entries.stream().filter(e -> !e.run().equals(entry.run())).forEach(all::add);
    return new ExerciseIndex(all);
  }
}
