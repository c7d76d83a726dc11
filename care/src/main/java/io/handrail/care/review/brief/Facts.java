package io.handrail.care.review.brief;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.RiskItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a brief is written from, each read by its key.
 *
 * @param turns what happened in the time it covers, oldest first
 * @param cut true where the time holds more than is read
 * @param last the journal's last turn, in the time or before it
 * @param flags what became of the flags of those turns, by flag id
 * @param exercises worksheets left in the time, newest first
 * @param plans limits set in the time and the ones before them, oldest first
 */
record Facts(
    Client client,
    Instant since,
    Instant now,
    List<Turn> turns,
    boolean cut,
    Optional<Turn> last,
    Map<OfClient<String>, RiskItem> flags,
    MeasureBook measures,
    MeasurePlan asked,
    HomeworkBook homework,
    List<ExerciseRecord> exercises,
    List<CarePlan> plans) {
  static final int TURNS_MAX = 400;
  private static final int EXERCISES_MAX = 12;
  private static final int PLANS_MAX = 12;

  static Facts of(Shelves shelves, Client client, Instant since, Instant now) {
    List<Turn> recent = shelves.turns().last(client.id(), TURNS_MAX);
    List<Turn> turns = recent.stream().filter(turn -> !turn.openedAt().isBefore(since)).toList();
    List<OfClient<String>> flags =
        turns.stream()
            .flatMap(turn -> turn.flags().stream())
            .map(flag -> new OfClient<>(client.id(), flag.id()))
            .toList();
    return new Facts(
        client,
        since,
        now,
        turns,
        turns.size() == TURNS_MAX && turns.getFirst().id().seq() > 1,
        recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast()),
        flags.isEmpty() ? Map.of() : shelves.risk().get(flags),
        shelves.measures().get(client.id()).orElse(MeasureBook.EMPTY),
        shelves.measurePlans().get(client.id()).orElse(MeasurePlan.EMPTY),
        shelves.homework().get(client.id()).orElse(HomeworkBook.EMPTY),
        exercises(shelves, client, since),
        plans(shelves, client));
  }

  private static List<ExerciseRecord> exercises(Shelves shelves, Client client, Instant since) {
    List<OfClient<String>> keys =
        shelves.exerciseIndex().get(client.id()).orElse(ExerciseIndex.EMPTY).entries().stream()
            .filter(entry -> !entry.endedAt().isBefore(since))
            .limit(EXERCISES_MAX)
            .map(entry -> new OfClient<>(client.id(), entry.run()))
            .toList();
    return keys.isEmpty() ? List.of() : List.copyOf(shelves.exercises().get(keys).values());
  }

  private static List<CarePlan> plans(Shelves shelves, Client client) {
    Optional<CarePlan> now = shelves.plans().get(client.id());
    if (now.isEmpty()) return List.of();
    int version = now.get().version();
    List<OfClient<Integer>> keys =
        IntStream.range(Math.max(1, version - PLANS_MAX), version)
            .mapToObj(v -> new OfClient<>(client.id(), v))
            .toList();
    Stream<CarePlan> before = shelves.planHistory().get(keys).values().stream();
    return Stream.concat(before, now.stream())
        .sorted(Comparator.comparing(CarePlan::version))
        .toList();
  }

  /** Where a sentence about the whole time points to. */
  Source whole() {
    return new Source.Entry(
        turns.isEmpty()
            ? last.map(turn -> turn.id().seq()).orElse(1L)
            : turns.getFirst().id().seq());
  }

  boolean within(Instant at) {
    return !at.isBefore(since);
  }
}
