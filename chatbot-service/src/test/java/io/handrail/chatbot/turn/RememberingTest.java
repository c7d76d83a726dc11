package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Turn;
import io.handrail.care.record.Fact;
import io.handrail.care.record.Memory;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one sitting knows of another is what the client lets it know. */
class RememberingTest {
  private static final String AGENDA = "session_agenda";
  private static final String FIELD = "last_first";
  private final Room room = new Room();

  @BeforeEach
  void one_agenda_before() {
    room.plan(
        p -> p.limited(Set.of(AGENDA, "check_in", "thought_record"), 400, List.of(), p.modelUse()));
    room.tap("start:" + AGENDA);
    room.tap("skip");
    room.say("the noise in my flat");
    for (int i = 0; i < 8 && running(); i++) room.tap("skip");
    assertFalse(running(), "the agenda is made");
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
    change(m -> m.allowing(AGENDA, FIELD));
  }

  private void forget() {
    change(m -> m.forgetting(AGENDA, FIELD, room.clock.now));
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
    assertEquals(AGENDA, fact.protocol());
    assertEquals(FIELD, fact.field());
    assertTrue(fact.value().contains("the noise in my flat"), fact.value());
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
  void a_number_that_is_drawn_over_time_is_carried_and_nobody_is_asked_to_keep_it() {
    room.tap("start:check_in");
    room.say("6");
    for (int i = 0; i < 8 && running(); i++) {
      var step = room.shelves.turns().last(MAYA, 1).getFirst().state().run().orElseThrow().step();
      room.tap(step.equals("what_now") ? "pick:nothing" : "skip");
    }
    assertFalse(running(), "the check-in is over");
    assertTrue(memory().asked().stream().noneMatch(f -> f.protocol().equals("check_in")));
    assertTrue(Room.shown(room.tap("start:check_in")).contains("6 of 10"));
  }

  @Test
  void a_model_is_told_of_it_only_after_a_yes() {
    room.tap("start:thought_record");
    assertEquals(List.of(), told("On Monday my boss shouted").remembered());
    allow();
    assertTrue(
        told("At nine, in the office").remembered().getFirst().contains("the noise in my flat"));
  }

  @Test
  void what_was_deleted_is_gone_from_the_very_next_prompt_and_from_the_store() {
    allow();
    room.tap("start:" + AGENDA);
    assertTrue(told("3").toString().contains("the noise in my flat"), "it was known before");
    forget();
    room.tap("start:thought_record");
    String request = told("On Monday my boss shouted").toString();
    assertFalse(request.contains("the noise in my flat"), request);
    assertFalse(memory().toString().contains("the noise in my flat"));
  }

  @Test
  void what_was_deleted_in_the_middle_of_an_exercise_is_gone_from_its_worksheet() {
    Turn begun = room.tap("start:" + AGENDA);
    assertTrue(begun.state().run().orElseThrow().fields().containsKey(FIELD));
    assertTrue(Room.shown(begun).contains("the noise in my flat"));
    forget();
    Phrasing.Request request = told("3");
    assertFalse(request.toString().contains("the noise in my flat"), request.toString());
    Turn after = room.shelves.turns().last(MAYA, 1).getFirst();
    var left = after.state().run().orElseThrow().fields().get(FIELD);
    assertFalse(
        String.valueOf(left).contains("the noise in my flat"),
        "unless this sitting was told it anew");
  }

  @Test
  void a_new_sitting_mentions_what_was_kept_and_never_what_was_deleted() {
    allow();
    assertTrue(Room.shown(room.tap("start:" + AGENDA)).contains("the noise in my flat"));
    room.tap("stop");
    forget();
    assertFalse(Room.shown(room.tap("start:" + AGENDA)).contains("the noise in my flat"));
  }

  @Test
  void a_correction_is_what_is_said_next_time() {
    change(m -> m.correcting(AGENDA, FIELD, "worn out", room.clock.now));
    String shown = Room.shown(room.tap("start:" + AGENDA));
    assertTrue(shown.contains("worn out"), shown);
    assertFalse(shown.contains("the noise in my flat"), shown);
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
    Turn begun = room.tap("start:" + AGENDA);
    assertFalse(Room.shown(begun).contains("the noise in my flat"));
    assertFalse(begun.state().run().orElseThrow().fields().containsKey(FIELD));
    assertFalse(told("3").toString().contains("the noise in my flat"));
  }
}
