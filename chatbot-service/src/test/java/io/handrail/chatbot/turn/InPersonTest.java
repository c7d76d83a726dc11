package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.AMARA;
import static io.handrail.chatbot.turn.Room.MAYA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveBoard.Kind;
import io.handrail.care.live.LiveDesk;
import io.handrail.care.live.LiveDesk.Person;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Guidance;
import io.handrail.care.plan.Guidance.Pace;
import io.handrail.care.plan.Scope;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person in the client's chat, on the real spine. */
class InPersonTest {
  private static final Person OBI = new Person(AMARA, "Amara Obi");
  private static final String SAYS =
      "On Friday at eight I missed the bus and was late for work, everyone stared at me";

  private Room room;
  private LiveDesk desk;

  @BeforeEach
  void open() {
    room = new Room();
    desk = new LiveDesk(room.shelves, room.protocols, room.clock);
  }

  private static Outcome outcome(Turn turn) {
    return turn.closing().orElseThrow().outcome();
  }

  private Turn last() {
    return room.shelves.turns().last(MAYA, 1).getFirst();
  }

  private List<RiskQueue.Entry> flags() {
    return new RiskDesk(room.shelves).open(MAYA);
  }

  private void approveFirst() {
    room.plan(plan -> plan.replying(ReplyMode.APPROVE_FIRST));
  }

  private static LiveDesk.Result.Done done(LiveDesk.Result result) {
    return assertInstanceOf(LiveDesk.Result.Done.class, result);
  }

  // ---- takeover ----

  @Test
  void while_a_person_writes_the_program_is_silent_and_the_exercise_stands_still() {
    room.tap("start:thought_record");
    Turn before = room.say(SAYS);
    done(desk.takeOver(MAYA, OBI));
    Turn heard = room.say("It was awful, 80");
    assertEquals(new Outcome.TakenOver("Amara Obi"), outcome(heard));
    assertEquals(List.of(), heard.shown());
    assertEquals(before.state().run(), heard.state().run());
    done(desk.write(MAYA, OBI, "I am here. What is going on?", "form-0001"));
    assertEquals("I am here. What is going on?", ((Opening.Wrote) last().opening()).text());
    assertTrue(Room.shown(room.tap("why")).contains("exercise waits"));
    done(desk.handBack(MAYA, OBI, "We spoke about Friday."));
    assertTrue(last().state().takeover().isEmpty());
    assertFalse(last().shown().isEmpty(), "the question that waits is asked again");
    Turn on = room.say("It was awful, sad 80");
    assertInstanceOf(Outcome.Scripted.class, outcome(on));
  }

  @Test
  void another_node_obeys_on_the_very_next_turn() {
    room.tap("start:thought_record");
    TurnPipeline elsewhere = room.spine(room.shelves);
    done(desk.takeOver(MAYA, OBI));
    Turn turn = elsewhere.take(MAYA, new Arrival.Message(room.nextId(), SAYS), Watcher.NOBODY);
    assertInstanceOf(Outcome.TakenOver.class, outcome(turn));
  }

  @Test
  void a_crisis_while_a_person_writes_still_gets_the_scripted_card_the_hold_and_the_flag() {
    room.tap("start:thought_record");
    done(desk.takeOver(MAYA, OBI));
    Turn turn = room.say("I want to kill myself");
    assertEquals(new Outcome.Escalated(Level.CRISIS), outcome(turn));
    assertTrue(Room.shown(turn).contains("999"));
    assertTrue(turn.state().hold().isPresent());
    assertEquals(1, flags().size());
    done(desk.handBack(MAYA, OBI, ""));
    assertTrue(last().state().hold().isPresent(), "handing back releases no hold");
    assertEquals(List.of(), last().shown(), "no exercise question under a hold");
    assertEquals(new Outcome.Held("hold"), outcome(room.say("I was joking")));
  }

  @Test
  void help_stays_open_while_a_person_writes() {
    room.tap("start:thought_record");
    done(desk.takeOver(MAYA, OBI));
    assertFalse(room.tap("grounding").shown().isEmpty());
    assertFalse(room.tap("plan:1").shown().isEmpty());
    assertFalse(room.tap("numbers").shown().isEmpty());
  }

  @Test
  void a_silent_person_is_told_to_the_client_and_to_the_chain_and_nothing_unlocks() {
    room.tap("start:thought_record");
    done(desk.takeOver(MAYA, OBI));
    room.say("Are you there?");
    room.spine.tending().round();
    assertInstanceOf(Opening.Said.class, last().opening(), "not before the time is up");
    room.clock.now = room.clock.now.plus(Tending.UNANSWERED).plusSeconds(1);
    room.spine.tending().round();
    room.spine.tending().round();
    assertEquals(new Opening.TimePassed("takeover_silent"), last().opening());
    assertTrue(Room.shown(last()).contains("has not answered"));
    assertTrue(last().state().takeover().isPresent(), "still locked");
    assertEquals(List.of(Level.CONCERN), flags().stream().map(RiskQueue.Entry::level).toList());
    Turn next = room.say("hello?");
    assertTrue(Room.shown(next).contains("Help now"));
    assertInstanceOf(Outcome.TakenOver.class, outcome(next));
    Turn concern = room.say("there is no point living");
    assertEquals(new Outcome.Escalated(Level.CONCERN), outcome(concern), "never abandoned");
    done(desk.write(MAYA, OBI, "Sorry, I am back.", "form-0002"));
    assertTrue(last().state().takeover().orElseThrow().silentSince().isEmpty());
  }

  @Test
  void a_takeover_in_which_nobody_says_anything_is_flagged_too() {
    room.tap("start:thought_record");
    done(desk.takeOver(MAYA, OBI));
    room.clock.now = room.clock.now.plus(Tending.IDLE).plusSeconds(1);
    room.spine.tending().round();
    assertEquals(new Opening.TimePassed("takeover_silent"), last().opening());
  }

  @Test
  void only_who_has_taken_over_writes_and_a_form_sent_twice_writes_once() {
    room.tap("start:thought_record");
    assertInstanceOf(LiveDesk.Result.MovedOn.class, desk.write(MAYA, OBI, "Hello", "form-0003"));
    done(desk.takeOver(MAYA, OBI));
    done(desk.write(MAYA, OBI, "Hello", "form-0003"));
    assertInstanceOf(LiveDesk.Result.MovedOn.class, desk.write(MAYA, OBI, "Hello", "form-0003"));
    assertInstanceOf(LiveDesk.Result.MovedOn.class, desk.takeOver(MAYA, OBI));
    assertEquals(3, last().id().seq());
  }

  @Test
  void talk_with_a_person_uses_up_no_messages_of_the_day() {
    room.tap("start:thought_record");
    int before = last().state().usage().messages();
    done(desk.takeOver(MAYA, OBI));
    for (int i = 0; i < 5; i++) room.say("message " + i);
    assertEquals(before, last().state().usage().messages());
  }

  // ---- approve first ----

  @Test
  void a_reply_waits_for_a_yes_and_then_goes_out_as_it_was() {
    approveFirst();
    Turn start = room.tap("start:thought_record");
    assertTrue(Room.shown(start).contains("reads my replies before you do"));
    Turn turn = room.say(SAYS);
    Proposal proposal = LiveDesk.proposal(turn).orElseThrow();
    assertFalse(proposal.lines().isEmpty());
    assertEquals(start.state().run(), turn.state().run(), "the exercise has not moved");
    assertTrue(Room.shown(turn).contains("Help now"));
    room.spine.tending().round();
    assertEquals(1, new Boards(room.shelves).of(Room.CLINIC).of(Kind.REPLY).size());
    done(desk.approve(MAYA, OBI, turn.id().seq(), Optional.empty(), true));
    Turn sent = last();
    assertEquals(proposal.run(), sent.state().run());
    assertEquals(
        proposal.lines().stream().map(l -> l.text()).toList(),
        sent.shown().stream().map(l -> l.text()).toList());
    assertTrue(sent.shown().stream().allMatch(l -> l.by().equals("Amara Obi")));
    assertTrue(sent.state().pending().isEmpty());
    room.spine.tending().round();
    assertEquals(List.of(), new Boards(room.shelves).of(Room.CLINIC).entries());
    assertInstanceOf(
        LiveDesk.Result.MovedOn.class,
        desk.approve(MAYA, OBI, turn.id().seq(), Optional.empty(), true));
  }

  @Test
  void a_persons_words_in_place_of_the_draft_are_a_persons_and_may_keep_the_step() {
    approveFirst();
    Turn start = room.tap("start:thought_record");
    Turn turn = room.say(SAYS);
    done(desk.approve(MAYA, OBI, turn.id().seq(), Optional.of("Tell me a bit more."), false));
    assertEquals(Speaker.PERSON, last().shown().getFirst().speaker());
    assertEquals(start.state().run(), last().state().run());
    assertEquals(Level.NONE, last().screening().level());
  }

  @Test
  void what_is_written_meanwhile_is_kept_and_gets_a_plain_word() {
    approveFirst();
    room.tap("start:thought_record");
    Turn first = room.say(SAYS);
    Turn second = room.say("and my boss saw it");
    assertEquals(new Outcome.Held("awaiting_approval"), outcome(second));
    assertEquals(first.id().seq(), second.state().pending().orElseThrow().turn());
    Turn stopped = room.tap("stop");
    assertTrue(stopped.state().pending().isEmpty());
  }

  @Test
  void a_crisis_never_waits_and_sets_the_waiting_reply_aside() {
    approveFirst();
    room.tap("start:thought_record");
    Turn waits = room.say(SAYS);
    Turn turn = room.say("I want to kill myself");
    assertEquals(new Outcome.Escalated(Level.CRISIS), outcome(turn));
    assertTrue(turn.state().pending().isEmpty());
    assertInstanceOf(
        LiveDesk.Result.MovedOn.class,
        desk.approve(MAYA, OBI, waits.id().seq(), Optional.empty(), true));
    assertFalse(room.tap("grounding").shown().isEmpty());
  }

  @Test
  void a_reply_that_waits_too_long_is_said_to_the_client_and_climbs() {
    approveFirst();
    room.tap("start:thought_record");
    room.say(SAYS);
    room.clock.now = room.clock.now.plus(Tending.LONG_WAIT).plusSeconds(1);
    room.spine.tending().round();
    assertTrue(Room.shown(last()).contains("still waits"));
    room.clock.now = room.clock.now.plus(Duration.ofHours(2));
    room.spine.tending().round();
    assertEquals(List.of(Level.WATCH), flags().stream().map(RiskQueue.Entry::level).toList());
    room.clock.now = room.clock.now.plus(Tending.TOO_LONG);
    room.spine.tending().round();
    room.spine.tending().round();
    assertEquals(
        List.of(Level.WATCH, Level.CONCERN), flags().stream().map(RiskQueue.Entry::level).toList());
    assertTrue(last().state().pending().isPresent(), "it approves nothing by itself");
  }

  @Test
  void what_the_guard_refused_stands_beside_the_script_for_the_person() {
    approveFirst();
    room.phrasing.available = true;
    room.phrasing.answer =
        (request, listener) -> {
          listener.captured(Map.of(), request.following().getFirst().id());
          listener.sentence("This is forbidden.");
          return new Phrasing.Result.Abandoned("m", "p@1", "This is forbidden.");
        };
    room.tap("start:thought_record");
    Turn turn = room.say(SAYS);
    Proposal proposal = LiveDesk.proposal(turn).orElseThrow();
    if (proposal.refused().isPresent()) {
      assertEquals(Optional.of("This is forbidden."), proposal.refused());
      assertFalse(proposal.findings().isEmpty());
    } else {
      assertEquals(Optional.of("off_step"), proposal.because());
    }
    assertFalse(Room.shown(turn).contains("forbidden"));
  }

  // ---- steering ----

  @Test
  void steering_and_a_whisper_reach_the_very_next_turn_and_a_whisper_no_other() {
    room.phrasing.available = true;
    room.plan(plan ->
        plan.steeredBy(
                new Guidance(
                    List.of("small wins"),
                    List.of(),
                    List.of("the fog"),
                    Pace.SLOWER,
                    Optional.empty(),
                    "She likes lists."))
            .within(
                new Scope(
                    Optional.empty(), List.of("brother"), List.of("sleep"), Optional.empty())));
    room.tap("start:thought_record");
    done(desk.whisper(MAYA, OBI, "Ask about the bus."));
    room.say(SAYS);
    List<String> told = room.phrasing.requests.getLast().steering();
    assertEquals("Ask about the bus.", told.getFirst());
    String all = String.join("\n", told);
    for (String part :
        List.of("brother", "sleep", "small wins", "the fog", "Go slowly", "She likes lists.")) {
      assertTrue(all.contains(part), part);
    }
    room.say("sad 70");
    assertFalse(room.phrasing.requests.getLast().steering().contains("Ask about the bus."));
  }

  @Test
  void a_topic_for_the_sessions_is_marked_and_not_gone_into() {
    room.plan(plan ->
        plan.within(new Scope(Optional.empty(), List.of("brother"), List.of(), Optional.empty())));
    room.tap("start:thought_record");
    Turn turn = room.say("On Friday at eight my Brother shouted at me in the kitchen");
    assertTrue(
        Room.shown(turn).contains("sessions with Amara Obi")
            || Room.shown(turn).contains("next session with Amara Obi"));
    assertTrue(turn.closing().orElseThrow().happened().toString().contains("brother"));
    Turn other = room.say("brotherhood is a film, sad 70");
    assertFalse(Room.shown(other).contains("session with Amara Obi"));
  }

  @Test
  void shorter_replies_keep_the_question_and_leave_out_the_rest() {
    Room other = new Room();
    for (Room r : List.of(room, other)) r.tap("start:thought_record");
    room.plan(plan ->
        plan.steeredBy(
            new Guidance(List.of(), List.of(), List.of(), Pace.SHORTER, Optional.empty(), "")));
    String shorter = Room.shown(room.tap("start:behavioural_activation"));
    String longer = Room.shown(other.tap("start:behavioural_activation"));
    assertTrue(shorter.length() <= longer.length());
    assertTrue(shorter.contains("?"));
  }

  // ---- minutes ----

  @Test
  void minutes_count_short_pauses_and_no_long_ones_and_hold_on_the_next_turn() {
    room.plan(
        plan -> plan.within(new Scope(Optional.of(4), List.of(), List.of(), Optional.empty())));
    room.tap("start:thought_record"); // the first counts nothing
    room.clock.now = room.clock.now.plus(Duration.ofHours(2));
    room.say(SAYS); // three minutes at most
    assertEquals(3, last().state().usage().minutes());
    room.say("sad 70"); // 3:30
    Turn third = room.say("70"); // 4:00
    assertEquals(new Outcome.Held("minutes_a_day"), outcome(third));
    assertTrue(Room.shown(third).contains("time for today"));
    assertEquals(new Outcome.Escalated(Level.CRISIS), outcome(room.say("I want to kill myself")));
  }

  @Test
  void a_plan_from_before_reads_as_it_always_did() {
    CarePlan plan = room.shelves.plans().get(MAYA).orElseThrow();
    assertEquals(Scope.OPEN, plan.bounds());
    assertEquals(Guidance.NONE, plan.steered());
    assertEquals(List.of(), plan.notes());
  }
}
