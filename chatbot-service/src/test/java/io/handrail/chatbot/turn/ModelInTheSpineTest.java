package io.handrail.chatbot.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.guard.RuleGuard;
import io.handrail.chatbot.model.Deadlines;
import io.handrail.chatbot.model.ModelPhrasing;
import io.handrail.chatbot.model.ModelSettings;
import io.handrail.chatbot.model.stub.Answers;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole spine with the real guard and a model over HTTP that behaves, and misbehaves. */
class ModelInTheSpineTest {
  private final Room room = new Room();
  private final StubModel stub = StubModel.start();
  private final ModelPhrasing model =
      ModelPhrasing.from(
          new ModelSettings(
              stub.url(),
              "stub",
              Optional.empty(),
              Optional.empty(),
              false,
              new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(10)),
              10_000_000,
              1_000_000,
              new ModelSettings.BreakerSettings(1000, 1000, Duration.ofSeconds(1))),
          Prompts.in(Room.protocolsFolder().resolveSibling("prompts")),
          Clock.systemUTC());
  private final TurnPipeline spine =
      new TurnPipeline(
          room.shelves,
          room.screen,
          region -> "999",
          new Stepping(room.shelves, room.protocols, model, new RuleGuard()),
          room.clock,
          Duration.ZERO);

  @AfterEach
  void close() {
    model.close();
    stub.close();
  }

  private Turn say(String text) {
    return spine.take(Room.MAYA, new Arrival.Message(room.nextId(), text), Watcher.NOBODY);
  }

  private Turn tap(String move) {
    var tap = new Arrival.Tap(room.nextId(), Move.read(move).orElseThrow(), move);
    return spine.take(Room.MAYA, tap, Watcher.NOBODY);
  }

  private static Outcome outcome(Turn turn) {
    return turn.closing().orElseThrow().outcome();
  }

  @Test
  void a_model_words_an_exercise_and_is_never_told_who_the_client_is() {
    tap("start:thought_record");
    int replied = 0;
    for (String said :
        List.of(
            "On Monday at ten my manager said my name, Maya, in front of the team",
            "ashamed 80, anxious 70",
            "They all think I am useless")) {
      Turn turn = say(said);
      assertFalse(Room.shown(turn).isBlank());
      if (outcome(turn) instanceof Outcome.Replied) replied++;
    }
    assertEquals(3, replied, "turns worded by the model");
    for (Asked asked : stub.asked()) {
      assertFalse(asked.body().contains("Maya"));
      assertFalse(asked.body().contains("maya"));
      assertFalse(asked.body().contains("Amara"));
      assertFalse(asked.body().contains("riverside"));
    }
  }

  @Test
  void what_the_file_wants_read_is_read_whoever_words_the_question() {
    tap("start:piece_sleep");
    Turn turn = say("go on");
    String shown = Room.shown(turn);
    assertTrue(shown.contains("The clock likes the same time for getting up"), shown);
    assertEquals(new Outcome.Scripted("as_written"), outcome(turn));
    assertInstanceOf(Outcome.Replied.class, outcome(onToTheThoughtRecord()));
  }

  private Turn onToTheThoughtRecord() {
    tap("stop");
    tap("start:thought_record");
    return say("On Monday at ten my manager said my name in front of the team");
  }

  @Test
  void whatever_a_model_does_the_exercise_goes_on_with_whole_sentences() {
    for (Mode mode : Mode.values()) {
      // They end as HANG does, after the same wait.
      if (mode == Mode.DRIP || mode == Mode.KEEP_ALIVE_ONLY) continue;
      room.clock.now = room.clock.now.plus(Duration.ofDays(1));
      stub.mode(Mode.NORMAL);
      tap("start:thought_record");
      stub.mode(mode);
      long start = System.nanoTime();
      Turn turn = say("On Monday at ten my manager criticised my report in the meeting");
      assertTrue(System.nanoTime() - start < 14_000_000_000L, mode.name());
      String shown = Room.shown(turn);
      assertTrue(shown.strip().matches("(?s).*[.?!]"), () -> mode + ": " + shown);
      assertTrue(shown.contains("?"), () -> mode + " asks on: " + shown);
      assertFalse(shown.contains("love you") || shown.contains("tablets"), shown);
      switch (mode) {
        case UNSAFE, TWO_QUESTIONS -> assertInstanceOf(Outcome.Withheld.class, outcome(turn));
        case WRONG_NEXT, FLOOD -> assertEquals(new Outcome.Scripted("off_step"), outcome(turn));
        case HANG, HANG_AFTER_HEAD, HANG_HALFWAY ->
            assertEquals(new Outcome.Scripted("model_timeout"), outcome(turn));
        case CUT_MID_WORD, REFUSE, DROP, TOO_MANY_REQUESTS, SERVER_ERROR, UNAUTHORISED ->
            assertEquals(new Outcome.Scripted("model_down"), outcome(turn));
        case FLOOD_ONE_LINE,
            NONSENSE,
            WEB_PAGE,
            MALFORMED_SSE,
            BAD_JSON,
            EMPTY,
            STOP_MID_WORD,
            ERROR_EVENT,
            DUPLICATE_CHUNKS ->
            assertEquals(new Outcome.Scripted("model_invalid"), outcome(turn));
        case NORMAL, FENCED, HANG_AT_END ->
            assertEquals(new Outcome.Replied("stub"), outcome(turn), mode.name());
        // Which language a reply is in is for the guard to judge.
        case WRONG_LANGUAGE -> {}
        case DRIP, KEEP_ALIVE_ONLY -> throw new AssertionError("left out above");
      }
      tap("stop");
    }
  }

  @Test
  void what_was_said_in_this_conversation_no_model_says_again() {
    tap("start:thought_record");
    String own = "Thank you, that is clear and short.";
    stub.answer(asked -> Answers.good(asked, own + " " + question(asked)));
    Turn first = say("On Monday at ten my manager criticised my report in the meeting");
    assertInstanceOf(Outcome.Replied.class, outcome(first));
    assertTrue(Room.shown(first).contains(own));
    Turn second = say("ashamed 80, anxious 70");
    var withheld = assertInstanceOf(Outcome.Withheld.class, outcome(second));
    assertEquals(List.of("Repetition: said_before"), withheld.findings());
    assertTrue(withheld.draft().startsWith(own), "the log shows the draft");
    assertFalse(Room.shown(second).contains(own));
    assertTrue(Room.shown(second).contains("?"), "the script asks on");
  }

  @Test
  void a_question_that_was_heard_is_asked_in_the_words_that_were_not() {
    String asked = Room.shown(tap("start:thought_record"));
    String question = asked.substring(asked.lastIndexOf('\n') + 1);
    stub.answer(a -> Answers.answer(JsonNodeFactory.instance.objectNode(), a.waiting(), question));
    Turn turn = say("dunno");
    assertFalse(Room.shown(turn).contains(question), asked + " / " + turn.closing());
    assertTrue(Room.shown(turn).contains("?"), Room.shown(turn));
  }

  @Test
  void another_conversation_may_begin_with_the_same_words() {
    String own = "Thank you, that is clear and short.";
    stub.answer(asked -> Answers.good(asked, own + " " + question(asked)));
    for (int day = 0; day < 2; day++) {
      room.clock.now = room.clock.now.plus(Duration.ofDays(1));
      tap("start:thought_record");
      Turn turn = say("On Monday at ten my manager criticised my report in the meeting");
      assertTrue(Room.shown(turn).contains(own), Room.shown(turn));
      tap("stop");
    }
  }

  private static String question(Asked asked) {
    return asked.following().values().iterator().next();
  }
}
