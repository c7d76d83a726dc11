package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.AMARA;
import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.live.LiveDesk.Person;
import io.handrail.care.live.Preview;
import io.handrail.care.plan.Guidance;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person takes over while a slow model is still speaking; two nodes want the same preview. */
class TakeoverUnderWayTest {
  private static final Person OBI = new Person(AMARA, "Amara Obi");
  private static final String SAYS =
      "On Friday at eight I missed the bus and was late for work, everyone stared at me";

  private Room room;
  private LiveDesk desk;

  @BeforeEach
  void open() {
    room = new Room();
    room.phrasing.available = true;
    desk = new LiveDesk(room.shelves, room.protocols, room.clock);
    room.tap("start:thought_record");
  }

  @Test
  void no_bubble_of_the_program_appears_after_a_takeover_is_stored() throws Exception {
    var speaking = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    room.phrasing.answer =
        (request, listener) -> {
          String next = request.following().getFirst().id();
          listener.captured(Map.of("situation", SAYS), next);
          listener.sentence("You missed the bus on Friday.");
          speaking.countDown();
          await(goOn);
          listener.sentence("What went through your mind then?");
          return new Result.Done("slow-7b", "phrasing@1", "You missed the bus on Friday.");
        };
    List<Long> shownAfter = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var reply =
          threads.submit(() ->
              room.spine.take(
                  MAYA,
                  new Arrival.Message(room.nextId(), SAYS),
                  new Watcher() {
                    @Override
                    public void opened(Turn turn) {}

                    @Override
                    public void shown(Turn turn, int index, Line line) {
                      if (takenOver()) shownAfter.add(turn.id().seq());
                    }

                    @Override
                    public void closed(Turn turn) {}
                  }));
      assertTrue(speaking.await(10, TimeUnit.SECONDS), "the model speaks");
      var taken = threads.submit(() -> desk.takeOver(MAYA, OBI));
      Thread.sleep(400);
      assertTrue(!taken.isDone() && !takenOver(), "it waits for the reply under way");
      goOn.countDown();
      Turn told = reply.get(10, TimeUnit.SECONDS);
      var done = assertInstanceOf(LiveDesk.Result.Done.class, taken.get(10, TimeUnit.SECONDS));
      assertTrue(told.id().seq() < done.turn(), "the reply stands before the takeover");
    }
    assertEquals(List.of(), shownAfter, "nothing was shown after it was stored");
    int asked = room.phrasing.requests.size();
    Turn next = room.say("and then I went home early");
    assertInstanceOf(Outcome.TakenOver.class, next.closing().orElseThrow().outcome());
    assertEquals(List.of(), next.shown(), "the program is silent");
    assertEquals(asked, room.phrasing.requests.size(), "and no model is asked");
  }

  private boolean takenOver() {
    return room.shelves.turns().last(MAYA, 8).stream()
        .anyMatch(turn -> turn.opening() instanceof Opening.TookOver);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void two_nodes_make_a_preview_once_and_a_node_that_died_holds_it_up_for_minutes_only()
      throws Exception {
    long said = room.say(SAYS).id().seq();
    var calls = new AtomicInteger();
    room.phrasing.answer =
        (request, listener) -> {
          calls.incrementAndGet();
          await(new CountDownLatch(1), 150);
          return new Result.Failed("model_down", Optional.empty(), Optional.empty(), "");
        };
    asked(said);
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<java.util.concurrent.Future<Boolean>>();
      for (int i = 0; i < 4; i++) {
        Previewing node = node();
        all.add(nodes.submit(() -> node.make(MAYA)));
      }
      int made = 0;
      for (var one : all) if (one.get()) made++;
      assertEquals(1, made, "one node makes it, the others leave it");
    }
    assertEquals(2, calls.get(), "the model was asked for before and after, once each");
    assertTrue(room.shelves.previews().get(MAYA).orElseThrow().answers().isPresent());

    asked(said);
    var gone = new io.handrail.care.live.Claim("a-node-that-died", room.clock.now.plusSeconds(300));
    room.shelves.previews().change(MAYA, p -> p.claimed(gone, room.clock.now));
    assertTrue(!node().make(MAYA), "somebody is at it");
    room.clock.now = room.clock.now.plusSeconds(301);
    assertTrue(node().make(MAYA), "nobody is any more");
  }

  private void asked(long turn) {
    var preview = new Preview("p", AMARA, room.clock.now, List.of(turn), Guidance.NONE);
    if (!room.shelves.previews().insert(MAYA, preview)) {
      room.shelves.previews().change(MAYA, before -> preview);
    }
  }

  private Previewing node() {
    return new Previewing(
        room.shelves,
        new Stepping(room.shelves, room.protocols, room.phrasing, room.guard),
        room.clock);
  }

  private static void await(CountDownLatch never, long millis) {
    try {
      never.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
