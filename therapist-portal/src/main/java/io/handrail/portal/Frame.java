package io.handrail.portal;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What stands around every page: who is signed in, where, and how many clients ask for a person.
 *
 * @param zone the clinic's clock, which every page reads times by unless it says otherwise
 * @param replies replies that wait for this clinician's yes
 * @param risk clients of this clinician with a flag that nobody has acknowledged
 */
public record Frame(
    String name,
    String title,
    boolean clinician,
    boolean admin,
    boolean supervisor,
    boolean auditor,
    String clinic,
    boolean synthetic,
    ZoneId zone,
    int risk,
    int replies,
    Instant now) {

  /** A moment as it is said beside a desk: {@code today 14:03}, {@code 3 days ago}. */
  public String said(Instant at) {
    return Spoken.moment(at, now, zone);
  }
}
