package io.handrail.care.record.erasure;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.Memory;
import io.handrail.care.review.brief.BriefIndex;
import io.handrail.care.safety.SafetyPlan;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Finds out where everything of a client's lies. */
final class Stocktaking {
  private static final int TURNS_A_READ = 200;
  private final Shelves shelves;

  Stocktaking(Shelves shelves) {
    this.shelves = shelves;
  }

  Inventory of(Client client, Instant now) {
    ClientId id = client.id();
    long turns = shelves.turns().last(id, 1).stream().mapToLong(t -> t.id().seq()).sum();
    var conversations = new LinkedHashSet<String>();
    var flags = new ArrayList<Flag>();
    for (long from = 1; from <= turns; from += TURNS_A_READ) {
      for (Turn turn :
          shelves.turns().between(id, from, Math.min(turns, from + TURNS_A_READ - 1))) {
        conversations.add(turn.conversation().value());
        flags.addAll(turn.flags());
      }
    }
    List<String> runs =
        shelves.exerciseIndex().get(id).orElse(ExerciseIndex.EMPTY).entries().stream()
            .map(ExerciseIndex.Entry::run)
            .toList();
    int plans = shelves.plans().get(id).map(CarePlan::version).orElse(0);
    int safety = shelves.safetyPlans().get(id).map(SafetyPlan::version).orElse(0);
    int briefs =
        shelves
            .briefIndex()
            .get(id)
            .orElse(BriefIndex.EMPTY)
            .last()
            .map(b -> b.version())
            .orElse(0);
    var counts =
        new Counts(
            turns,
            conversations.size(),
            runs.size(),
            shelves.homework().get(id).orElse(HomeworkBook.EMPTY).items().size(),
            shelves.measures().get(id).orElse(MeasureBook.EMPTY).results().size(),
            safety,
            shelves.memories().get(id).orElse(Memory.EMPTY).facts().size(),
            briefs,
            plans,
            of(flags, Level.CONCERN),
            of(flags, Level.CRISIS));
    return new Inventory(
        counts,
        turns,
        plans,
        safety,
        briefs,
        runs,
        flags.stream().map(Flag::id).toList(),
        List.copyOf(conversations),
        months(client, now));
  }

  private static int of(List<Flag> flags, Level level) {
    return (int) flags.stream().filter(f -> f.level() == level).count();
  }

  private static List<String> months(Client client, Instant now) {
    YearMonth first = YearMonth.from(client.enrolledAt().atOffset(ZoneOffset.UTC));
    YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    return Stream.iterate(first, m -> !m.isAfter(last), m -> m.plusMonths(1))
        .map(YearMonth::toString)
        .toList();
  }
}
