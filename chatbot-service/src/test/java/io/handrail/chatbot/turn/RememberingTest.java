package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Turn;
import io.handrail.care.record.Fact;
import io.handrail.care.record.Memory;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one sitting knows of another is what the client lets it know. */
class RememberingTest {
  private static final String CHECK_IN = "check_in";
  private static final String FIELD = "last_mood";
  private final Room room = new Room();

  @BeforeEach
  void one_check_in_before() {
    room.tap("start:check_in");
    room.say("6");
    for (int i = 0; i < 8 && running(); i++) {
      boolean choice =
          room.shelves
              .turns()
              .last(MAYA, 1)
              .getFirst()
              .state()
              .run()
              .orElseThrow()
              .step()
              .equals("what_now");
      room.tap(choice ? "pick:nothing" : "skip");
    }
    assertFalse(running(), "the check-in is over");
  }

  private boolean running() {
    return room.shelves.turns().last(MAYA, 1).getFirst().state().run().orElseThrow().running();
  }

  private Memory memory() {
    return room.shelves.memories().get(MAYA).orElse(Memory.EMPTY);
  }

  private void change(UnaryOperator<Memory> step) {
    room.clock.now = room.clock.now.plusSeconds(5);
    room.shelves.memories().change(MAYA, Memory.EMPTY, step);
  }

  private void allow() {
    change(m -> m.allowing(CHECK_IN, FIELD));
  }

  private void forget() {
    change(m -> m.forgetting(CHECK_IN, FIELD, room.clock.now));
  }

  /** What a model is told at the next message. */
  private Phrasing.Request told(String words) {
    room.phrasing.available = true;
    room.say(words);
    return room.phrasing.requests.getLast();
  }

  @Test
  void an_exercise_proposes_what_it_leaves_with_its_source() {
    Fact fact = memory().asked().getFirst();
    assertEquals(CHECK_IN, fact.protocol());
    assertEquals(FIELD, fact.field());
    assertTrue(fact.value().contains("6 of 10"), fact.value());
    assertEquals("r1", fact.run());
    Turn source =
        room.shelves
            .turns()
            .get(new io.handrail.care.conversation.TurnId(MAYA, fact.turn()))
            .orElseThrow();
    assertTrue(source.state().run().orElseThrow().fields().containsKey(FIELD));
    assertEquals(List.of(), memory().allowed());
  }

  @Test
  void a_model_is_told_of_it_only_after_a_yes() {
    room.tap("start:thought_record");
    assertEquals(List.of(), told("On Monday my boss shouted").remembered());
    allow();
    assertTrue(told("At nine, in the office").remembered().getFirst().contains("6 of 10"));
  }

  @Test
  void what_was_deleted_is_gone_from_the_very_next_prompt_and_from_the_store() {
    allow();
    room.tap("start:check_in");
    assertTrue(told("3").toString().contains("6 of 10"), "it was known before");
    forget();
    room.tap("start:thought_record");
    assertFalse(told("On Monday my boss shouted").toString().contains("6 of 10"));
    assertFalse(memory().toString().contains("6 of 10"));
  }

  @Test
  void what_was_deleted_in_the_middle_of_an_exercise_is_gone_from_its_worksheet() {
    Turn begun = room.tap("start:check_in");
    assertTrue(begun.state().run().orElseThrow().fields().containsKey(FIELD));
    assertTrue(Room.shown(begun).contains("6 of 10"));
    forget();
    Phrasing.Request request = told("3");
    assertFalse(request.toString().contains("6 of 10"), request.toString());
    Turn after = room.shelves.turns().last(MAYA, 1).getFirst();
    var left = after.state().run().orElseThrow().fields().get(FIELD);
    assertFalse(String.valueOf(left).contains("6 of 10"), "unless this sitting was told it anew");
  }

  @Test
  void a_new_sitting_mentions_what_was_kept_and_never_what_was_deleted() {
    allow();
    assertTrue(Room.shown(room.tap("start:check_in")).contains("6 of 10"));
    room.tap("stop");
    forget();
    assertFalse(Room.shown(room.tap("start:check_in")).contains("6 of 10"));
  }

  @Test
  void a_correction_is_what_is_said_next_time() {
    change(m -> m.correcting(CHECK_IN, FIELD, "worn out", room.clock.now));
    String shown = Room.shown(room.tap("start:check_in"));
    assertTrue(shown.contains("worn out"), shown);
    assertFalse(shown.contains("6 of 10"), shown);
  }

  @Test
  void what_another_exercise_left_is_mentioned_once_in_a_check_in_and_short() {
    change(m ->
        m.proposing(
                new Fact(
                    "thought_record",
                    "last_balanced",
                    "A fairer thought",
                    "One talk is not my whole job and it does not say what people think of me",
                    "r9",
                    3,
                    room.clock.now,
                    Fact.Standing.ASKED,
                    true))
            .allowing("thought_record", "last_balanced"));
    Turn begun = room.tap("start:check_in");
    assertTrue(
        Room.shown(begun).contains("“One talk is not my whole job and it does not say…”"),
        Room.shown(begun));
    assertFalse(Room.shown(room.tap("start:check_in")).contains("One talk"), "not again");
  }

  @Test
  void switched_off_nothing_is_carried_mentioned_or_told() {
    allow();
    change(m -> m.switched(true, room.clock.now));
    Turn begun = room.tap("start:check_in");
    assertFalse(Room.shown(begun).contains("6 of 10"));
    assertFalse(begun.state().run().orElseThrow().fields().containsKey(FIELD));
    assertFalse(told("3").toString().contains("6 of 10"));
  }
}
