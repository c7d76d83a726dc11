package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskItem.Acknowledgement;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskTest {
  private static final String WORDS = "I want to kill myself tonight";

  private Practice practice;
  private Life amara;
  private String flag;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofHours(3), "Hello", "What happened?");
    flag = amara.alarms(Duration.ofMinutes(42), WORDS, "kill myself");
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Acknowledgement answer(String of) {
    return practice
        .shelves
        .risk()
        .get(new OfClient<>(amara.id, of))
        .orElseThrow()
        .acknowledged()
        .orElse(null);
  }

  private HttpResponse<String> acknowledge(Browser browser, String of, String action) {
    return browser.post("/clients/amara/flags/acknowledge", "flag", of, "action", action);
  }

  @Test
  void the_queue_shows_the_exact_words_the_signals_and_how_long_it_has_waited() {
    String page = maya.get("/risk").body();
    assertTrue(page.contains(WORDS));
    assertTrue(page.contains("intent explicit"));
    assertTrue(page.contains("waiting 42 minutes"));
    assertTrue(page.contains("/clients/amara/log?turn=2#turn-2"));
    assertTrue(maya.get("/caseload").body().contains("1 flag to answer now"));
    assertEquals("{\"waiting\":1}", maya.json("/risk/count").body());
  }

  @Test
  void an_answer_is_stored_with_the_person_the_time_and_what_was_done() {
    String page =
        maya.submit(
                "/clients/amara/flags/acknowledge",
                "flag",
                flag,
                "action",
                " Called, spoke 10 min ")
            .body();
    assertTrue(page.contains("Stored"));
    assertEquals(
        new Acknowledgement(
            Practice.MAYA, "Maya Lindqvist", practice.clock.instant(), "Called, spoke 10 min"),
        answer(flag));
    assertEquals("{\"waiting\":0}", maya.json("/risk/count").body());
    assertEquals(0, amara.row().openFlags());
    assertTrue(page.contains("On hold, answered"));
    assertTrue(maya.get("/clients/amara/log").body().contains("Called, spoke 10 min"));
  }

  @Test
  void a_flag_is_not_closed_without_saying_what_was_done() {
    HttpResponse<String> refused = acknowledge(maya, flag, "   ");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("Write what you did"));
    assertEquals(null, answer(flag));
    String long_ = "x".repeat(2001);
    HttpResponse<String> tooLong = acknowledge(maya, flag, long_);
    assertEquals(422, tooLong.statusCode());
    assertTrue(tooLong.body().contains(long_), "nothing typed is lost");
  }

  @Test
  void the_first_answer_stands_and_the_second_person_sees_both() {
    acknowledge(maya, flag, "Called at two");
    practice.clock.forward(Duration.ofMinutes(3));
    HttpResponse<String> second = acknowledge(maya, flag, "Wrote a letter");
    assertEquals(409, second.statusCode());
    assertTrue(second.body().contains("Called at two"));
    assertTrue(second.body().contains("Wrote a letter"));
    assertEquals("Called at two", answer(flag).action());
  }

  @Test
  void one_answer_covers_the_flags_that_were_on_the_page_and_no_later_one() {
    String second = amara.alarms(Duration.ofMinutes(5), "nobody would notice", "nobody");
    String page = maya.get("/risk").body();
    assertTrue(page.contains("these 2 flags"));
    String third = amara.alarms(Duration.ofMinutes(1), "goodbye", "goodbye");
    maya.post("/clients/amara/flags/acknowledge", "flag", flag, "flag", second, "action", "Called");
    assertEquals("Called", answer(flag).action());
    assertEquals("Called", answer(second).action());
    assertEquals(null, answer(third));
    assertEquals(1, amara.row().openFlags());
  }

  @Test
  void a_flag_of_another_client_cannot_be_answered_through_this_one() {
    Life bea = practice.client("bea", "Bea", Practice.TOM);
    String other = bea.alarms(Duration.ofMinutes(2), "help", "help");
    assertEquals(404, acknowledge(maya, other, "Called").statusCode());
    assertTrue(
        practice
            .shelves
            .risk()
            .get(new OfClient<>(bea.id, other))
            .orElseThrow()
            .acknowledged()
            .isEmpty());
  }

  @Test
  void a_hold_is_released_by_a_named_person_with_a_note_and_holds_no_more() {
    acknowledge(maya, flag, "Called");
    String page = maya.submit("/clients/amara/hold/release", "note", "Safe, seen in person").body();
    assertTrue(page.contains("released"));
    Turn last = amara.last();
    assertEquals(
        new Opening.HoldReleased(Practice.MAYA, "Maya Lindqvist", "Safe, seen in person"),
        last.opening());
    assertEquals(new Outcome.Noted(), last.closing().map(Closing::outcome).orElseThrow());
    assertTrue(last.state().hold().isEmpty());
    assertEquals(Level.NONE, last.state().carried());
    assertFalse(amara.row().held());
    String log = maya.get("/clients/amara/log").body();
    assertTrue(log.contains("released the hold"));
    assertTrue(log.contains("Safe, seen in person"));
  }

  @Test
  void a_hold_is_not_released_while_a_flag_is_open_or_without_a_note() {
    HttpResponse<String> open = maya.post("/clients/amara/hold/release", "note", "fine");
    assertEquals(409, open.statusCode());
    assertTrue(open.body().contains("Answer them first"));
    acknowledge(maya, flag, "Called");
    assertEquals(422, maya.post("/clients/amara/hold/release", "note", " ").statusCode());
    assertTrue(amara.last().state().hold().isPresent());
  }

  @Test
  void sending_an_answer_or_a_release_twice_does_it_once() {
    acknowledge(maya, flag, "Called");
    practice.clock.forward(Duration.ofSeconds(1));
    assertEquals(303, acknowledge(maya, flag, "Called").statusCode());
    assertEquals(303, maya.post("/clients/amara/hold/release", "note", "Safe").statusCode());
    long seq = amara.last().id().seq();
    assertEquals(303, maya.post("/clients/amara/hold/release", "note", "Safe").statusCode());
    assertEquals(seq, amara.last().id().seq());
  }

  @Test
  void a_client_who_writes_while_the_hold_is_released_loses_nothing() throws Exception {
    acknowledge(maya, flag, "Called");
    try (var both = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var writes =
          both.submit(() -> {
            int written = 0;
            for (int i = 0; i < 40; i++) {
              try {
                amara.says(Duration.ZERO, "still here " + i, "And?");
                written++;
              } catch (AssertionError taken) {
                i--; // the place was taken by the release; again on the next one
              }
            }
            return written;
          });
      var released =
          both.submit(() -> maya.post("/clients/amara/hold/release", "note", "Safe").statusCode());
      assertEquals(40, writes.get());
      assertEquals(303, released.get());
    }
    assertEquals(43, amara.last().id().seq(), "two before, forty and the release, without gaps");
    assertTrue(amara.last().state().hold().isEmpty());
  }

  @Test
  void a_hold_that_is_over_says_so_and_writes_nothing() {
    acknowledge(maya, flag, "Called");
    maya.post("/clients/amara/hold/release", "note", "Safe");
    long seq = amara.last().id().seq();
    HttpResponse<String> again = maya.post("/clients/amara/hold/release", "note", "Safe too");
    assertEquals(409, again.statusCode());
    assertTrue(again.body().contains("released already"));
    assertTrue(again.body().contains("Safe too"), "nothing typed is lost");
    assertEquals(seq, amara.last().id().seq());
  }

  @Test
  void what_asks_for_most_stands_first_on_the_caseload() {
    Life bea = practice.client("bea", "Bea", Practice.MAYA);
    bea.alarms(Duration.ofHours(5), Level.CONCERN, "better off without me", "without me");
    Life cy = practice.client("cy", "Cy", Practice.MAYA);
    cy.says(Duration.ofHours(1), "Hello", "What happened?");
    Life dee = practice.client("dee", "Dee", Practice.MAYA);
    String answered = dee.alarms(Duration.ofHours(9), WORDS, "kill myself");
    maya.post("/clients/dee/flags/acknowledge", "flag", answered, "action", "Called");
    Life eve = practice.client("eve", "Eve", Practice.MAYA);
    eve.proposes("h1", "Walk", "Sunday");
    String page = maya.get("/caseload").body();
    int at = -1;
    for (String name : new String[] {"Amara", "Dee", "Bea", "Eve", "Cy"}) {
      int next = page.indexOf(">" + name + "<");
      assertTrue(next > at, name + " in its place");
      at = next;
    }
  }

  @Test
  void low_risk_is_never_printed() {
    for (String path :
        new String[] {"/caseload", "/risk", "/clients/amara", "/clients/amara/log"}) {
      assertFalse(maya.get(path).body().toLowerCase().contains("low risk"), path);
    }
  }
}
