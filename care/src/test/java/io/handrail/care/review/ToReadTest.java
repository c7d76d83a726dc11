package io.handrail.care.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.review.ToRead.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToReadTest {
  private static final Instant DAY = Instant.parse("2026-03-02T09:00:00Z");

  private static Entry entry(String protocol, long turn, int day) {
    return new Entry(protocol, turn, DAY.plus(Duration.ofDays(day)));
  }

  @Test
  void the_earliest_due_stays_and_a_stricter_one_takes_its_place() {
    Optional<ToRead> all =
        Optional.of(ToRead.with(Optional.empty(), entry("thought_record", 5, 7)));
    all = Optional.of(ToRead.with(all, entry("worry_time", 9, 14)));
    assertEquals("thought_record", all.get().earliest().protocol());
    all = Optional.of(ToRead.with(all, entry("safety_plan", 12, 3)));
    assertEquals(List.of(entry("safety_plan", 12, 3)), all.get().entries());
    assertEquals(all.get(), ToRead.with(all, entry("safety_plan", 12, 3)), "the same again");
  }

  @Test
  void reading_part_of_the_log_leaves_what_was_finished_after_it() {
    Optional<ToRead> all =
        Optional.of(ToRead.with(Optional.empty(), entry("thought_record", 5, 7)));
    all = Optional.of(ToRead.with(all, entry("worry_time", 9, 14)));
    assertEquals("worry_time", all.get().readTo(5).orElseThrow().earliest().protocol());
    assertEquals(Optional.empty(), all.get().readTo(9));
  }

  /** Beside it a list that forgets nothing; seeded. */
  @Test
  void whatever_is_finished_and_read_the_earliest_due_is_never_lost() {
    for (int seed = 1; seed <= 400; seed++) {
      var random = new Random(seed);
      var plain = new ArrayList<Entry>();
      Optional<ToRead> kept = Optional.empty();
      long mark = 0;
      for (int turn = 1; turn <= 60; turn++) {
        if (random.nextInt(3) == 0) {
          Entry one = entry("p" + turn, turn, turn / 4 + 1 + random.nextInt(14));
          plain.add(one);
          kept = Optional.of(ToRead.with(kept, one));
        }
        if (random.nextInt(9) == 0) {
          mark = Math.max(mark, random.nextInt(turn + 1));
          long read = mark;
          plain.removeIf(old -> old.turn() <= read);
          kept = kept.flatMap(all -> all.readTo(read));
        }
        assertEquals(
            plain.stream().map(Entry::due).min(Comparator.naturalOrder()),
            kept.map(all -> all.earliest().due()),
            "seed " + seed + ", turn " + turn);
      }
    }
  }

  @Test
  void a_log_that_nobody_reads_for_a_year_stays_small_and_is_never_asked_for_too_late() {
    var plain = new ArrayList<Entry>();
    Optional<ToRead> kept = Optional.empty();
    for (int turn = 1; turn <= 300; turn++) {
      plain.add(entry("check_in", turn, turn + 7));
      kept = Optional.of(ToRead.with(kept, plain.getLast()));
    }
    assertTrue(kept.get().entries().size() <= 12);
    for (int mark = 0; mark < 300; mark++) {
      Instant due = plain.get(mark).due();
      assertTrue(!kept.get().readTo(mark).orElseThrow().earliest().due().isAfter(due));
    }
    assertEquals(Optional.empty(), kept.get().readTo(300));
  }
}
