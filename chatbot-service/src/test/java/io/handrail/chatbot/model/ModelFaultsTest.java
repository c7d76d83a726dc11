package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a model can misbehave ends in the right way, in time, with the connection closed. */
class ModelFaultsTest {
  private static final Prompts PROMPTS = Prompts.bundled();
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(1500), Duration.ofMillis(700), Duration.ofMillis(3000));

  /** What each mode must end in; a mode that is missing here fails the test below. */
  private static final Map<Mode, String> ENDINGS =
      Map.ofEntries(
          Map.entry(Mode.NORMAL, "done"),
          Map.entry(Mode.FENCED, "done"),
          Map.entry(Mode.HANG_AT_END, "done"),
          Map.entry(Mode.WRONG_NEXT, "done"),
          Map.entry(Mode.UNSAFE, "done"),
          Map.entry(Mode.TWO_QUESTIONS, "done"),
          Map.entry(Mode.WRONG_LANGUAGE, "done"),
          Map.entry(Mode.REFUSE, "model_down"),
          Map.entry(Mode.DROP, "model_down"),
          Map.entry(Mode.TOO_MANY_REQUESTS, "model_down"),
          Map.entry(Mode.SERVER_ERROR, "model_down"),
          Map.entry(Mode.UNAUTHORISED, "model_down"),
          Map.entry(Mode.CUT_MID_WORD, "model_down"),
          Map.entry(Mode.HANG, "model_timeout"),
          Map.entry(Mode.HANG_AFTER_HEAD, "model_timeout"),
          Map.entry(Mode.HANG_HALFWAY, "model_timeout"),
          Map.entry(Mode.DRIP, "model_timeout"),
          Map.entry(Mode.KEEP_ALIVE_ONLY, "model_timeout"),
          Map.entry(Mode.STOP_MID_WORD, "model_invalid"),
          Map.entry(Mode.FLOOD, "model_invalid"),
          Map.entry(Mode.FLOOD_ONE_LINE, "model_invalid"),
          Map.entry(Mode.NONSENSE, "model_invalid"),
          Map.entry(Mode.WEB_PAGE, "model_invalid"),
          Map.entry(Mode.MALFORMED_SSE, "model_invalid"),
          Map.entry(Mode.BAD_JSON, "model_invalid"),
          Map.entry(Mode.ERROR_EVENT, "model_invalid"),
          Map.entry(Mode.EMPTY, "model_invalid"),
          Map.entry(Mode.DUPLICATE_CHUNKS, "model_invalid"));

  private final StubModel stub = StubModel.start();
  private final ModelPhrasing phrasing = phrasing(SHORT);

  private ModelPhrasing phrasing(Deadlines deadlines) {
    return ModelPhrasing.from(
        new ModelSettings(
            stub.url(),
            "stub",
            Optional.of("key"),
            Optional.empty(),
            false,
            deadlines,
            1_000_000,
            1_000_000,
            ModelSettings.BreakerSettings.USUAL),
        PROMPTS,
        Clock.systemUTC());
  }

  @AfterEach
  void close() {
    phrasing.close();
    stub.close();
  }

  static Stream<Mode> modes() {
    return EnumSet.allOf(Mode.class).stream();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void every_mode_ends_in_the_right_way_and_in_time(Mode mode) throws InterruptedException {
    stub.mode(mode);
    var heard = new Heard();
    long start = System.nanoTime();
    Result result = phrasing.phrase(Cases.moods(), heard);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(SHORT.total().plusMillis(1500)) < 0, () -> mode + " took " + took);
    assertEquals(
        ENDINGS.get(mode),
        switch (result) {
          case Result.Done done -> "done";
          case Result.Abandoned abandoned -> "abandoned";
          case Result.Failed failed -> failed.category();
        });
    boolean wellEnded = Set.of(Mode.NORMAL, Mode.FENCED).contains(mode);
    if (result instanceof Result.Failed && !wellEnded) assertAllClosedOrIdle();
  }

  @ParameterizedTest
  @MethodSource("modes")
  void what_is_shown_is_always_whole_sentences_of_the_answer(Mode mode) {
    var heard = new Heard();
    stub.mode(mode);
    phrasing.phrase(Cases.moods(), heard);
    for (String sentence : heard.sentences()) {
      assertTrue(sentence.matches("(?s).*[.!?]"), () -> mode + " showed: " + sentence);
    }
  }

  /** A connection that may be used again is one whose answer came to its end. */
  private void assertAllClosedOrIdle() throws InterruptedException {
    for (int i = 0; i < 120 && stub.connections() > 1; i++) Thread.sleep(25);
    assertTrue(stub.connections() <= 1);
  }

  @Test
  void a_model_that_hangs_is_given_up_at_the_first_token_deadline_and_let_go() throws Exception {
    for (Mode mode : List.of(Mode.HANG, Mode.HANG_AFTER_HEAD, Mode.KEEP_ALIVE_ONLY, Mode.DRIP)) {
      stub.mode(mode);
      long start = System.nanoTime();
      assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), new Heard()));
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis >= 1450 && millis < 2700, mode + " took " + millis);
      assertNoConnection(mode);
    }
  }

  @Test
  void a_stream_that_stalls_is_given_up_at_the_idle_deadline_and_let_go() throws Exception {
    stub.mode(Mode.HANG_HALFWAY);
    long start = System.nanoTime();
    assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), new Heard()));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis >= 650 && millis < 1400, "took " + millis);
    assertNoConnection(Mode.HANG_HALFWAY);
  }

  @Test
  void a_stream_that_never_stalls_is_given_up_at_the_total_deadline() throws Exception {
    stub.pace(Duration.ZERO, Duration.ofMillis(200));
    long start = System.nanoTime();
    var heard = new Heard();
    var failed = assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), heard));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertEquals("model_timeout", failed.category());
    assertTrue(millis >= 2950 && millis < 4500, "took " + millis);
    assertNoConnection(Mode.NORMAL);
  }

  @Test
  void a_slow_first_token_within_the_deadline_is_waited_for() {
    stub.pace(Duration.ofMillis(900), Duration.ZERO);
    assertInstanceOf(Result.Done.class, phrasing.phrase(Cases.moods(), new Heard()));
  }

  @Test
  void a_flood_is_cut_off_long_before_its_end() throws Exception {
    for (Mode mode : List.of(Mode.FLOOD, Mode.FLOOD_ONE_LINE)) {
      stub.mode(mode);
      assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), new Heard()));
      assertNoConnection(mode);
    }
  }

  @Test
  void a_stream_cut_in_a_word_keeps_its_draft_for_the_log_and_shows_only_what_is_whole() {
    stub.mode(Mode.CUT_MID_WORD);
    var heard = new Heard();
    var failed = assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), heard));
    assertTrue(failed.soFar().startsWith("You wrote: "));
    assertTrue(failed.soFar().length() > String.join(" ", heard.sentences()).length());
    assertEquals(1, heard.sentences().size());
  }

  private void assertNoConnection(Mode mode) throws InterruptedException {
    for (int i = 0; i < 120 && stub.connections() > 0; i++) Thread.sleep(25);
    assertEquals(0, stub.connections(), mode + " still holds a connection");
  }
}
