package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.model.ModelSettings.BreakerSettings;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.turn.Phrasing.Listener;
import io.handrail.chatbot.turn.Phrasing.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelPhrasingTest {
  private static final Prompts PROMPTS = Prompts.bundled();
  private final StubModel stub = StubModel.start();
  private final List<ModelPhrasing> opened = new ArrayList<>();
  private final MovedClock clock = new MovedClock();

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T22:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private ModelPhrasing phrasing(long tokensPerDay, BreakerSettings breaker) {
    var phrasing =
        ModelPhrasing.from(
            new ModelSettings(
                stub.url(),
                "stub-1",
                Optional.of("secret-key"),
                Optional.of(0.3),
                true,
                Deadlines.USUAL,
                tokensPerDay,
                1_000_000,
                breaker),
            PROMPTS,
            clock);
    opened.add(phrasing);
    return phrasing;
  }

  private ModelPhrasing phrasing() {
    return phrasing(1_000_000, BreakerSettings.USUAL);
  }

  @AfterEach
  void close() {
    opened.forEach(ModelPhrasing::close);
    stub.close();
  }

  @Test
  void a_good_answer_is_told_as_captures_and_sentences_in_the_clients_own_words() {
    var heard = new Heard();
    var done = assertInstanceOf(Result.Done.class, phrasing().phrase(Cases.moods(), heard));
    assertEquals("stub-1", done.model());
    assertEquals("phrasing@1.2.0", done.prompt());
    assertEquals(
        Map.of(
            "captures",
            Map.of(
                "moods",
                List.of(
                    Map.of("name", "sad", "intensity", 80L),
                    Map.of("name", "ashamed", "intensity", 65L))),
            "next",
            "thoughts"),
        heard.events.getFirst());
    assertEquals(
        List.of(
            "You wrote: My boss Ana Ruiz asked for the figures and I froze sad 80.",
            "What was going through your mind just then?"),
        heard.sentences());
    assertEquals(String.join(" ", heard.sentences()), done.reply());
  }

  @Test
  void one_turn_is_one_call_and_every_event_comes_on_the_callers_thread() throws Exception {
    var heard = new Heard();
    var phrasing = phrasing();
    Thread caller = Thread.ofVirtual().start(() -> phrasing.phrase(Cases.moods(), heard));
    caller.join();
    assertEquals(1, stub.requests());
    assertEquals(3, heard.threads.size());
    heard.threads.forEach(thread -> assertSame(caller, thread));
  }

  @Test
  void sentences_are_told_while_the_rest_is_still_to_come() {
    stub.pace(Duration.ZERO, Duration.ofMillis(15));
    var times = new ArrayList<Long>();
    var phrasing = phrasing();
    phrasing.phrase(
        Cases.moods(),
        new Listener() {
          @Override
          public boolean captured(Map<String, Object> captures, String next) {
            times.add(System.nanoTime());
            return true;
          }

          @Override
          public boolean sentence(String sentence) {
            times.add(System.nanoTime());
            return true;
          }
        });
    assertEquals(3, times.size());
    assertTrue(times.get(1) - times.get(0) > 100_000_000);
    assertTrue(times.get(2) - times.get(1) > 100_000_000);
  }

  @Test
  void nothing_that_names_the_client_is_in_any_request() {
    var request = Cases.moods();
    phrasing().phrase(request, new Heard());
    Asked asked = stub.asked().getFirst();
    String whole = asked.path() + asked.headers() + asked.body();
    for (String private_ : List.of("Ana", "Ruiz", "Tomás", "ana@clinic", "07700", "900123")) {
      assertFalse(whole.contains(private_), private_);
    }
    assertTrue(asked.said().contains("sad 80, ashamed 65"), asked.said());
    assertTrue(asked.body().contains("avoid talk of weight"));
  }

  @Test
  void the_request_is_what_an_openai_compatible_endpoint_takes() {
    phrasing().phrase(Cases.moods(), new Heard());
    Asked asked = stub.asked().getFirst();
    assertEquals("/v1/chat/completions", asked.path());
    assertEquals("Bearer secret-key", asked.headers().get("authorization"));
    assertTrue(
        asked.body().contains("\"stream\" : true") || asked.body().contains("\"stream\":true"));
    assertTrue(asked.body().contains("json_object"));
    assertTrue(asked.body().contains("stub-1"));
    assertFalse(asked.body().contains("tools"));
  }

  @Test
  void the_plan_decides_which_prompt_is_used_and_off_asks_nobody() {
    var phrasing = phrasing();
    var guided = Cases.moods(ModelUse.GUIDED, "sad 50", Set.of());
    var done = assertInstanceOf(Result.Done.class, phrasing.phrase(guided, new Heard()));
    assertEquals("guided@1.2.0", done.prompt());
    var off = Cases.moods(ModelUse.OFF, "sad 50", Set.of());
    var failed = assertInstanceOf(Result.Failed.class, phrasing.phrase(off, new Heard()));
    assertEquals("model_off", failed.category());
    assertEquals(1, stub.requests());
  }

  @Test
  void abandoning_ends_the_call_and_closes_the_connection() throws Exception {
    stub.pace(Duration.ZERO, Duration.ofMillis(20));
    var phrasing = phrasing();
    for (int most = 1; most <= 2; most++) {
      var heard = new Heard(most);
      long start = System.nanoTime();
      var result = phrasing.phrase(Cases.moods(), heard);
      assertInstanceOf(Result.Abandoned.class, result);
      assertEquals(most, heard.events.size());
      assertTrue(System.nanoTime() - start < 1_150_000_000L, "60 pieces would take 1.2 s");
      assertNoConnection();
    }
  }

  @Test
  void an_interrupted_caller_abandons_at_once_and_stays_interrupted() throws Exception {
    stub.mode(Mode.HANG);
    var phrasing = phrasing();
    var result = new AtomicReference<Result>();
    var still = new AtomicReference<Boolean>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              result.set(phrasing.phrase(Cases.moods(), new Heard()));
              still.set(Thread.currentThread().isInterrupted());
            });
    while (stub.requests() == 0) Thread.sleep(10);
    caller.interrupt();
    assertTrue(caller.join(Duration.ofSeconds(2)));
    assertInstanceOf(Result.Abandoned.class, result.get());
    assertTrue(still.get());
    assertNoConnection();
  }

  @Test
  void a_fault_of_the_listener_is_its_own_and_closes_the_connection() throws Exception {
    stub.pace(Duration.ZERO, Duration.ofMillis(30));
    var phrasing = phrasing();
    Listener broken =
        new Listener() {
          @Override
          public boolean captured(Map<String, Object> captures, String next) {
            throw new IllegalStateException("the store is down");
          }

          @Override
          public boolean sentence(String sentence) {
            return true;
          }
        };
    var thrown =
        assertThrows(IllegalStateException.class, () -> phrasing.phrase(Cases.moods(), broken));
    assertEquals("the store is down", thrown.getMessage());
    assertNoConnection();
  }

  @Test
  void one_quick_retry_before_the_first_byte_and_no_second() {
    var phrasing = phrasing();
    for (Mode passing : List.of(Mode.TOO_MANY_REQUESTS, Mode.SERVER_ERROR, Mode.DROP)) {
      int before = stub.requests();
      stub.once(passing);
      assertInstanceOf(Result.Done.class, phrasing.phrase(Cases.moods(), new Heard()));
      assertEquals(before + 2, stub.requests(), passing.name());
    }
    int before = stub.requests();
    stub.once(Mode.SERVER_ERROR, Mode.SERVER_ERROR);
    assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), new Heard()));
    assertEquals(before + 2, stub.requests());
  }

  @Test
  void what_cannot_get_better_is_not_asked_twice() {
    var phrasing = phrasing();
    for (Mode lasting : List.of(Mode.UNAUTHORISED, Mode.CUT_MID_WORD, Mode.NONSENSE)) {
      int before = stub.requests();
      stub.once(lasting);
      assertInstanceOf(Result.Failed.class, phrasing.phrase(Cases.moods(), new Heard()));
      assertEquals(before + 1, stub.requests(), lasting.name());
    }
  }

  @Test
  void a_dead_model_is_asked_no_more_until_a_probe_finds_it_well() throws Exception {
    var phrasing = phrasing(1_000_000, new BreakerSettings(2, 4, Duration.ofMillis(300)));
    stub.mode(Mode.UNAUTHORISED);
    for (int i = 0; i < 2; i++) assertEquals("model_down", category(phrasing));
    int asked = stub.requests();
    assertEquals("breaker_open", category(phrasing));
    assertEquals(asked, stub.requests());

    Thread.sleep(350);
    assertEquals("model_down", category(phrasing));
    assertEquals(asked + 1, stub.requests());
    assertEquals("breaker_open", category(phrasing));

    Thread.sleep(350);
    stub.mode(Mode.NORMAL).pace(Duration.ofMillis(300), Duration.ZERO);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> probe = pool.submit(() -> category(phrasing));
      while (stub.requests() == asked + 1) Thread.sleep(5);
      assertEquals("breaker_open", category(phrasing), "one probe at a time");
      assertEquals("done", probe.get(5, TimeUnit.SECONDS));
    }
    assertEquals("done", category(phrasing));
  }

  @Test
  void garbage_does_not_open_the_breaker_for_everybody() {
    var phrasing = phrasing(1_000_000, new BreakerSettings(2, 4, Duration.ofSeconds(30)));
    stub.mode(Mode.NONSENSE);
    for (int i = 0; i < 5; i++) assertEquals("model_invalid", category(phrasing));
    stub.mode(Mode.NORMAL);
    assertEquals("done", category(phrasing));
  }

  @Test
  void a_spent_budget_asks_nobody_until_the_next_day() {
    // The stub reports 1,260 tokens a call; a call must have its highest cost left to begin.
    var phrasing = phrasing(6_000, BreakerSettings.USUAL);
    int done = 0;
    while (category(phrasing).equals("done")) done++;
    assertTrue(done >= 1 && done <= 4, "calls: " + done);
    assertEquals("budget", category(phrasing));
    assertEquals(done, stub.requests());
    clock.now = clock.now.plus(Duration.ofHours(3));
    assertEquals("done", category(phrasing));
  }

  @Test
  void calls_at_once_cannot_overspend_together() throws Exception {
    stub.pace(Duration.ofMillis(200), Duration.ZERO);
    var phrasing = phrasing(6_000, BreakerSettings.USUAL);
    var go = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<String>>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            pool.submit(() -> {
              go.await();
              return category(phrasing);
            }));
      }
      go.countDown();
      int done = 0;
      for (Future<String> call : calls) if (call.get().equals("done")) done++;
      assertTrue(done >= 1 && done <= 2, "calls under way together: " + done);
    }
  }

  @Test
  void an_endpoint_without_keys_gets_no_authorisation() {
    var phrasing =
        ModelPhrasing.from(
            new ModelSettings(stub.url(), "local", Optional.empty()), PROMPTS, clock);
    opened.add(phrasing);
    assertEquals("done", category(phrasing));
    assertFalse(stub.asked().getFirst().headers().containsKey("authorization"));
  }

  @Test
  void without_a_model_there_is_none() {
    assertFalse(new NoModel().available());
    assertInstanceOf(Result.Failed.class, new NoModel().phrase(Cases.moods(), new Heard()));
  }

  private String category(ModelPhrasing phrasing) {
    return switch (phrasing.phrase(Cases.moods(), new Heard())) {
      case Result.Done done -> "done";
      case Result.Abandoned abandoned -> "abandoned";
      case Result.Failed failed -> failed.category();
    };
  }

  private void assertNoConnection() throws InterruptedException {
    for (int i = 0; i < 120 && stub.connections() > 0; i++) Thread.sleep(25);
    assertEquals(0, stub.connections());
  }
}
