package io.handrail.care.review.fidelity;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Map;

/**
 * How a clinician rated one conversation.
 *
 * @param rated 0 to 6 by the names of the headings; what they left out has none
 * @param drafted what the draft said when they rated
 */
public record Rating(
    String conversation,
    StaffId by,
    String name,
    Instant at,
    Map<String, Integer> rated,
    Map<String, Integer> drafted) {
  public Rating {
    rated = Map.copyOf(rated);
    drafted = Map.copyOf(drafted);
  }
}
