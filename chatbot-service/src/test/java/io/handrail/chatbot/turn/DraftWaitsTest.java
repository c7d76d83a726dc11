package io.handrail.chatbot.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Outcome.Replied;
import io.handrail.care.conversation.Outcome.Withheld;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sentence that is not plainly good waits until the guard has seen the whole draft. */
class DraftWaitsTest {
  private static final String SAID = "My boss walked past me at 9 today.";
  private static final String FIRST = "So your boss walked past, perhaps good or bad.";

  private final Room room = new Room();

  private Turn drafted() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    Run run = room.shelves.turns().last(Room.MAYA, 1).getFirst().state().run().orElseThrow();
    Protocol protocol = room.protocols.at(run.protocol()).orElseThrow();
    String next = Engine.advance(protocol, run, new Answer.Words(SAID)).run().step();
    room.phrasing.answer =
        (request, listener) -> {
          listener.captured(Map.of(), next);
          assertTrue(listener.sentence(FIRST));
          assertTrue(listener.sentence("What did you feel?"));
          return new Result.Done("stub-1", "phrase@1.0.0", FIRST + " What did you feel?");
        };
    return room.say(SAID);
  }

  @Test
  void nothing_of_it_is_shown_when_the_whole_is_refused_and_the_draft_is_in_the_log() {
    room.guard.wholly = FIRST + " What did you feel?";

    Turn turn = drafted();

    Withheld withheld = assertInstanceOf(Withheld.class, turn.closing().orElseThrow().outcome());
    assertEquals(room.guard.wholly, withheld.draft());
    assertFalse(Room.shown(turn).contains("perhaps good"));
    assertTrue(turn.shown().stream().allMatch(line -> line.speaker() == Speaker.SCRIPT));
  }

  @Test
  void all_of_it_is_shown_when_the_whole_is_good() {
    Turn turn = drafted();

    assertInstanceOf(Replied.class, turn.closing().orElseThrow().outcome());
    assertEquals(FIRST + " What did you feel?", turn.shown().getFirst().text());
  }
}
