package io.handrail.chatbot.turn;

import static io.handrail.chatbot.turn.Room.CLINIC;
import static io.handrail.chatbot.turn.Room.MAYA;
import static io.handrail.chatbot.turn.Room.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Outcome.Escalated;
import io.handrail.care.conversation.Outcome.Held;
import io.handrail.care.conversation.Outcome.Scripted;
import io.handrail.care.conversation.Turn;
import io.handrail.care.record.Consent;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTalk.Course;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripted safety conversation, from the first direct question to where it leads. */
class SafetyTalkTest {
  private static final String CONCERN = "there is no point living";
  private final Room room = new Room();

  @BeforeEach
  void begin() {
    room.tap("start:thought_record");
  }

  private static Optional<SafetyQuestion> waiting(Turn turn) {
    return turn.state().safety().flatMap(talk -> talk.waiting());
  }

  private static void waits(SafetyQuestion question, Turn turn) {
    assertEquals(Optional.of(question), waiting(turn), shown(turn));
    assertEquals(
        1,
        turn.shown().stream().filter(line -> line.kind() == Line.Kind.ASK).count(),
        "one question a turn: " + shown(turn));
  }

  private Turn tap(SafetyQuestion question, Reply reply) {
    return room.tap("safety:" + question.key() + "," + reply.name().toLowerCase(Locale.ROOT));
  }

  private List<RiskItem> items() {
    var desk = new RiskDesk(room.shelves);
    return desk.items(desk.open(CLINIC));
  }

  @Test
  void a_calm_denial_is_asked_three_things_and_then_thanked() {
    waits(SafetyQuestion.WISH, room.say(CONCERN));
    waits(SafetyQuestion.THOUGHTS, room.say("No"));
    waits(SafetyQuestion.EVER, room.say("no"));
    Turn end = room.say("No, never");

    assertEquals(Optional.empty(), waiting(end));
    assertEquals(Course.NO, end.state().safety().orElseThrow().course());
    assertTrue(shown(end).contains("Thank you"), shown(end));
    assertTrue(end.state().run().orElseThrow().running());
    assertEquals(Line.Kind.ASK, end.shown().getLast().kind(), "the exercise goes on");
    assertEquals(1, items().size(), "one flag, with one story");
    assertEquals(
        List.of("No", "no", "No, never"),
        items().getFirst().talk().orElseThrow().answers().stream()
            .map(SafetyAnswer::words)
            .toList());
    assertFalse(items().getFirst().talk().orElseThrow().answers().getFirst().asked().isBlank());
  }

  @Test
  void a_no_that_says_it_all_is_not_asked_about_twice() {
    room.say(CONCERN);
    Turn ever = room.say("no, I'm safe, it's just a bad day");
    waits(SafetyQuestion.EVER, ever);
    assertEquals(2, ever.state().safety().orElseThrow().answers().size());
  }

  @Test
  void thoughts_lead_to_how_whether_and_when_and_then_to_the_past() {
    waits(SafetyQuestion.WISH, room.say(CONCERN));
    waits(SafetyQuestion.THOUGHTS, tap(SafetyQuestion.WISH, Reply.YES));
    waits(SafetyQuestion.METHOD, room.say("yes, sometimes"));
    waits(SafetyQuestion.INTENT, tap(SafetyQuestion.METHOD, Reply.NO));
    waits(SafetyQuestion.PLAN, tap(SafetyQuestion.INTENT, Reply.NO));
    waits(SafetyQuestion.EVER, tap(SafetyQuestion.PLAN, Reply.NO));
    waits(SafetyQuestion.RECENT, tap(SafetyQuestion.EVER, Reply.YES));
    Turn end = tap(SafetyQuestion.RECENT, Reply.NO);

    assertEquals(Course.YES, end.state().safety().orElseThrow().course());
    assertTrue(end.state().hold().isEmpty());
    assertTrue(shown(end).contains("same working day"), shown(end));
    assertTrue(shown(end).contains("safety plan"));
    assertEquals(new Scripted("safety"), end.closing().orElseThrow().outcome());
    assertEquals(1, items().size(), "answers add to the one flag");
    assertEquals(7, items().getFirst().talk().orElseThrow().answers().size());
  }

  @Test
  void the_exercise_goes_on_only_if_the_client_wishes() {
    thoughtsOnly();
    var before = room.shelves.turns().last(MAYA, 1).getFirst().state().run();
    Turn words = room.say("My boss walked past me");
    assertEquals(new Held("safety"), words.closing().orElseThrow().outcome());
    assertEquals(before, words.state().run());

    Turn again = room.say("Let's carry on");
    assertEquals(Line.Kind.ASK, again.shown().getLast().kind());
    assertInstanceOf(Scripted.class, again.closing().orElseThrow().outcome());
    Turn on = room.say("My boss walked past me at 9 in the corridor");
    assertFalse(on.closing().orElseThrow().outcome() instanceof Held, shown(on));
  }

  private void thoughtsOnly() {
    room.say(CONCERN);
    tap(SafetyQuestion.WISH, Reply.YES);
    tap(SafetyQuestion.THOUGHTS, Reply.NO);
    tap(SafetyQuestion.EVER, Reply.NO);
  }

  @ParameterizedTest
  @EnumSource(
      value = SafetyQuestion.class,
      names = {"METHOD", "INTENT", "PLAN", "RECENT"})
  void a_yes_to_how_whether_when_or_lately_is_a_crisis_and_a_hold_at_once(SafetyQuestion grave) {
    Turn turn = room.say(CONCERN);
    for (int i = 0; i < 9 && turn.state().hold().isEmpty(); i++) {
      SafetyQuestion asked = waiting(turn).orElseThrow();
      boolean yes =
          asked == grave || asked == SafetyQuestion.THOUGHTS || asked == SafetyQuestion.EVER;
      turn = tap(asked, yes ? Reply.YES : Reply.NO);
    }
    assertEquals(new Escalated(Level.CRISIS), turn.closing().orElseThrow().outcome());
    assertTrue(turn.state().hold().isPresent());
    assertTrue(shown(turn).contains("999"));
    assertEquals(Optional.empty(), waiting(turn), "nothing more is asked");
    assertEquals(2, items().size(), "the first flag and an urgent one");
    RiskItem urgent = items().getLast();
    assertEquals(Level.CRISIS, urgent.flag().level());
    assertEquals(
        grave,
        urgent.talk().orElseThrow().answers().getLast().question(),
        "the urgent flag carries the question that was answered");
  }

  @Test
  void recent_behaviour_told_in_one_breath_needs_no_second_question() {
    room.say(CONCERN);
    room.say("no");
    room.say("no");
    Turn end = room.say("yes, last week");
    assertTrue(end.state().hold().isPresent(), shown(end));
  }

  @Test
  void what_was_long_ago_is_not_asked_about_again_and_holds_nothing() {
    room.say(CONCERN);
    room.say("no");
    room.say("no");
    Turn end = room.say("Yes, years ago");
    assertTrue(end.state().hold().isEmpty());
    assertEquals(Course.YES, end.state().safety().orElseThrow().course());
  }

  @Test
  void unclear_words_are_asked_about_once_more_and_then_stay_unknown() {
    room.say(CONCERN);
    Turn again = room.say("idk");
    waits(SafetyQuestion.WISH, again);
    assertTrue(again.state().safety().orElseThrow().again());
    Turn next = room.say("hard to say");
    waits(SafetyQuestion.THOUGHTS, next);
    SafetyAnswer answer = next.state().safety().orElseThrow().answers().getFirst();
    assertEquals(Reply.UNKNOWN, answer.reply());
    assertEquals("hard to say", answer.words());
  }

  @Test
  void whoever_will_not_answer_is_not_pressed_and_is_not_taken_for_a_no() {
    room.say(CONCERN);
    waits(SafetyQuestion.THOUGHTS, tap(SafetyQuestion.WISH, Reply.DECLINED));
    Turn end = room.say("I don't want to talk about it");
    assertEquals(Optional.empty(), waiting(end));
    assertEquals(Course.UNKNOWN, end.state().safety().orElseThrow().course());
    assertTrue(shown(end).contains("same working day"), shown(end));
    assertEquals(new Held("safety"), room.say("hm").closing().orElseThrow().outcome());
  }

  @Test
  void whatever_is_written_between_is_heard_first() {
    room.say(CONCERN);
    Turn crisis = room.say("I want to kill myself");
    assertEquals(new Escalated(Level.CRISIS), crisis.closing().orElseThrow().outcome());
    assertTrue(crisis.state().hold().isPresent());
    assertEquals(Optional.empty(), waiting(crisis));
    assertEquals(new Held("hold"), room.say("no").closing().orElseThrow().outcome());
  }

  @Test
  void the_question_stands_beside_help_and_whatever_else_is_tapped() {
    room.say(CONCERN);
    for (String move : List.of("grounding", "numbers", "plan:1", "skip", "start:check_in")) {
      waits(SafetyQuestion.WISH, room.tap(move));
    }
    Turn stopped = room.tap("stop");
    assertEquals(Optional.of(SafetyQuestion.WISH), waiting(stopped));
    assertFalse(stopped.state().run().orElseThrow().running(), "stopping is always allowed");
  }

  @Test
  void a_crash_in_the_middle_leaves_the_question_standing() {
    room.say(CONCERN);
    var crashing = new CrashingShelves(room.shelves);
    TurnPipeline doomed = room.spine(crashing.shelves());
    crashing.failClosing = true;
    var message = new Arrival.Message(room.nextId(), "no");
    assertThrows(IllegalStateException.class, () -> doomed.take(MAYA, message, Watcher.NOBODY));

    room.spine(room.shelves).recover();

    Turn turn = room.shelves.turns().last(MAYA, 1).getFirst();
    assertFalse(turn.open());
    waits(SafetyQuestion.THOUGHTS, turn);
    assertEquals(1, turn.state().safety().orElseThrow().answers().size());
    assertEquals(1, items().getFirst().talk().orElseThrow().answers().size());
    waits(SafetyQuestion.EVER, room.say("no"));
  }

  @Test
  void thanks_come_before_the_notice_of_a_limit_and_of_a_withdrawn_agreement() {
    room.say(CONCERN);
    room.say("no");
    room.say("no");
    room.plan(plan -> plan.pausing(true));
    Turn paused = room.say("no");
    assertEquals(new Held("paused"), paused.closing().orElseThrow().outcome());
    assertTrue(paused.shown().getFirst().text().contains("Thank"), shown(paused));
    assertTrue(paused.shown().getLast().text().contains("paused"), shown(paused));

    var other = new SafetyTalkTest();
    other.begin();
    other.room.say(CONCERN);
    other.room.say("no, nothing like that");
    other
        .room
        .shelves
        .consents()
        .change(MAYA, c -> new Consent("1", true, c.givenAt(), Optional.of(other.room.clock.now)));
    Turn withdrawn = other.room.say("never");
    assertEquals(new Held("not_agreed"), withdrawn.closing().orElseThrow().outcome());
    assertTrue(withdrawn.shown().getFirst().text().contains("Thank"), shown(withdrawn));
  }

  @Test
  void answers_use_up_no_messages() {
    Turn first = room.say(CONCERN);
    Turn last = room.say("no");
    assertEquals(first.state().usage().messages(), last.state().usage().messages());
  }

  @Test
  void later_the_same_day_less_is_asked_and_the_next_day_all_of_it() {
    room.say(CONCERN);
    room.say("no, nothing like that");
    room.say("no");
    room.clock.now = room.clock.now.plus(Duration.ofHours(2));
    Turn again = room.say(CONCERN);
    waits(SafetyQuestion.THOUGHTS, again);
    assertTrue(again.state().safety().orElseThrow().brief());
    Turn end = room.say("no");
    assertEquals(Optional.empty(), waiting(end));
    Turn soon = room.say(CONCERN);
    assertEquals(Optional.empty(), waiting(soon), "not a third time within minutes");
    assertEquals(new Escalated(Level.CONCERN), soon.closing().orElseThrow().outcome());
    assertEquals(3, items().size(), "and each is a flag of its own");
    room.clock.now = room.clock.now.plus(Duration.ofHours(20));
    waits(SafetyQuestion.WISH, room.say(CONCERN));
  }

  @Test
  void an_answer_after_a_person_took_the_flag_is_a_flag_again() {
    room.say(CONCERN);
    RiskItem item = items().getFirst();
    new RiskDesk(room.shelves)
        .acknowledge(
            MAYA,
            item.flag().id(),
            new RiskItem.Acknowledgement(Room.AMARA, "Amara Obi", room.clock.now, "Read it"));
    Turn yes = room.say("yes");
    assertEquals(1, yes.flags().size());
    assertEquals(1, items().size());
    assertEquals("yes", items().getFirst().words());
    assertTrue(items().getFirst().talk().isPresent());
  }

  @Test
  void a_question_left_for_a_day_is_not_taken_for_the_next_thing_said() {
    room.say(CONCERN);
    room.clock.now = room.clock.now.plus(Duration.ofHours(25));
    Turn next = room.say("My boss walked past me at 9 today in the corridor");
    assertEquals(Optional.empty(), waiting(next));
    assertTrue(
        room.shelves
            .risk()
            .get(new OfClient<>(MAYA, items().getFirst().flag().id()))
            .orElseThrow()
            .acknowledged()
            .isEmpty());
  }

  @Test
  void a_yes_from_a_page_left_open_is_heard_even_on_hold() {
    room.say("I want to kill myself");
    Turn late = tap(SafetyQuestion.PLAN, Reply.YES);
    assertEquals(Level.CRISIS, late.screening().level());
    assertEquals(1, late.flags().size());
  }

  @Test
  void nothing_that_is_said_or_stored_names_a_level_of_risk() {
    thoughtsOnly();
    for (Turn turn : room.shelves.turns().last(MAYA, 20)) {
      String text = shown(turn).toLowerCase(Locale.ROOT);
      assertFalse(text.matches("(?s).*\\b(low|moderate|high) risk\\b.*"), text);
    }
  }
}
