package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.CLINIC;
import static io.handrail.chatbot.turn.Room.MAYA;
import static io.handrail.chatbot.turn.Room.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Outcome.Escalated;
import io.handrail.care.conversation.Outcome.Held;
import io.handrail.care.conversation.Outcome.Replied;
import io.handrail.care.conversation.Outcome.Scripted;
import io.handrail.care.conversation.Outcome.Withheld;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.Hours;
import io.handrail.care.protocol.Engine;
import io.handrail.care.record.Consent;
import io.handrail.care.review.RiskQueue;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnPipelineTest {
  private static final Optional<Instant> NOW = Optional.of(Instant.now());

  private final Room room = new Room();

  @Test
  void an_exercise_begins_and_its_first_question_is_asked() {
    Turn turn = room.tap("start:thought_record");

    assertTrue(turn.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
    assertTrue(turn.state().run().orElseThrow().running());
    assertEquals("c1", turn.conversation().value());
    assertEquals(1, room.shelves.caseload().get(MAYA).orElseThrow().summedSeq());
  }

  @Test
  void a_finding_on_the_whole_draft_withholds_its_question_and_the_script_asks() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    room.guard.wholly = "So your boss walked past. What did you feel?";
    room.phrasing.answer =
        (request, listener) -> {
          String next =
              Engine.advance(
                      protocolOf(),
                      runOf(),
                      new io.handrail.care.protocol.Answer.Words(
                          "My boss walked past me at 9 today."))
                  .run()
                  .step();
          listener.captured(Map.of(), next);
          assertTrue(listener.sentence("So your boss walked past."));
          assertTrue(listener.sentence("What did you feel?"));
          return new Result.Done("stub-1", "phrase@1.0.0", room.guard.wholly);
        };

    Turn turn = room.say("My boss walked past me at 9 today.");

    Withheld withheld = assertInstanceOf(Withheld.class, turn.closing().orElseThrow().outcome());
    assertEquals(List.of("Crisis Navigation: test_whole"), withheld.findings());
    assertEquals("So your boss walked past.", turn.shown().getFirst().text());
    assertEquals(2, turn.shown().size());
    assertEquals(Line.Kind.ASK, turn.shown().getLast().kind());
    assertEquals(Speaker.SCRIPT, turn.shown().getLast().speaker());
  }

  @Test
  void agreement_taken_back_in_an_exercise_holds_on_the_next_turn_and_words_are_still_heard() {
    room.tap("start:thought_record");
    room.shelves.consents().change(MAYA, c -> new Consent("1", true, c.givenAt(), NOW));

    Turn said = room.say("My boss walked past without a word.");
    assertEquals(new Held("not_agreed"), said.closing().orElseThrow().outcome());
    assertTrue(shown(said).contains("need your agreement"));
    assertEquals(new Held("not_agreed"), room.tap("why").closing().orElseThrow().outcome());

    assertTrue(room.say("I want to kill myself").state().hold().isPresent());
  }

  @Test
  void agreement_taken_back_never_keeps_a_client_in_an_exercise() {
    room.tap("start:thought_record");
    room.shelves.consents().change(MAYA, c -> new Consent("1", true, c.givenAt(), NOW));
    assertFalse(room.tap("stop").state().run().orElseThrow().running());
  }

  @Test
  void an_exercise_that_its_client_stopped_goes_on_where_it_was() {
    room.tap("start:thought_record");
    Turn before = room.say("My boss walked past me at 9 today in the corridor.");
    room.tap("stop");
    Turn again = room.tap("resume");

    assertTrue(again.state().run().orElseThrow().running());
    assertEquals(
        before.state().run().orElseThrow().step(), again.state().run().orElseThrow().step());
    assertEquals(
        before.state().run().orElseThrow().fields(), again.state().run().orElseThrow().fields());
    assertTrue(again.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
  }

  @Test
  void an_exercise_set_aside_for_another_is_kept() {
    room.tap("start:thought_record");
    room.say("My boss walked past me at 9 today in the corridor.");
    Turn other = room.tap("start:behavioural_activation");

    assertEquals("behavioural_activation", other.state().run().orElseThrow().protocol().name());
    var kept = room.shelves.exerciseIndex().get(MAYA).orElseThrow().entries();
    assertEquals(List.of("thought_record"), kept.stream().map(e -> e.protocol().name()).toList());
    assertFalse(kept.getFirst().finished());
  }

  @Test
  void a_message_sent_again_is_no_second_turn() {
    room.tap("start:thought_record");
    var message = new Arrival.Message(room.nextId(), "My boss walked past without a word.");
    Turn first = room.spine.take(MAYA, message, Watcher.NOBODY);
    var seen = new ArrayList<String>();
    Turn again =
        room.spine.take(
            MAYA,
            message,
            new Watcher() {
              @Override
              public void opened(Turn turn) {}

              @Override
              public void shown(Turn turn, int index, Line line) {
                seen.add(line.text());
              }

              @Override
              public void closed(Turn turn) {}
            });

    assertEquals(first, again);
    assertEquals(first.shown().stream().map(Line::text).toList(), seen);
    assertEquals(2, room.shelves.turns().last(MAYA, 9).size());
  }

  @Test
  void explicit_words_stop_the_exercise_hold_it_and_raise_one_flag() {
    room.tap("start:thought_record");
    Turn turn = room.say("I want to kill myself");

    assertEquals(new Escalated(Level.CRISIS), turn.closing().orElseThrow().outcome());
    assertTrue(turn.state().hold().isPresent());
    assertTrue(shown(turn).contains("999"));
    assertTrue(turn.shown().stream().allMatch(line -> line.speaker() == Speaker.SCRIPT));
    RiskQueue queue = room.shelves.riskQueues().get(CLINIC).orElseThrow();
    assertEquals(1, queue.entries().size());
    assertEquals(1, room.shelves.caseload().get(MAYA).orElseThrow().openFlags());
    assertTrue(room.shelves.caseload().get(MAYA).orElseThrow().held());
  }

  @Test
  void a_hold_outlives_denial_a_new_exercise_and_the_next_day() {
    room.tap("start:thought_record");
    room.say("I want to kill myself");

    assertHeld(room.say("You misunderstood, I was joking"));
    assertHeld(room.tap("start:behavioural_activation"));
    room.clock.now = room.clock.now.plusSeconds(3 * 86_400);
    assertHeld(room.say("Hello again"));
    assertHeld(room.tap("grounding"));
  }

  private static void assertHeld(Turn turn) {
    assertEquals(new Held("hold"), turn.closing().orElseThrow().outcome());
    assertTrue(turn.state().hold().isPresent());
    assertFalse(turn.shown().isEmpty());
  }

  @Test
  void a_named_person_releases_a_hold_and_the_exercise_goes_on() {
    room.tap("start:thought_record");
    Turn crisis = room.say("I want to kill myself");
    releasedBy(Room.AMARA, crisis);

    Turn next = room.tap("resume");

    assertEquals(Optional.empty(), next.state().hold());
    assertInstanceOf(Scripted.class, next.closing().orElseThrow().outcome());
    assertTrue(next.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
  }

  private void releasedBy(StaffId by, Turn held) {
    Turn turn =
        new Turn(
            held.id().next(),
            held.conversation(),
            room.clock.now,
            new Opening.HoldReleased(by, "Amara Obi", "We spoke by phone."),
            Screening.NOTHING_SAID,
            List.of(),
            held.state().released(),
            List.of(),
            Optional.empty());
    assertTrue(room.shelves.turns().open(turn));
    assertTrue(
        room.shelves
            .turns()
            .close(
                turn.closed(
                    new Closing(room.clock.now, new Outcome.Noted(), Provenance.NONE),
                    turn.state())));
  }

  @Test
  void a_client_over_the_limit_is_still_heard() {
    room.plan(plan -> plan(plan, 2, plan.hours(), plan.paused()));
    room.tap("start:thought_record");
    room.say("My boss walked past without a word.");

    Turn over = room.say("And then nothing.");
    assertEquals(new Held("messages_a_day"), over.closing().orElseThrow().outcome());
    Turn heard = room.say("I want to kill myself");
    assertEquals(new Escalated(Level.CRISIS), heard.closing().orElseThrow().outcome());
  }

  @Test
  void the_day_of_a_limit_is_the_clients_own() {
    room.plan(plan -> plan(plan, 1, plan.hours(), plan.paused()));
    room.clock.now = java.time.Instant.parse("2026-07-01T22:30:00Z"); // 23:30 in London
    room.tap("start:thought_record");
    assertInstanceOf(Held.class, room.say("At work").closing().orElseThrow().outcome());
    room.clock.now = java.time.Instant.parse("2026-07-01T23:05:00Z"); // past midnight there
    assertInstanceOf(Scripted.class, room.say("At work").closing().orElseThrow().outcome());
  }

  @Test
  void a_pause_and_hours_hold_on_the_very_next_turn_and_stopping_is_always_allowed() {
    room.tap("start:thought_record");
    room.plan(plan -> plan(plan, 60, plan.hours(), true));
    assertEquals(new Held("paused"), room.say("At work").closing().orElseThrow().outcome());
    room.plan(plan ->
        plan(plan, 60, List.of(new Hours(LocalTime.of(18, 0), LocalTime.of(20, 0))), false));
    Turn early = room.say("At work");
    assertEquals(new Held("hours"), early.closing().orElseThrow().outcome());
    assertTrue(shown(early).contains("18:00"));
    Turn stopped = room.tap("stop");
    assertInstanceOf(Scripted.class, stopped.closing().orElseThrow().outcome());
    assertEquals(1, room.shelves.exerciseIndex().get(MAYA).orElseThrow().entries().size());
  }

  @Test
  void an_exercise_that_is_no_longer_permitted_is_not_taken_up_again_either() {
    room.tap("start:thought_record");
    room.say("My boss walked past me at 9 today in the corridor.");
    room.tap("stop");
    room.plan(plan -> CarePlan.cautious(Set.of("check_in"), Room.MORNING));

    Turn again = room.tap("resume");

    assertEquals(new Held("protocol_not_permitted"), again.closing().orElseThrow().outcome());
    assertFalse(again.state().run().orElseThrow().running());
  }

  @Test
  void who_answers_the_direct_question_is_thanked_even_where_a_limit_stands() {
    room.tap("start:thought_record");
    room.say("there is no point living");
    room.plan(plan -> plan(plan, 60, plan.hours(), true));

    room.say("no, not like that");
    Turn answer = room.say("never");

    assertEquals(new Held("paused"), answer.closing().orElseThrow().outcome());
    assertTrue(answer.shown().getFirst().text().startsWith("Thank you"), shown(answer));
    assertEquals(Line.Kind.NOTICE, answer.shown().getLast().kind());
  }

  private static CarePlan plan(CarePlan plan, int messages, List<Hours> hours, boolean paused) {
    return new CarePlan(
        plan.version() + 1,
        plan.protocols(),
        messages,
        hours,
        paused,
        plan.modelUse(),
        plan.replyMode(),
        plan.steering(),
        plan.changedBy(),
        plan.changedAt());
  }

  @Test
  void a_concern_pauses_and_asks_directly_and_the_answer_is_not_taken_for_the_exercise() {
    room.tap("start:thought_record");
    Turn concern = room.say("there is no point living");
    assertEquals(new Escalated(Level.CONCERN), concern.closing().orElseThrow().outcome());
    var before = concern.state().run().orElseThrow().fields();

    Turn answer = room.say("no, not like that");
    Turn last = room.say("No, never");

    assertEquals(before, last.state().run().orElseThrow().fields());
    assertEquals(Optional.empty(), room.screen.heard.getLast().asked(), "it is read only once");
    assertTrue(answer.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
    assertTrue(last.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
    assertInstanceOf(Scripted.class, last.closing().orElseThrow().outcome());
  }

  @Test
  void a_screen_that_fails_is_not_safe() {
    room.tap("start:thought_record");
    room.screen.broken = true;
    Turn turn = room.say("My boss walked past without a word.");

    assertEquals(new Escalated(Level.CONCERN), turn.closing().orElseThrow().outcome());
    assertEquals("screen_failed", turn.flags().getFirst().reason());
  }

  @Test
  void a_model_phrases_and_each_sentence_is_stored_before_it_is_shown() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    var stored = new ArrayList<Integer>();
    room.phrasing.answer =
        (request, listener) -> {
          String next =
              Engine.advance(
                      protocolOf(),
                      runOf(),
                      new io.handrail.care.protocol.Answer.Words(
                          "My boss walked past me at 9 today."))
                  .run()
                  .step();
          assertTrue(listener.captured(Map.of(), next));
          assertTrue(listener.sentence("So your boss walked past."));
          stored.add(room.shelves.turns().last(MAYA, 1).getFirst().shown().size());
          assertTrue(listener.sentence("What did you feel?"));
          return new Result.Done("stub-1", "phrase@1.0.0", "...");
        };

    Turn turn = room.say("My boss walked past me at 9 today.");

    assertEquals(new Replied("stub-1"), turn.closing().orElseThrow().outcome());
    assertEquals(List.of(1), stored);
    assertEquals(
        List.of("So your boss walked past.", "What did you feel?"),
        turn.shown().stream().map(Line::text).toList());
    assertEquals(Optional.of("phrase@1.0.0"), turn.closing().orElseThrow().provenance().prompt());
  }

  private io.handrail.care.protocol.Run runOf() {
    return room.shelves.turns().last(MAYA, 1).getFirst().state().run().orElseThrow();
  }

  private io.handrail.care.protocol.Protocol protocolOf() {
    return room.protocols.at(runOf().protocol()).orElseThrow();
  }

  @Test
  void a_refused_sentence_is_replaced_by_the_script_and_kept_for_the_therapist() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    room.phrasing.answer =
        (request, listener) -> {
          String next =
              Engine.advance(
                      protocolOf(),
                      runOf(),
                      new io.handrail.care.protocol.Answer.Words(
                          "My boss walked past me at 9 today."))
                  .run()
                  .step();
          listener.captured(Map.of(), next);
          assertFalse(listener.sentence("A forbidden thing."));
          return new Result.Abandoned("stub-1", "phrase@1.0.0", "A forbidden thing.");
        };

    Turn turn = room.say("My boss walked past me at 9 today.");

    Withheld withheld = assertInstanceOf(Withheld.class, turn.closing().orElseThrow().outcome());
    assertEquals("A forbidden thing.", withheld.draft());
    assertFalse(shown(turn).contains("forbidden"));
    assertTrue(turn.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
    assertTrue(turn.shown().stream().allMatch(line -> line.speaker() == Speaker.SCRIPT));
  }

  @Test
  void a_model_that_expects_another_step_or_fails_does_not_stop_the_exercise() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    String step = runOf().step();
    room.phrasing.answer =
        (request, listener) -> {
          assertFalse(listener.captured(Map.of(), "no_such_step"));
          return new Result.Abandoned("stub-1", "phrase@1.0.0", "");
        };
    Turn off = room.say("My boss walked past me at 9 today.");
    assertEquals(new Scripted("off_step"), off.closing().orElseThrow().outcome());
    assertNotEquals(step, off.state().run().orElseThrow().step());

    room.phrasing.answer =
        (request, listener) ->
            new Result.Failed("model_timeout", Optional.empty(), Optional.empty(), "");
    Turn dead = room.say("anxious 70");
    assertEquals(new Scripted("model_timeout"), dead.closing().orElseThrow().outcome());
    assertTrue(dead.shown().stream().anyMatch(line -> line.kind() == Line.Kind.ASK));
  }

  @Test
  void a_model_is_asked_only_where_plan_and_client_allow_it() {
    room.phrasing.available = true;
    room.tap("start:thought_record");
    room.plan(plan ->
        new CarePlan(
            2,
            plan.protocols(),
            60,
            plan.hours(),
            false,
            ModelUse.OFF,
            plan.replyMode(),
            plan.steering(),
            plan.changedBy(),
            plan.changedAt()));
    room.say("My boss walked past me at 9 today.");
    assertEquals(0, room.phrasing.requests.size());
  }

  @Test
  void words_outside_an_exercise_lead_into_a_check_in() {
    Turn turn = room.say("I had a hard day");
    assertEquals("check_in", turn.state().run().orElseThrow().protocol().name());
  }

  @Test
  void a_turn_that_a_crash_left_open_is_answered_and_flagged_once() {
    room.tap("start:thought_record");
    var crashing = new CrashingShelves(room.shelves);
    TurnPipeline doomed = room.spine(crashing.shelves());
    crashing.failClosing = true;
    var message = new Arrival.Message(room.nextId(), "I want to kill myself");
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalStateException.class, () -> doomed.take(MAYA, message, Watcher.NOBODY));
    assertTrue(room.shelves.turns().last(MAYA, 1).getFirst().open());

    room.spine(room.shelves).recover();

    Turn turn = room.shelves.turns().last(MAYA, 1).getFirst();
    assertFalse(turn.open());
    assertEquals(new Escalated(Level.CRISIS), turn.closing().orElseThrow().outcome());
    assertEquals(4, turn.shown().size());
    assertEquals(1, room.shelves.riskQueues().get(CLINIC).orElseThrow().entries().size());
    assertEquals(turn, room.spine.take(MAYA, message, Watcher.NOBODY));
  }

  @Test
  void a_turn_of_a_dead_node_is_finished_by_another_though_its_client_never_comes_back() {
    room.tap("start:thought_record");
    var crashing = new CrashingShelves(room.shelves);
    TurnPipeline dead = room.spine(crashing.shelves());
    crashing.failClosing = true;
    var message = new Arrival.Message(room.nextId(), "I want to kill myself");
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalStateException.class, () -> dead.take(MAYA, message, Watcher.NOBODY));
    TurnPipeline living = room.spine(room.shelves, Duration.ofMinutes(1));
    living.recover();
    living.mend();
    assertTrue(
        room.shelves.turns().last(MAYA, 1).getFirst().open(), "it may still be under way there");
    room.clock.now = room.clock.now.plusSeconds(61);
    living.mend();
    assertFalse(room.shelves.turns().last(MAYA, 1).getFirst().open());
    assertEquals(1, room.shelves.riskQueues().get(CLINIC).orElseThrow().entries().size());
  }
}
