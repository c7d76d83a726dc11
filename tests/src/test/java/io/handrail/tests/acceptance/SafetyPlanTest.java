package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import org.junit.jupiter.api.Test;

/** A client's safety plan: made, checked by the therapist, and at hand whatever is closed. */
class SafetyPlanTest extends Story {
  private static final String HELPER = "Ana, my sister, 07700 900123";

  private ClientPages client(String name, Screen screen) {
    Visitor visitor = with(browser.person(screen));
    var client = new ClientPages(visitor, clinic.product().chat());
    client.signIn(clinic.who(name));
    return client;
  }

  private ClinicPages therapist() {
    var portal = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    return portal;
  }

  private static void write(ClientPages client, String step, String... lines) {
    client.open("/safety-plan/" + step);
    for (int i = 0; i < lines.length; i++) {
      client.page().locator("input[name=line]").nth(i).fill(lines[i]);
    }
    client.page().locator("#plan-form button").click();
    client.page().waitForURL("**/safety-plan?saved=1*");
  }

  private static Locator step(ClientPages client, String step) {
    return client.page().locator("#step-" + step);
  }

  @Test
  void the_client_writes_and_the_therapist_agrees_or_says_why_not() {
    ClientPages client = client("paula", Screen.PHONE);
    client.agree();
    client.page().locator("nav a[href='/safety-plan']").click();
    client.page().waitForURL("**/safety-plan");
    assertThat(client.page().locator("main")).containsText("still empty");
    client.wellMade();
    write(client, "signs", "I stop answering messages", "I pace at night");
    assertThat(step(client, "signs")).containsText("I pace at night");
    assertThat(step(client, "signs").locator(".plan-word")).hasCount(0);
    write(client, "helpers", HELPER);
    assertThat(step(client, "helpers")).containsText("Waiting for Therapist’s check");
    assertThat(step(client, "helpers").locator("a[href='tel:07700900123']")).isVisible();
    write(client, "surroundings", "My brother keeps it at his place");
    client.wellMade();
    client.picture("safety-plan-client");
    client.open("/safety-plan/helpers");
    client.wellMade();
    client.picture("safety-plan-edit");
    checks();
    client.open("/safety-plan");
    assertThat(step(client, "helpers")).containsText("Agreed with Therapist");
    assertThat(step(client, "surroundings")).containsText("Let us talk this through first");
    assertThat(step(client, "surroundings")).containsText("My brother keeps it");
    client.wellMade();
  }

  private void checks() {
    ClinicPages portal = therapist();
    assertThat(portal.page().locator("li.case#paula"))
        .containsText("2 steps of the safety plan to check");
    portal.open("/clients/paula/safety-plan");
    portal.wellMade();
    portal.picture("safety-plan-portal");
    Locator helpers = portal.page().locator("#step-helpers");
    assertThat(helpers).containsText("Ana, my sister");
    helpers.locator("button[value=sign]").click();
    assertThat(portal.page().locator("#notice")).containsText("Agreed");
    Locator surroundings = portal.page().locator("#step-surroundings");
    surroundings.locator("button[value=decline]").click();
    assertThat(portal.page().locator("#step-surroundings .wrong")).containsText("Say why");
    portal
        .page()
        .locator("#step-surroundings textarea[name=comment]")
        .fill("Let us talk this through first");
    portal.page().locator("#step-surroundings button[value=decline]").click();
    assertThat(portal.page().locator("#notice")).containsText("Declined");
    assertThat(portal.page().locator(".history")).containsText("Therapist agreed to step 4");
    assertThat(portal.page().locator(".history")).containsText("proposed step 6");
    portal.wellMade();
    portal.forgetFaults();
  }

  @Test
  void the_guided_exercise_fills_the_plan_as_it_goes() {
    ClientPages client = client("gita", Screen.DESKTOP);
    client.agree();
    client.start("safety_plan");
    client.answer("I stop answering messages\nmy chest gets tight");
    client.answer("cold water on my face");
    client.tap("stop");
    client.open("/safety-plan");
    assertThat(step(client, "signs")).containsText("my chest gets tight");
    assertThat(step(client, "coping")).containsText("cold water on my face");
    client.start("safety_plan");
    assertThat(client.page().locator("#log")).containsText("I stop answering messages");
    client.tap("skip");
    client.tap("skip");
    client.answer("the café by the station");
    client.answer(HELPER);
    client.tap("skip");
    client.answer("I sleep at my brother's that night");
    assertThat(client.page().locator("#ending")).containsText("That is the whole exercise");
    client.open("/safety-plan");
    assertThat(step(client, "helpers")).containsText("Waiting for");
    assertThat(step(client, "distraction")).containsText("the café by the station");
  }

  @Test
  void it_is_open_while_the_exercises_are_paused_and_during_a_hold_and_is_walked_in_order() {
    ClientPages client = client("hari", Screen.PHONE);
    client.agree();
    write(client, "coping", "walk round the block");
    write(client, "helpers", HELPER);
    ClinicPages portal = therapist();
    portal.pause("hari");
    client.home();
    assertThat(client.page().locator("main")).containsText("paused");
    client.page().locator("nav a[href='/safety-plan']").click();
    assertThat(step(client, "coping")).containsText("walk round the block");
    portal.endPause("hari");
    client.chat();
    client.say("I want to kill myself");
    assertTrue(client.last().locator(".line.crisis").count() >= 2);
    assertThat(client.page().locator(".talk-bar a[href='/safety-plan']")).isVisible();
    client.tap("plan:1");
    assertThat(client.last()).containsText("Step 1");
    assertThat(client.last()).containsText("still empty");
    client.tap("plan:2");
    assertThat(client.last()).containsText("walk round the block");
    client.tap("plan:3");
    client.tap("plan:4");
    assertThat(client.last()).containsText("Ana, my sister");
    assertThat(client.page().locator("#box a[href='tel:07700900123']")).isVisible();
    assertEquals("held", client.mode(), "the hold stands");
    client.wellMade();
    client.picture("safety-plan-walk");
    client.open("/safety-plan");
    assertThat(step(client, "helpers").locator("a[href^='tel:']")).isVisible();
    client.open("/help-now");
    client.page().locator("a[href='/safety-plan']").click();
    assertThat(step(client, "coping")).containsText("walk round the block");
  }

  @Test
  void it_works_without_a_connection_and_is_gone_after_signing_out() {
    ClientPages client = client("olga", Screen.PHONE);
    client.agree();
    write(client, "coping", "count the tiles");
    Page page = client.page();
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    client.home();
    page.waitForFunction(
        "async () => (await (await caches.match('/safety-plan'))?.text())?.includes('count the tiles')");
    page.context().setOffline(true);
    client.open("/safety-plan");
    assertThat(step(client, "coping")).containsText("count the tiles");
    assertThat(page.locator(".offline-copy")).isVisible();
    client.picture("safety-plan-offline");
    client.open("/help-now");
    assertThat(page.locator("main")).containsText("Help right now");
    page.context().setOffline(false);
    client.open("/about");
    page.locator("form[action='/sign-out'] button").click();
    page.waitForURL("**/sign-in*");
    assertEquals(
        Boolean.FALSE,
        page.evaluate("async () => (await caches.match('/safety-plan')) !== undefined"));
    page.context().setOffline(true);
    client.open("/safety-plan");
    assertThat(page.locator("body")).not().containsText("count the tiles");
    assertThat(page.locator("main")).containsText("Help right now");
    page.context().setOffline(false);
  }

  @Test
  void what_is_written_on_the_plan_is_heard_like_any_other_words() {
    ClientPages client = client("ruth", Screen.PHONE);
    client.agree();
    client.open("/safety-plan/surroundings");
    client.page().locator("input[name=line]").first().fill("I am going to kill myself tonight");
    client.page().locator("#plan-form button").click();
    client.page().waitForURL("**/chat*");
    assertThat(client.last()).containsText("999");
    ClinicPages portal = therapist();
    portal.open("/risk");
    assertThat(portal.page().locator("article.risk#ruth blockquote").first())
        .containsText("I am going to kill myself tonight");
  }
}
