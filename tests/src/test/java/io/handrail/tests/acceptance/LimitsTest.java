package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the therapist sets holds on the very next turn. */
class LimitsTest extends Story {
  @Test
  void a_limit_and_a_pause_hold_on_the_very_next_turn_and_risk_is_heard_beyond_them() {
    Visitor lena = with(browser.person(Screen.PHONE));
    var client = new ClientPages(lena, clinic.product().chat());
    client.signIn(clinic.who("lena"));
    client.agree();
    client.start("thought_record");
    client.answer("On Friday at eight I missed the bus and was late for work");
    Visitor therapist = with(browser.person(Screen.DESKTOP));
    var portal = new ClinicPages(therapist, clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    portal.limitMessages("lena", 1);
    portal.wellMade();
    String step = client.step();
    client.say("sad 70");
    assertThat(client.last()).containsText("last message for today");
    portal.limitMessages("lena", 60);
    portal.pause("lena");
    client.say("sad 70");
    assertThat(client.last()).containsText("paused");
    portal.endPause("lena");
    client.say("sad 70");
    assertTrue(!client.step().equals(step), "the exercise goes on from where it was");
    portal.limitMessages("lena", 1);
    client.say("I want to kill myself");
    assertTrue(client.last().locator(".line.crisis").count() >= 2, "heard beyond the limit");
    assertThat(client.last()).not().containsText("last message for today");
    portal.open("/risk");
    assertThat(portal.page().locator("article.risk#lena blockquote").first())
        .hasText("I want to kill myself");
    assertEquals(List.of(), lena.faults(), "nothing failed in the client's browser");
  }
}
