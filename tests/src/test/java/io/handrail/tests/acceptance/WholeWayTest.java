package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.acceptance.ClientPages.Answers;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job, from the first sign-in to the therapist's comment and back. */
class WholeWayTest extends Story {
  private static final String THOUGHT = "They do not want me there";
  private static final String COMMENT = "Once is enough, and tell me on Thursday how it went.";
  private static final String TASK = "Read your balanced thought once before Monday's meeting";

  @ParameterizedTest
  @EnumSource(
      value = Screen.class,
      names = {"PHONE", "DESKTOP"})
  void a_client_does_a_thought_record_and_the_therapist_approves_the_homework(Screen screen) {
    String name = "wendy-" + screen.name().toLowerCase(Locale.ROOT);
    Visitor wendy = with(browser.person(screen));
    var client = new ClientPages(wendy, clinic.product().chat());
    agrees(client, name);
    worksThrough(client, screen);
    finishes(client, screen);
    Visitor therapist = with(browser.person(screen, ColorScheme.LIGHT));
    var portal = new ClinicPages(therapist, clinic.product().portal());
    reads(portal, name);
    decides(portal, name);
    hearsBack(client);
    assertEquals(List.of(), wendy.faults(), "nothing failed in the client's browser");
    assertEquals(List.of(), therapist.faults(), "nothing failed in the therapist's browser");
  }

  private void agrees(ClientPages client, String name) {
    client.signIn(clinic.who(name));
    client.page().waitForURL("**/welcome");
    assertThat(client.page().locator("main")).containsText("Therapist");
    client.wellMade();
    client.agree();
    assertThat(client.page().locator("main")).containsText("Thought record");
    client.wellMade();
    client.picture(name + "-home");
  }

  private void worksThrough(ClientPages client, Screen screen) {
    client.start("thought_record");
    assertThat(client.where()).hasText("Step 1 of 7");
    client.answer("On Tuesday at noon I said hello to two people at work and nobody answered");
    assertThat(client.last().locator(".line .who").first()).containsText("script");
    sheetShows(client, screen, "I said hello to two people");
    client.wellMade();
    client.goOnTo(
        "evidence_for",
        new Answers()
            .at("setting", "Tuesday at noon, in the canteen")
            .at("moods", "sad 70, worried 40")
            .at("thoughts", THOUGHT, "no", "no")
            .at("hot_thought", THOUGHT));
    assertThat(client.where()).hasText("Step 4 of 7");
    assertThat(client.pinned()).containsText(THOUGHT);
    reloads(client);
    client.answer("They kept talking to each other and did not look up");
    goesBackAndOn(client);
  }

  private static void reloads(ClientPages client) {
    String asked = client.last().locator(".line.ask .text").last().textContent();
    client.page().reload();
    assertThat(client.where()).hasText("Step 4 of 7");
    assertThat(client.pinned()).containsText(THOUGHT);
    assertThat(client.last().locator(".line.ask .text").last()).hasText(asked);
    assertThat(client.page().locator("#log")).containsText("sad 70, worried 40");
  }

  private static void goesBackAndOn(ClientPages client) {
    String before = client.step();
    client.tap("back");
    assertThat(client.page().locator("#box")).isVisible();
    client.goOnTo(
        "evidence_against",
        new Answers()
            .at("hot_thought", THOUGHT)
            .at("thoughts", "no")
            .at("evidence_for", "no", "no")
            .at(before, "no", "no"));
    assertEquals("evidence_against", client.step());
  }

  private static void sheetShows(ClientPages client, Screen screen, String words) {
    Locator sheet = client.page().locator("#sheet");
    if (screen == Screen.PHONE) client.page().locator(".sheet-open").click();
    assertThat(sheet).isVisible();
    assertThat(sheet).containsText(words);
    if (screen == Screen.PHONE) {
      client.wellMade();
      client.page().locator(".sheet-close").click();
      assertThat(sheet).isHidden();
    }
  }

  private static void finishes(ClientPages client, Screen screen) {
    client.goOnTo(
        "traps",
        new Answers().at("evidence_against", "One of them waved when I left the room", "no", "no"));
    client.wellMade();
    client.tap("skip");
    client.goOnTo(
        "homework",
        new Answers()
            .at("outlook", "partly")
            .at(
                "balanced",
                "They were busy talking and did not see me, and it hurt all the same",
                "60")
            .at("moods_now", "sad 40, worried 20", "no"));
    client.picture("homework-" + screen);
    client.answer("yes");
    client.answer("Wednesday after dinner");
    assertThat(client.page().locator("#ending")).containsText("That is the whole exercise");
    client.wellMade();
    client.picture("finished-" + screen);
    client.page().locator("#ending a.button").first().click();
    client.page().waitForURL("**/records/*");
    assertThat(client.page().locator("main")).containsText(THOUGHT);
    assertThat(client.page().locator("main")).containsText("waved when I left");
    client.wellMade();
    client.open("/homework");
    assertThat(client.page().locator("main")).containsText("Waiting for your therapist");
    client.wellMade();
  }

  private void reads(ClinicPages portal, String name) {
    portal.signIn(clinic.who("therapist"));
    Locator row = portal.page().locator("li.case#" + name);
    assertThat(row).containsText("omework");
    portal.wellMade();
    portal.picture("caseload-" + name);
    row.locator("a.case-name").click();
    portal.page().waitForURL("**/clients/" + name);
    assertThat(portal.page().locator("main")).containsText("They were busy talking");
    portal.wellMade();
    portal.open("/clients/" + name + "/log");
    Locator log = portal.page().locator("main");
    assertThat(log).containsText("On Tuesday at noon I said hello to two people at work");
    assertThat(log).containsText("cript");
    assertThat(log).containsText("thought record 1.3.0");
    portal.wellMade();
    portal.picture("log-" + name);
  }

  private static void decides(ClinicPages portal, String name) {
    portal.open("/clients/" + name + "/homework");
    portal.wellMade();
    Locator piece = portal.page().locator("article.piece").first();
    piece.locator("details.edit summary").click();
    piece.locator("textarea[name=task]").fill(TASK);
    piece.locator("textarea[name=comment]").fill(COMMENT);
    piece.locator("button[value=approve]").click();
    assertThat(portal.page().locator("#notice")).isVisible();
    assertThat(portal.page().locator("main")).containsText(TASK);
    portal.wellMade();
  }

  private static void hearsBack(ClientPages client) {
    client.home();
    assertThat(client.page().locator("nav .count")).containsText("1");
    client
        .page()
        .locator(
            "a.row", new com.microsoft.playwright.Page.LocatorOptions().setHasText("wrote back"))
        .click();
    assertThat(client.page().locator("main")).containsText(COMMENT);
    assertThat(client.page().locator("h1")).hasText(TASK);
    client.wellMade();
    client.home();
    assertThat(client.page().locator("nav .count")).hasCount(0);
    assertThat(client.page().locator("main")).containsText(TASK);
  }
}
