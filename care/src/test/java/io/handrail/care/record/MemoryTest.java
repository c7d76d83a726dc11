package io.handrail.care.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.record.Fact.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Fact fact(String field, String value, String run) {
    return new Fact(
        "thought_record", field, "A fairer thought", value, run, 12, NOON, Standing.ASKED, true);
  }

  private static Fact at(Fact fact, Instant since) {
    return new Fact(
        fact.protocol(),
        fact.field(),
        fact.title(),
        fact.value(),
        fact.run(),
        fact.turn(),
        since,
        fact.standing(),
        fact.words());
  }

  private static final Fact BALANCED = fact("last_balanced", "One talk is not my job", "r1");

  @Test
  void nothing_is_allowed_until_the_client_says_yes() {
    Memory asked = Memory.EMPTY.proposing(BALANCED);
    assertEquals(List.of(), asked.allowed());
    assertEquals(1, asked.asked().size());
    Memory yes = asked.allowing("thought_record", "last_balanced");
    assertEquals("One talk is not my job", yes.allowed().getFirst().value());
    assertEquals(List.of(), yes.asked());
  }

  @Test
  void what_was_forgotten_is_gone_and_not_proposed_from_the_same_exercise_again() {
    Memory forgot =
        Memory.EMPTY
            .proposing(BALANCED)
            .allowing("thought_record", "last_balanced")
            .forgetting("thought_record", "last_balanced", NOON);
    assertEquals(List.of(), forgot.facts());
    assertFalse(forgot.toString().contains("One talk"), "no copy of the words stays");
    assertSame(forgot, forgot.proposing(BALANCED));
    Fact later = fact("last_balanced", "Another", "r2");
    assertEquals(1, forgot.proposing(at(later, NOON.plusSeconds(60))).facts().size());
  }

  @Test
  void the_same_words_keep_their_yes_and_new_words_are_asked_about() {
    Memory yes = Memory.EMPTY.proposing(BALANCED).allowing("thought_record", "last_balanced");
    Memory same = yes.proposing(fact("last_balanced", "One talk is not my job", "r2"));
    assertSame(yes, same);
    Memory other = yes.proposing(fact("last_balanced", "I can ask him", "r3"));
    assertEquals(List.of(), other.allowed());
    assertEquals("I can ask him", other.asked().getFirst().value());
    assertEquals(1, other.facts().size(), "one value for each name");
  }

  @Test
  void a_correction_stands_and_an_empty_one_does_not() {
    Memory asked = Memory.EMPTY.proposing(BALANCED);
    Memory mended = asked.correcting("thought_record", "last_balanced", " My own words ", NOON);
    assertEquals("My own words", mended.allowed().getFirst().value());
    assertEquals(12, mended.allowed().getFirst().turn(), "it still says where it came from");
    assertSame(asked, asked.correcting("thought_record", "last_balanced", "  ", NOON));
  }

  @Test
  void switched_off_nothing_is_used_and_nothing_new_is_kept() {
    Memory yes = Memory.EMPTY.proposing(BALANCED).allowing("thought_record", "last_balanced");
    Memory off = yes.switched(true, NOON);
    assertEquals(List.of(), off.allowed());
    assertFalse(off.carries("thought_record", "last_balanced", NOON, true));
    assertFalse(off.carries("thought_record", "count", NOON, false));
    Memory later = off.proposing(fact("idea", "New", "r9"));
    assertEquals(1, later.facts().size());
    Memory on = later.switched(false, NOON);
    assertEquals(1, on.allowed().size());
    assertFalse(on.carries("thought_record", "idea", NOON, true), "what came while off stays out");
    assertEquals(List.of(), off.forgettingAll(NOON).facts());
  }

  @Test
  void counts_of_an_exercise_are_known_until_something_of_their_run_was_refused() {
    Memory asked = Memory.EMPTY.proposing(BALANCED);
    assertTrue(asked.carries("thought_record", "misses", NOON, false));
    Memory forgot = asked.forgetting("thought_record", "last_balanced", NOON);
    assertFalse(forgot.carries("thought_record", "misses", NOON, false));
    assertFalse(forgot.carries("thought_record", "last_balanced", NOON, true));
    assertTrue(forgot.carries("thought_record", "last_balanced", NOON.plusSeconds(60), true));
    assertTrue(forgot.carries("check_in", "misses", NOON, false));
    assertEquals(Optional.of(NOON), forgot.cutAt());
  }
}
