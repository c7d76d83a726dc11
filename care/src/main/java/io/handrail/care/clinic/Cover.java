package io.handrail.care.clinic;

import java.time.Instant;

/**
 * Somebody stands in for a client's clinician, from one moment to another. It ends by itself.
 *
 * @param to who stands in
 * @param by who arranged it
 * @param from it begins then
 * @param until and is over then
 * @param note what to know, for the one who stands in; never shown to the client
 */
public record Cover(StaffId to, StaffId by, Instant from, Instant until, String note) {
  public boolean runsAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  public boolean overAt(Instant now) {
    return !now.isBefore(until);
  }
}
