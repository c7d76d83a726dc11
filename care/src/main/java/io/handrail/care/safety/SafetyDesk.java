package io.handrail.care.safety;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where a safety plan is read and changed; every version there was is kept. */
public final class SafetyDesk {
  private final Shelves shelves;

  public SafetyDesk(Shelves shelves) {
    this.shelves = shelves;
  }

  /** What came of a change. */
  public sealed interface Result {
    record Stored(SafetyPlan plan) implements Result {}

    /** Another changed the plan in between; nothing was overwritten. */
    record MovedOn(SafetyPlan asItIs) implements Result {}
  }

  public SafetyPlan plan(ClientId client) {
    return shelves.safetyPlans().get(client).orElse(SafetyPlan.EMPTY);
  }

  /**
   * Changes the plan if it still has the version that was looked at.
   *
   * @param step makes the next version, or gives the plan back unchanged; pure
   */
  public Result change(ClientId client, int seen, UnaryOperator<SafetyPlan> step) {
    SafetyPlan before = plan(client);
    if (before.version() != seen) return new Result.MovedOn(before);
    SafetyPlan next = step.apply(before);
    if (next.equals(before)) return new Result.Stored(before);
    keep(client, before);
    SafetyPlan stored =
        shelves
            .safetyPlans()
            .change(client, SafetyPlan.EMPTY, plan -> plan.version() == seen ? next : plan);
    keep(client, stored);
    return stored.equals(next) ? new Result.Stored(next) : new Result.MovedOn(stored);
  }

  /** Changes the plan whatever version it has: what is only added must not be lost. */
  public SafetyPlan change(ClientId client, UnaryOperator<SafetyPlan> step) {
    keep(client, plan(client));
    SafetyPlan stored = shelves.safetyPlans().change(client, SafetyPlan.EMPTY, step);
    keep(client, stored);
    return stored;
  }

  /** The last {@code most} versions, newest first. */
  public List<SafetyPlan> history(ClientId client, int most) {
    SafetyPlan now = plan(client);
    if (now.version() == 0) return List.of();
    List<OfClient<Integer>> keys =
        IntStream.range(Math.max(1, now.version() - most + 1), now.version())
            .mapToObj(version -> new OfClient<>(client, version))
            .toList();
    var plans = new ArrayList<>(shelves.safetyPlanHistory().get(keys).values());
    plans.add(now);
    return plans.reversed();
  }

  /** Kept before it is replaced, so that a crash between two writes loses no version. */
  private void keep(ClientId client, SafetyPlan plan) {
    if (plan.version() > 0) {
      shelves.safetyPlanHistory().insert(new OfClient<>(client, plan.version()), plan);
    }
  }
}
