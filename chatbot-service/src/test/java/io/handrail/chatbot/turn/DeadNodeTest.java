package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.CLINIC;
import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Outcome.Escalated;
import io.handrail.care.conversation.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A node dies while it answers: somebody else finishes, and whoever is in danger waits for nobody.
 */
class DeadNodeTest {
  private static final String DANGER = "I want to kill myself";
  private static final Duration AMONG_NODES = Duration.ofMinutes(1);

  private Room room;
  private TurnPipeline living;

  @BeforeEach
  void open() {
    room = new Room();
    room.tap("start:thought_record");
    living = room.spine(room.shelves, AMONG_NODES);
  }

  /** Leaves this message unanswered, as a node does that dies between its two writes. */
  private Arrival.Message leftOpen(String text) {
    var crashing = new CrashingShelves(room.shelves);
    TurnPipeline doomed = room.spine(crashing.shelves());
    crashing.failClosing = true;
    var message = new Arrival.Message(room.nextId(), text);
    assertThrows(IllegalStateException.class, () -> doomed.take(MAYA, message, Watcher.NOBODY));
    assertTrue(last().open());
    return message;
  }

  private Turn last() {
    return room.shelves.turns().last(MAYA, 1).getFirst();
  }

  private int flags() {
    return room.shelves.riskQueues().get(CLINIC).orElseThrow().entries().size();
  }

  private Turn takes(String text) {
    var message = new Arrival.Message(room.nextId(), text);
    return living.take(MAYA, message, Watcher.NOBODY);
  }

  @Test
  void a_turn_that_a_crash_left_open_is_answered_and_flagged_once() {
    Arrival.Message message = leftOpen(DANGER);
    room.spine(room.shelves).recover();
    Turn turn = last();
    assertFalse(turn.open());
    assertEquals(new Escalated(Level.CRISIS), turn.closing().orElseThrow().outcome());
    assertEquals(4, turn.shown().size());
    assertEquals(1, flags());
    assertEquals(turn, room.spine.take(MAYA, message, Watcher.NOBODY));
  }

  @Test
  void a_turn_of_a_dead_node_is_finished_by_another_though_its_client_never_comes_back() {
    leftOpen("They walked past without a word");
    room.clock.now = room.clock.now.plusSeconds(3);
    living.recover();
    living.mend();
    assertTrue(last().open(), "it may still be under way there");
    room.clock.now = room.clock.now.plus(AMONG_NODES);
    living.mend();
    assertFalse(last().open());
  }

  @Test
  void a_message_of_danger_that_a_dead_node_left_is_answered_within_seconds() {
    leftOpen(DANGER);
    living.recover();
    assertTrue(last().open(), "it may still be under way there");
    room.clock.now = room.clock.now.plusSeconds(3);
    living.mend();
    assertEquals(new Escalated(Level.CRISIS), last().closing().orElseThrow().outcome());
    assertEquals(1, flags());
  }

  @Test
  void danger_is_heard_though_a_dead_node_has_the_message_before_it_open() {
    leftOpen("They walked past without a word");
    room.clock.now = room.clock.now.plusSeconds(3);
    Turn heard = takes(DANGER);
    assertEquals(Level.CRISIS, heard.screening().level());
    assertEquals(new Escalated(Level.CRISIS), heard.closing().orElseThrow().outcome());
    assertTrue(heard.state().hold().isPresent());
    assertEquals(1, flags());
  }

  @Test
  void an_ordinary_message_waits_for_a_node_that_may_be_alive() throws Exception {
    leftOpen("They walked past without a word");
    room.clock.now = room.clock.now.plusSeconds(3);
    CompletableFuture<Turn> waits =
        CompletableFuture.supplyAsync(() -> takes("In the canteen, at noon"));
    assertThrows(TimeoutException.class, () -> waits.get(1, TimeUnit.SECONDS));
    assertTrue(last().open());
    room.clock.now = room.clock.now.plus(AMONG_NODES);
    assertFalse(waits.get(20, TimeUnit.SECONDS).open());
  }
}
