package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client writes the worst in the middle of an exercise. */
class CrisisTest extends Story {
  private static final String WORDS = "I can't do this any more. I want to kill myself.";
  private static final String NOTE =
      "Called at 14:10, spoke for ten minutes, safe with her sister.";

  @ParameterizedTest
  @EnumSource(
      value = Screen.class,
      names = {"PHONE", "DESKTOP"})
  void a_crisis_stops_the_exercise_until_a_named_person_releases_it(Screen screen) {
    String name = "carla-" + screen.name().toLowerCase(Locale.ROOT);
    Visitor carla = with(browser.person(screen));
    var client = new ClientPages(carla, clinic.product().chat());
    client.signIn(clinic.who(name));
    client.agree();
    client.start("thought_record");
    client.answer("On Monday at nine my boss shouted at me in front of everyone");
    client.say(WORDS);
    crisisReply(client, name);
    holdStays(client, screen, name);
    therapistAnswers(screen, name);
    goesOn(client);
    assertEquals(List.of(), carla.faults(), "nothing failed in the client's browser");
  }

  private static void crisisReply(ClientPages client, String name) {
    Locator reply = client.last();
    assertThat(reply.locator(".line.crisis").first()).isVisible();
    assertTrue(reply.locator(".line.crisis").count() >= 2, "the scripted crisis reply is shown");
    assertThat(reply).containsText("999");
    assertThat(reply).containsText("Therapist");
    assertTrue(
        client.page().locator("#box-place a[href^='tel:']").count() > 0,
        "a number can be called from the page");
    assertEquals(0, client.page().locator("#box button[value='skip']").count());
    client.wellMade();
    client.picture("crisis-" + name);
  }

  private void holdStays(ClientPages client, Screen screen, String name) {
    client.page().reload();
    assertThat(client.last()).containsText("999");
    held(client, "You misunderstood, I was joking.");
    client.home();
    assertThat(client.page().locator("main")).containsText("on hold");
    assertThat(client.page().locator("button[value^='start:']")).hasCount(0);
    client.wellMade();
    Visitor elsewhere = with(browser.person(screen));
    var other = new ClientPages(elsewhere, clinic.product().chat());
    other.signIn(clinic.who(name));
    assertThat(other.page().locator("main")).containsText("on hold");
    other.chat();
    held(other, "Can we go on with the exercise now?");
    other.tap("grounding");
    assertThat(other.last().locator(".line")).not().hasCount(0);
    client.chat();
  }

  private static void held(ClientPages client, String words) {
    if (!client.page().url().contains("/chat")) client.chat();
    client.say(words);
    assertThat(client.last()).containsText(words);
    assertThat(client.last().locator(".line").first()).isVisible();
    assertTrue(!client.mode().equals("answer"), "no exercise goes on: " + client.mode());
  }

  private void therapistAnswers(Screen screen, String name) {
    Visitor therapist = with(browser.person(screen));
    var portal = new ClinicPages(therapist, clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    assertThat(portal.page().locator("li.case#" + name)).containsText("I want to kill myself");
    portal.open("/risk");
    Locator card = portal.page().locator("article.risk#" + name);
    assertThat(card.locator("blockquote").first()).hasText(WORDS);
    portal.wellMade();
    portal.picture("risk-" + name);
    card.locator("textarea[name=action]").fill(NOTE);
    card.locator("button[type=submit]").click();
    Locator hold = portal.page().locator("article.held#" + name);
    assertThat(hold).containsText(NOTE);
    portal.wellMade();
    hold.locator("textarea[name=note]").fill("She asked to go on with the exercise.");
    hold.locator("button[type=submit]").click();
    assertThat(portal.page().locator("article#" + name)).hasCount(0);
    portal.open("/clients/" + name + "/log");
    assertThat(portal.page().locator("main")).containsText("Therapist released the hold.");
    assertThat(portal.page().locator("main")).containsText(NOTE);
    assertEquals(List.of(), therapist.faults(), "nothing failed in the therapist's browser");
  }

  private static void goesOn(ClientPages client) {
    client.home();
    assertThat(client.page().locator("main")).containsText("Carry on with: Thought record");
    client.page().locator("button[value=resume]").click();
    client.page().waitForURL("**/chat*");
    assertEquals("answer", client.mode());
    client.tap("skip");
    assertEquals("answer", client.mode());
  }

  @Test
  void help_now_opens_signed_out_and_without_a_connection() {
    Visitor rosa = with(browser.person(Screen.PHONE));
    var client = new ClientPages(rosa, clinic.product().chat());
    client.open("/sign-in");
    client.wellMade();
    client.open("/help-now");
    assertThat(client.page().locator("h1")).hasText("Help right now");
    assertTrue(client.page().locator("a[href^='tel:']").count() > 0, "numbers to call");
    client.wellMade();
    client.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
    client.page().reload();
    rosa.context().setOffline(true);
    client.open("/help-now");
    assertThat(client.page().locator("h1")).hasText("Help right now");
    assertTrue(
        client.page().locator("a[href^='tel:']").count() > 0, "numbers without a connection");
    client.open("/chat");
    assertThat(client.page().locator("h1")).hasText("Help right now");
    rosa.context().setOffline(false);
  }
}
