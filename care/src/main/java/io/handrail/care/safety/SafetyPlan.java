package io.handrail.care.safety;

import io.handrail.care.safety.PlanPart.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A client's safety plan, in their own words. Steps 1 to 3 are the client's; in steps 4 to 6 what
 * the client writes is a proposal until a clinician agrees. Immutable; every change makes the next
 * version.
 *
 * @param version counts from 1; 0 is the plan before the first word
 * @param parts all six, in order
 * @param last what made this version; empty in version 0
 */
public record SafetyPlan(int version, List<PlanPart> parts, Optional<Change> last) {
  public static final int LINES_MAX = 12;
  public static final int LINE_CHARS_MAX = 200;

  public static final SafetyPlan EMPTY =
      new SafetyPlan(
          0, Arrays.stream(PlanStep.values()).map(PlanPart::empty).toList(), Optional.empty());

  public SafetyPlan {
    parts = List.copyOf(parts);
  }

  /** What can be done to a step. */
  public enum Deed {
    WROTE,
    SIGNED,
    DECLINED,
    /** A clinician wrote the step, mostly together with the client. */
    SET
  }

  /** Who did what to which step. */
  public record Change(Deed deed, PlanStep step, String by, Instant at) {}

  public PlanPart part(PlanStep step) {
    return parts.get(step.ordinal());
  }

  /** True when nothing stands on it, agreed or not. */
  public boolean blank() {
    return parts.stream().allMatch(part -> part.wanted().isEmpty() && part.agreed().isEmpty());
  }

  /** Steps that wait for a clinician's word. */
  public List<PlanStep> waiting() {
    return parts.stream().filter(PlanPart::waiting).map(PlanPart::step).toList();
  }

  /** The client writes a step anew. The same lines again change nothing. */
  public SafetyPlan written(PlanStep step, List<String> lines, String by, Instant at) {
    List<String> kept = kept(lines);
    if (kept.equals(part(step).wanted())) return this;
    return with(step, Deed.WROTE, by, at, part -> part.written(kept, by, at));
  }

  /** The client adds to a step; what stands there already, or finds no room, is left out. */
  public SafetyPlan added(PlanStep step, List<String> lines, String by, Instant at) {
    var all = new ArrayList<>(part(step).wanted());
    all.addAll(lines);
    return written(step, all, by, at);
  }

  /** A clinician agrees to what waits. Where nothing waits nothing changes. */
  public SafetyPlan signed(PlanStep step, Signature by) {
    if (part(step).proposal().isEmpty()) return this;
    return with(step, Deed.SIGNED, by.by(), by.at(), part -> part.signed(by));
  }

  /** A clinician says no to what waits, and why. What was agreed before stays. */
  public SafetyPlan declined(PlanStep step, Signature by) {
    if (!part(step).waiting()) return this;
    return with(step, Deed.DECLINED, by.by(), by.at(), part -> part.declined(by));
  }

  /** A clinician writes a step that needs their word, and so agrees to it. */
  public SafetyPlan set(PlanStep step, List<String> lines, Signature by) {
    if (!step.signed()) return this;
    return with(step, Deed.SET, by.by(), by.at(), part -> part.set(kept(lines), by));
  }

  private SafetyPlan with(
      PlanStep step, Deed deed, String by, Instant at, UnaryOperator<PlanPart> change) {
    var changed = new ArrayList<>(parts);
    changed.set(step.ordinal(), change.apply(part(step)));
    return new SafetyPlan(version + 1, changed, Optional.of(new Change(deed, step, by, at)));
  }

  private static List<String> kept(List<String> lines) {
    var kept = new LinkedHashSet<String>();
    for (String line : lines) {
      String plain = line.strip().replaceAll("\\s+", " ");
      if (plain.length() > LINE_CHARS_MAX) plain = plain.substring(0, LINE_CHARS_MAX);
      boolean known = kept.stream().anyMatch(plain::equalsIgnoreCase);
      if (!plain.isEmpty() && !known && kept.size() < LINES_MAX) kept.add(plain);
    }
    return List.copyOf(kept);
  }
}
