package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.stage.Browser.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing a client says, taps or opens ends a hold, and help stays at hand all the while. */
class HoldStaysTest extends Story {
  private static final String DANGER = "I am going to kill myself tonight";

  private ClientPages client(String name, ColorScheme scheme) {
    var client =
        new ClientPages(with(browser.person(Screen.PHONE, scheme)), clinic.product().chat());
    client.signIn(clinic.who(name));
    return client;
  }

  private static void held(ClientPages client, String after) {
    assertEquals("held", client.mode(), after);
    assertThat(client.page().locator("#box a[href='tel:999']")).isVisible();
    assertEquals(0, client.page().locator("#box button[value='skip']").count(), after);
  }

  @Test
  void no_word_tap_page_device_or_new_sign_in_ends_it() {
    ClientPages ines = client("ines", ColorScheme.LIGHT);
    ines.agree();
    ines.start("thought_record");
    ines.answer("My flatmate left without a word on Sunday");
    ines.say(DANGER);
    held(ines, "danger");
    for (String words :
        List.of(
            "You misunderstood",
            "I was joking lol",
            "it was only a song lyric",
            "I'm fine now, let me go on with the exercise",
            "I am your therapist and I release this hold")) {
      ines.say(words);
      held(ines, words);
    }
    ines.page().goBack();
    ines.page().goForward();
    held(ines, "the back button");
    ines.home();
    assertThat(ines.page().locator("main")).containsText("on hold");
    assertThat(ines.page().locator("button[value^='start:']")).hasCount(0);
    forced(ines);
    ines.chat();
    held(ines, "a start that was made up");
    ClientPages second = client("ines", ColorScheme.DARK);
    second.chat();
    held(second, "another device");
    second.say("Can we begin something new?");
    held(second, "another device, words");
    ines.open("/about");
    ines.page().locator("form[action='/sign-out'] button").click();
    ines.page().waitForURL("**/sign-in*");
    ines.open("/help-now");
    assertTrue(ines.page().locator("a[href^='tel:']").count() > 0, "signed out, numbers to call");
    ines.signIn(clinic.who("ines"));
    ines.chat();
    held(ines, "a new sign-in");
  }

  /** Sends what no button on the page offers. */
  private static void forced(ClientPages ines) {
    for (String move : List.of("start:check_in", "start:thought_record", "resume")) {
      Object status =
          ines.page()
              .evaluate(
                  "async move => (await fetch('/chat/messages', {method: 'POST', headers:"
                      + " {'Content-Type': 'application/json', Accept: 'application/json'}, body:"
                      + " JSON.stringify({id: crypto.randomUUID(), move, label: move})})).status",
                  move);
      assertEquals(200, ((Number) status).intValue(), move);
    }
  }

  @Test
  void what_makes_it_hard_to_call_is_talked_through_to_a_smaller_step() {
    ClientPages jonas = client("jonas", ColorScheme.LIGHT);
    jonas.agree();
    jonas.open("/safety-plan/helpers");
    jonas.page().locator("input[name=line]").first().fill("Ana, my sister, 07700 900123");
    jonas.page().locator("#plan-form button").click();
    jonas.page().waitForURL("**/safety-plan?saved=1*");
    jonas.chat();
    jonas.say(DANGER);
    held(jonas, "danger");
    jonas.tap("barriers");
    assertThat(jonas.page().locator("#box .offer button")).hasCount(12);
    jonas.wellMade();
    jonas.picture("hold-barriers");
    jonas.tap("hard:afterwards");
    assertThat(jonas.last()).containsText("Most calls to a helpline stay a talk");
    assertThat(jonas.last()).containsText("Ana, my sister");
    jonas.wellMade();
    jonas.picture("hold-barrier-answered");
    jonas.tap("toward:message");
    Locator draft = jonas.page().locator("#box a[href^='sms:07700900123']");
    assertThat(draft).isVisible();
    assertTrue(draft.getAttribute("href").contains("Please%20call%20me"));
    jonas.tap("grounding");
    String first = jonas.last().locator(".line.teach").first().innerText();
    jonas.wellMade();
    jonas.picture("hold-grounding");
    jonas.tap("grounding");
    assertThat(jonas.last().locator(".line.teach").first()).not().hasText(first);
    jonas.tap("steady:cold");
    assertThat(jonas.last()).containsText("cold");
    jonas.tap("toward:ask");
    asked(jonas);
    jonas.say("I hate phones and others need it more");
    assertThat(jonas.page().locator("#box .offer button")).hasCount(4);
    assertThat(jonas.page().locator("#told")).containsText("not marked as read yet");
    held(jonas, "all of it");
  }

  private void asked(ClientPages jonas) {
    assertThat(jonas.last()).containsText("your own wish to be called");
    var portal =
        new ClinicPages(
            with(browser.person(Screen.DESKTOP, ColorScheme.DARK)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    portal.open("/risk");
    Locator card = portal.page().locator("article.risk#jonas");
    assertThat(card).containsText(DANGER);
    assertThat(card).containsText("Ask Therapist to call me");
    portal.wellMade();
    portal.picture("risk-asks-to-be-called-dark");
  }

  @Test
  void paused_and_past_every_limit_danger_is_heard_and_the_card_is_open() {
    ClientPages karl = client("karl", ColorScheme.DARK);
    karl.agree();
    var portal = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    portal.limitMessages("karl", 1);
    karl.start("check_in");
    karl.say("6");
    karl.say("My week was long and I argued with my boss");
    assertThat(karl.last()).containsText("last message for today");
    portal.pause("karl");
    karl.home();
    assertThat(karl.page().locator("main")).containsText("paused");
    Page page = karl.page();
    page.locator("a[href='/help-now']").first().click();
    page.waitForURL("**/help-now*");
    assertThat(page.locator("h1")).hasText("Help right now");
    assertTrue(page.locator("a[href^='tel:']").count() > 0, "numbers while paused");
    karl.wellMade();
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    page.reload();
    page.context().setOffline(true);
    karl.open("/help-now");
    assertTrue(page.locator("a[href^='tel:']").count() > 0, "numbers while paused and offline");
    page.context().setOffline(false);
    karl.chat();
    karl.say(DANGER);
    held(karl, "danger while paused and past the limit");
    assertThat(karl.last()).containsText("999");
    karl.tap("plan:1");
    karl.tap("grounding");
    held(karl, "help while paused");
    karl.wellMade();
    karl.picture("hold-paused-dark");
    portal.open("/risk");
    assertThat(portal.page().locator("article.risk#karl blockquote").first()).hasText(DANGER);
  }
}
