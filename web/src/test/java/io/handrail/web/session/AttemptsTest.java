package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.web.Browser;
import io.handrail.web.HandClock;
import io.handrail.web.House;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final HandClock clock = new HandClock();
  private final Attempts attempts = new Attempts(clock);

  @Test
  void of_a_thousand_guesses_in_an_hour_ten_are_looked_at_and_the_owner_gets_in() {
    int looked = 0;
    for (int i = 0; i < 1000; i++) {
      if (attempts.wait("ana", "10.0.0.9").isZero()) {
        attempts.begin("ana", "10.0.0.9");
        looked++;
      }
      clock.forward(Duration.ofMillis(3600));
    }
    assertTrue(looked <= 10, "looked at " + looked);
    assertEquals(Duration.ZERO, attempts.wait("ana", "10.0.0.1"));
  }

  @Test
  void one_source_cannot_try_many_names_without_end() {
    int looked = 0;
    for (int i = 0; i < 1000; i++) {
      if (attempts.wait("name" + i, "10.0.0.9").isZero()) {
        attempts.begin("name" + i, "10.0.0.9");
        looked++;
      }
    }
    assertEquals(60, looked);
    clock.forward(Duration.ofMinutes(2));
    assertEquals(Duration.ZERO, attempts.wait("name1", "10.0.0.9"));
  }

  @Test
  void signing_in_well_many_times_is_no_offence() {
    for (int i = 0; i < 500; i++) {
      assertEquals(Duration.ZERO, attempts.wait("name" + i, "10.0.0.9"));
      attempts.begin("name" + i, "10.0.0.9");
      attempts.succeeded("name" + i, "10.0.0.9");
    }
  }

  @Test
  void memory_stays_bounded() {
    for (int i = 0; i < 60_000; i++) attempts.begin("name" + i, "10.0." + i / 250 + "." + i % 250);
    assertTrue(attempts.remembered() <= 40_000, "remembered " + attempts.remembered());
  }

  @Test
  void the_page_says_how_long_to_wait_and_the_same_for_names_that_do_not_exist() {
    try (House house = new House()) {
      var chat = house.service("chatbot");
      house.account(chat, "ana", House.ANA);
      String known = refused(House.browser(chat), "ana");
      String unknown = refused(House.browser(chat), "eve");
      assertEquals(known, unknown.replace("value=\"eve\"", "value=\"ana\""));
      assertTrue(known.contains("Please wait 2 minutes"), known);
    }
  }

  private static String refused(Browser browser, String name) {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, browser.signIn(name, "not the right one").statusCode());
    }
    var waiting = browser.signIn(name, House.PASSWORD);
    assertEquals(429, waiting.statusCode());
    return waiting.body();
  }
}
