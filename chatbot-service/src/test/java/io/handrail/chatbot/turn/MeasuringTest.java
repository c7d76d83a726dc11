package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasurePlan.Assignment;
import io.handrail.care.measure.MeasurePlan.Often;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.Sitting;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.Reviewing;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A questionnaire passes through the spine like everything a client does. */
class MeasuringTest {
  private final Room room = new Room();

  @BeforeEach
  void asked() {
    asking("phq9", "gad7");
  }

  private void asking(String... instruments) {
    MeasurePlan plan = MeasurePlan.EMPTY;
    for (String name : instruments) {
      plan = plan.asking(new Assignment(name, Often.WEEKLY, Room.AMARA, Room.MORNING));
    }
    MeasurePlan asked = plan;
    room.shelves.measurePlans().change(MAYA, MeasurePlan.EMPTY, old -> asked);
  }

  /** Answers every question; below 0 leaves one blank. */
  private Turn answering(String instrument, int... values) {
    Turn turn = room.tap("measure:start," + instrument);
    for (int i = 0; i < values.length; i++) {
      turn =
          room.tap(
              values[i] < 0
                  ? "measure:skip," + instrument + ",q" + (i + 1)
                  : "measure:answer," + instrument + ",q" + (i + 1) + "," + values[i]);
    }
    return turn;
  }

  private MeasureBook book() {
    return room.shelves.measures().get(MAYA).orElse(MeasureBook.EMPTY);
  }

  private CaseloadRow row() {
    return room.shelves.caseload().get(MAYA).orElseThrow();
  }

  private List<RiskQueue.Entry> queue() {
    return room.shelves.riskQueues().get(Room.CLINIC).orElse(RiskQueue.EMPTY).entries();
  }

  private static Sitting sitting(Turn turn) {
    return turn.state().measure().orElseThrow();
  }

  @Test
  void a_sitting_asks_one_question_a_turn_and_keeps_the_result() {
    Turn first = room.tap("measure:start,phq9");
    assertTrue(Room.shown(first).contains("Little interest or pleasure in doing things"));
    Turn last = answering("phq9", 1, 2, 2, 2, 1, 1, 1, 0, 0);
    MeasureResult result = book().results().getFirst();
    assertEquals(Optional.of(10), result.total());
    assertEquals(last.id().seq(), result.turn());
    assertTrue(Room.shown(last).contains("Your answers add up to 10, on a scale from 0 to 27."));
    assertTrue(Room.shown(last).contains("first time"));
    assertEquals(List.of(), queue());
    assertEquals(0, last.state().usage().messages(), "it uses up no messages");
  }

  @Test
  void the_answer_is_in_the_log_in_words_of_the_instrument_not_of_the_page() {
    room.tap("measure:start,gad7");
    Turn turn = room.tap("measure:answer,gad7,q1,2");
    var tapped = (io.handrail.care.conversation.Opening.Tapped) turn.opening();
    assertEquals("GAD-7, 1 of 7: More than half the days", tapped.label());
    assertEquals("measure:answer,gad7,q1,2", tapped.move());
  }

  @Test
  void item_nine_at_one_is_asked_about_directly_and_flagged_in_the_same_write() {
    Turn last = answering("phq9", 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertEquals(Level.CONCERN, last.screening().level());
    assertEquals(1, last.flags().size());
    assertEquals(new Outcome.Escalated(Level.CONCERN), last.closing().orElseThrow().outcome());
    String shown = Room.shown(last);
    assertTrue(shown.contains("You chose “Several days” for “Thoughts that you would be better"));
    assertTrue(shown.contains("Amara Obi will see your words"));
    assertTrue(shown.contains("wished you were dead"), shown);
    assertEquals(Optional.of(9), book().results().getFirst().total(), "and the result is kept");
    RiskItem item =
        room.shelves.risk().get(new OfClient<>(MAYA, last.flags().getFirst().id())).orElseThrow();
    assertEquals(
        "PHQ-9, 9 of 9, “Thoughts that you would be better off dead or of hurting yourself in some"
            + " way”: Several days",
        item.words());
    assertEquals(List.of("phq9_question_9"), item.signals());
    Turn after = room.say("No, nothing like that");
    assertTrue(Room.shown(after).contains("in your") || Room.shown(after).contains("ever"));
    Turn end = room.say("No");
    assertTrue(Room.shown(end).contains("Thank you"), "its answer is met as after any concern");
  }

  @Test
  void item_nine_at_two_or_three_takes_the_urgent_path_and_holds() {
    for (int value : new int[] {2, 3}) {
      var other = new MeasuringTest();
      other.asked();
      Turn last = other.answering("phq9", 0, 0, 0, 0, 0, 0, 0, 0, value);
      assertEquals(new Outcome.Escalated(Level.CRISIS), last.closing().orElseThrow().outcome());
      assertTrue(last.state().hold().isPresent());
      assertTrue(Room.shown(last).contains("999"));
      assertEquals(Level.CRISIS, other.queue().getFirst().level());
      assertEquals(1, other.book().results().size());
      Turn again = other.room.tap("measure:start,gad7");
      assertEquals(
          new Outcome.Held("hold"),
          again.closing().orElseThrow().outcome(),
          "no questionnaire begins while a hold stands");
      assertEquals("phq9", sitting(again).instrument().name());
    }
  }

  @Test
  void item_nine_left_blank_is_unknown_and_a_flag_and_never_a_nought() {
    Turn last = answering("phq9", 1, 1, 1, 1, 1, 1, 1, 1, -1);
    assertEquals(Level.CONCERN, last.screening().level());
    assertEquals(1, queue().size());
    assertTrue(Room.shown(last).contains("You left out “Thoughts that you would be better off"));
    MeasureResult result = book().results().getFirst();
    assertFalse(result.answers().containsKey("q9"));
    assertEquals(1, result.missing());
  }

  @Test
  void nothing_that_is_said_calls_anybody_low_risk() {
    for (int value = -1; value < 4; value++) {
      var other = new MeasuringTest();
      other.asked();
      Turn last = other.answering("phq9", 3, 3, 3, 3, 3, 3, 3, 3, value);
      String shown = Room.shown(last).toLowerCase(Locale.ROOT);
      assertFalse(shown.contains("low risk"), shown);
      assertFalse(shown.contains("depress"), "and nothing is a diagnosis: " + shown);
    }
  }

  @Test
  void an_answer_to_item_nine_is_heard_on_a_hold_and_on_a_page_left_open() {
    room.tap("measure:start,phq9");
    room.say("I want to kill myself");
    Turn late = room.tap("measure:answer,phq9,q9,3");
    assertEquals(Level.CRISIS, late.screening().level());
    assertEquals(2, queue().size());
    assertEquals(0, sitting(late).at(), "and the sitting does not go on");
  }

  @Test
  void what_was_interrupted_goes_on_where_it_was() {
    room.tap("measure:start,phq9");
    room.tap("measure:answer,phq9,q1,3");
    room.tap("measure:answer,phq9,q2,3");
    Turn aside = room.tap("measure:stop,phq9");
    assertTrue(Room.shown(aside).contains("kept for two days"));
    room.say("Something else");
    Turn back = room.tap("measure:start,phq9");
    assertEquals(2, sitting(back).at());
    assertTrue(Room.shown(back).contains("Trouble falling or staying asleep"));
    Turn before = room.tap("measure:back,phq9");
    assertTrue(Room.shown(before).contains("Feeling down"));
    room.clock.now = room.clock.now.plus(Duration.ofHours(50));
    Turn anew = room.tap("measure:start,phq9");
    assertEquals(0, sitting(anew).at());
    MeasureResult kept = book().results().getFirst();
    assertEquals(Optional.empty(), kept.total());
    assertEquals(2, kept.answers().size(), "what was answered before is not lost");
  }

  @Test
  void one_questionnaire_is_finished_before_another_begins() {
    room.tap("measure:start,phq9");
    room.tap("measure:answer,phq9,q1,3");
    Turn other = room.tap("measure:start,gad7");
    assertEquals("phq9", sitting(other).instrument().name());
    assertEquals(1, sitting(other).at());
  }

  @Test
  void only_what_a_clinician_asks_for_begins_and_nothing_while_paused() {
    Turn unasked = room.tap("measure:start,pcl5");
    assertTrue(unasked.state().measure().isEmpty());
    assertTrue(Room.shown(unasked).contains("isn't in your plan"));
    room.plan(plan -> plan.pausing(true));
    Turn paused = room.tap("measure:start,phq9");
    assertTrue(paused.state().measure().isEmpty());
    assertEquals(new Outcome.Held("paused"), paused.closing().orElseThrow().outcome());
  }

  @Test
  void the_client_is_told_how_it_compares_with_last_time() {
    answering("gad7", 2, 2, 2, 2, 2, 2, 2);
    Turn better = answering("gad7", 1, 1, 1, 1, 1, 1, 1);
    assertTrue(
        Room.shown(better)
            .contains("On 2 March 2026 it was 14. A change of 7 is more than ordinary ups"));
    Turn small = answering("gad7", 1, 1, 1, 1, 1, 1, 3);
    assertTrue(Room.shown(small).contains("A difference of 2 can be ordinary ups and downs."));
  }

  @Test
  void a_worsening_raises_a_reason_until_it_was_read() {
    answering("gad7", 1, 1, 1, 1, 1, 1, 1);
    assertTrue(row().measures().orElseThrow().worse().isEmpty());
    Turn worse = answering("gad7", 2, 2, 2, 2, 2, 1, 1);
    var found = row().measures().orElseThrow().worse().orElseThrow();
    assertEquals(7, found.before());
    assertEquals(12, found.now());
    new Reviewing(room.shelves).read(MAYA, worse.id().seq(), room.clock.now);
    assertTrue(row().measures().orElseThrow().worse().isEmpty());
  }

  @Test
  void a_sitting_left_part_way_stands_in_the_row_with_what_is_unknown() {
    room.tap("measure:start,phq9");
    room.tap("measure:answer,phq9,q1,3");
    var left = row().measures().orElseThrow().unfinished().orElseThrow();
    assertEquals("phq9", left.instrument());
    assertEquals(List.of("q9"), left.blanks());
    answering("phq9");
    for (int i = 2; i <= 9; i++) room.tap("measure:answer,phq9,q" + i + ",0");
    assertTrue(row().measures().orElseThrow().unfinished().isEmpty());
  }

  @Test
  void an_exercise_under_way_stays_where_it_was() {
    room.tap("start:thought_record");
    Turn asked = answering("gad7", 0, 0, 0, 0, 0, 0, 0);
    assertTrue(asked.state().run().orElseThrow().running());
    assertEquals("situation", asked.state().run().orElseThrow().step());
  }

  @Test
  void sent_twice_it_is_one_answer() {
    room.tap("measure:start,gad7");
    var id = room.nextId();
    var move = Move.read("measure:answer,gad7,q1,3").orElseThrow();
    Turn one = room.spine.take(MAYA, new Arrival.Tap(id, move, ""), Watcher.NOBODY);
    Turn two = room.spine.take(MAYA, new Arrival.Tap(id, move, ""), Watcher.NOBODY);
    assertEquals(one.id(), two.id());
    assertEquals(1, sitting(two).at());
  }

  @Test
  void a_move_that_is_no_move_is_refused() {
    for (String text :
        List.of(
            "measure:",
            "measure:answer,phq9",
            "measure:answer,phq9,q1",
            "measure:start,phq9,q1",
            "measure:skip,phq9,q1,2",
            "measure:answer,PHQ9,q1,2",
            "measure:win,phq9",
            "measure:answer,phq9,q1,222")) {
      assertEquals(Optional.empty(), Move.read(text), text);
    }
    for (String text :
        List.of("measure:answer,phq9,q9,3", "measure:stop,gad7", "measure:skip,phq9,q1")) {
      assertEquals(text, Move.read(text).orElseThrow().written());
    }
  }
}
