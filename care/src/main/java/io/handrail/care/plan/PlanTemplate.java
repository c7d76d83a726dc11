package io.handrail.care.plan;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Limits under a name, to begin a plan from. It holds nothing of a client: no topics, no notes.
 *
 * @param id unique in the clinic
 * @param owner who alone sees it; empty for one that the whole clinic uses
 */
public record PlanTemplate(
    String id,
    String name,
    Optional<StaffId> owner,
    Set<String> protocols,
    int messagesPerDayMax,
    Optional<Integer> minutesPerDayMax,
    List<Hours> hours,
    ModelUse modelUse,
    ReplyMode replyMode,
    Optional<Integer> reviewDays,
    StaffId savedBy,
    Instant savedAt) {
  public static final int NAME_CHARS_MAX = 60;

  public PlanTemplate {
    protocols = Set.copyOf(protocols);
    hours = List.copyOf(hours);
  }

  public boolean seenBy(StaffId staff) {
    return owner.map(staff::equals).orElse(true);
  }
}
