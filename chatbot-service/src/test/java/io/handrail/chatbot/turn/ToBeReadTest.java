package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.Reviewing;
import io.handrail.care.review.ToRead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is finished is to be read within the days that its file names. */
class ToBeReadTest {
  private final Room room = new Room();

  @BeforeEach
  void permitted() {
    room.plan(p ->
        p.limited(
            Set.of("session_agenda", "graded_exposure", "check_in"),
            400,
            List.of(),
            CarePlan.ModelUse.OFF));
  }

  private Turn finish(String protocol) {
    Turn turn = room.tap("start:" + protocol);
    for (int i = 0; i < 30 && turn.state().run().orElseThrow().running(); i++) {
      turn = i == 1 ? room.say("the noise in my flat") : room.tap("skip");
    }
    assertFalse(turn.state().run().orElseThrow().running(), "it has ended");
    return turn;
  }

  private CaseloadRow row() {
    return room.shelves.caseload().get(MAYA).orElseThrow();
  }

  private static ToRead.Entry due(Turn turn, String protocol, int days) {
    return new ToRead.Entry(protocol, turn.id().seq(), turn.openedAt().plus(Duration.ofDays(days)));
  }

  @Test
  void a_finished_exercise_is_to_be_read_within_the_days_of_its_file() {
    Turn end = finish("session_agenda");
    int days = room.protocols.active("session_agenda").orElseThrow().review().clinicianWithinDays();
    assertEquals(7, days);
    assertEquals(List.of(due(end, "session_agenda", 7)), row().toRead().orElseThrow().entries());
  }

  @Test
  void reading_the_log_answers_it_and_a_part_of_the_log_answers_its_part() {
    Turn first = finish("session_agenda");
    room.clock.now = room.clock.now.plus(Duration.ofDays(2));
    Turn second = finish("session_agenda");
    var reviewing = new Reviewing(room.shelves);
    reviewing.read(MAYA, first.id().seq() - 1, room.clock.now);
    assertEquals(due(first, "session_agenda", 7), row().toRead().orElseThrow().earliest());
    reviewing.read(MAYA, first.id().seq(), room.clock.now);
    assertEquals(due(second, "session_agenda", 7), row().toRead().orElseThrow().earliest());
    reviewing.read(MAYA, second.id().seq(), room.clock.now);
    assertEquals(Optional.empty(), row().toRead());
  }

  @Test
  void what_was_stopped_half_way_has_no_date() {
    room.tap("start:session_agenda");
    room.tap("stop");
    assertEquals(Optional.empty(), row().toRead());
  }
}
