package io.handrail.care.plan;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where a clinician changes what a client's program may do; every plan there was is kept. */
public final class PlanDesk {

  private final Shelves shelves;

  public PlanDesk(Shelves shelves) {
    this.shelves = shelves;
  }

  /** What came of a change. */
  public sealed interface Result {

    /** It is stored and holds on the client's next turn. */
    record Stored(CarePlan plan) implements Result {}

    /** Another changed the plan in between; nothing was overwritten. */
    record MovedOn(CarePlan asItIs) implements Result {}
  }

  public Optional<CarePlan> plan(ClientId client) {
    return shelves.plans().get(client);
  }

  /** The plan to start from where none is stored yet. It is version 0 and permits nothing. */
  public static CarePlan none(Instant at) {
    CarePlan cautious = CarePlan.cautious(java.util.Set.of(), at);
    return cautious.changed(0, cautious.changedBy(), at);
  }

  /**
   * Stores a plan if the stored one still has the version that the clinician saw.
   *
   * @param seen the version that was looked at; 0 where there was none
   * @param step makes the new plan of the old; version, author and time are set here
   */
  public Result change(
      ClientId client, int seen, StaffId by, Instant at, UnaryOperator<CarePlan> step) {
    CarePlan before = plan(client).orElse(none(at));
    if (before.version() != seen) {
      return repeated(before, seen, by, step)
          ? new Result.Stored(before)
          : new Result.MovedOn(before);
    }
    keep(client, before);
    CarePlan next = step.apply(before).changed(seen + 1, Optional.of(by), at);
    CarePlan stored =
        shelves.plans().change(client, before, plan -> plan.version() == seen ? next : plan);
    keep(client, stored);
    return stored.equals(next) ? new Result.Stored(next) : new Result.MovedOn(stored);
  }

  /** True when the plan is what this very form made of it: it was sent twice. */
  private static boolean repeated(
      CarePlan now, int seen, StaffId by, UnaryOperator<CarePlan> step) {
    return now.version() == seen + 1
        && now.changedBy().equals(Optional.of(by))
        && step.apply(now).equals(now);
  }

  /**
   * Stops exercise work, or lets it go on, whatever else was changed meanwhile: a pause must not
   * fail on a form that was open elsewhere.
   */
  public CarePlan pause(ClientId client, boolean paused, StaffId by, Instant at) {
    plan(client).ifPresent(before -> keep(client, before));
    CarePlan stored =
        shelves
            .plans()
            .change(
                client,
                none(at),
                plan ->
                    plan.paused() == paused
                        ? plan
                        : plan.pausing(paused).changed(plan.version() + 1, Optional.of(by), at));
    keep(client, stored);
    return stored;
  }

  /** The last {@code most} plans, newest first. */
  public List<CarePlan> history(ClientId client, int most) {
    Optional<CarePlan> now = plan(client);
    if (now.isEmpty()) return List.of();
    int version = now.get().version();
    List<OfClient<Integer>> keys =
        IntStream.rangeClosed(Math.max(1, version - most + 1), version - 1)
            .mapToObj(v -> new OfClient<>(client, v))
            .toList();
    var plans = new ArrayList<>(shelves.planHistory().get(keys).values());
    plans.add(now.get());
    return plans.reversed();
  }

  /** The {@code most} plans up to a version, newest first. */
  public List<CarePlan> history(ClientId client, int upTo, int most) {
    Optional<CarePlan> now = plan(client);
    if (now.isEmpty() || upTo < 1) return List.of();
    if (upTo >= now.get().version()) return history(client, most);
    List<OfClient<Integer>> keys =
        IntStream.rangeClosed(Math.max(1, upTo - most + 1), upTo)
            .mapToObj(v -> new OfClient<>(client, v))
            .toList();
    return new ArrayList<>(shelves.planHistory().get(keys).values()).reversed();
  }

  /** Kept before it is replaced, so that a crash between two writes loses no version. */
  private void keep(ClientId client, CarePlan plan) {
    if (plan.version() > 0) {
      shelves.planHistory().insert(new OfClient<>(client, plan.version()), plan);
    }
  }
}
