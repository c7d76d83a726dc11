package io.handrail.care.review;

import io.handrail.care.clinic.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Who opened what of one client's log in one month, newest first. */
public record Readings(List<Reading> readings) {
  public static final Readings EMPTY = new Readings(List.of());

  /** Opening the same entries again within this time is the same reading. */
  private static final Duration SAME_READING = Duration.ofMinutes(20);

  public Readings {
    readings = List.copyOf(readings);
  }

  /** Why somebody read. */
  public enum Why {
    /** As the client's clinician. */
    CARE,
    /** Standing in for the clinician. */
    COVER,
    /** As the clinician's supervisor, in the sample of the week. */
    SUPERVISION
  }

  /**
   * One opening.
   *
   * @param name the person's display name then
   * @param from the first journal place
   * @param to the last
   */
  public record Reading(StaffId by, String name, Instant at, long from, long to, Why why) {}

  /** The shelf's key for a moment. */
  public static String month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC)).toString();
  }

  public Readings with(Reading reading) {
    boolean again =
        readings.stream()
            .takeWhile(r -> Duration.between(r.at(), reading.at()).compareTo(SAME_READING) < 0)
            .anyMatch(r ->
                r.by().equals(reading.by())
                    && r.from() <= reading.from()
                    && r.to() >= reading.to()
                    && r.why() == reading.why());
    return again
        ? this
        : new Readings(Stream.concat(Stream.of(reading), readings.stream()).toList());
  }
}
