package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;

/** What a field of a worksheet holds. Parsed and range-checked once, then trusted. */
public sealed interface Value {

  /** The client's own words. */
  record Text(String text) implements Value {}

  /** A whole number, for example an intensity of 0 to 100. */
  record Number(long number) implements Value {}

  /**
   * A time of day.
   *
   * @param minute minutes after midnight, 0 to 1439
   */
  record Clock(int minute) implements Value {
    public Clock {
      if (minute < 0 || minute >= 1440) throw new IllegalArgumentException("no time of day");
    }
  }

  /** Ids of chosen options, in the order of the file. */
  record Chosen(List<String> options) implements Value {
    public Chosen {
      options = List.copyOf(options);
    }
  }

  /** A list of entries, for example moods with their intensities. */
  record Rows(List<Map<String, Value>> rows) implements Value {
    public Rows {
      rows = rows.stream().map(Map::copyOf).toList();
    }
  }
}
