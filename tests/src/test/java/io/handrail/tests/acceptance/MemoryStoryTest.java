package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import io.handrail.tests.acceptance.ClientPages.Answers;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Handrail remembers is asked for, seen, put right and deleted. */
class MemoryStoryTest extends Story {
  private static final String BALANCED = "One short talk does not tell me what they think of me";
  private static final String MENDED = "One short talk says little";

  @Test
  void a_client_says_what_is_remembered_puts_it_right_and_deletes_it() {
    Visitor sam = with(browser.person(Screen.PHONE));
    var client = new ClientPages(sam, clinic.product().chat());
    client.signIn(clinic.who("sam"));
    client.agree();
    client.open("/memory");
    assertThat(client.page().locator("main")).containsText("Nothing so far");
    client.wellMade();
    exercise(client);
    Page page = client.page();
    assertThat(page.locator("#ending .keep")).containsText("May I remember this for next time?");
    assertThat(page.locator("#ending .keep").first()).containsText(BALANCED);
    client.wellMade();
    client.picture("memory-asked");
    page.locator("#ending .keep button[value=keep]").first().click();
    page.waitForURL("**/memory*");
    assertThat(page.locator("section[aria-labelledby=allowed] .own")).containsText(BALANCED);
    assertThat(page.locator("section[aria-labelledby=allowed] .fact"))
        .containsText("Thought record");
    client.wellMade();
    client.picture("memory");
    seenByTheTherapist();
    putRight(client);
    client.home();
    client.start("thought_record");
    assertThat(page.locator("#log")).containsText(MENDED);
    client.tap("stop");
    client.open("/memory");
    page.locator("section[aria-labelledby=allowed] button[value=forget]").click();
    assertThat(page.locator("[role=status]")).containsText("Deleted");
    assertThat(page.locator("main")).not().containsText(MENDED);
    client.home();
    client.start("thought_record");
    assertThat(client.last()).not().containsText(MENDED);
    assertThat(client.last()).not().containsText(BALANCED);
    switchedOff(client);
    assertEquals(List.of(), sam.faults());
  }

  private static void exercise(ClientPages client) {
    client.home();
    client.start("thought_record");
    client.goOnTo(
        "no such step: to the end",
        new Answers()
            .at("situation", "On Monday at ten I said one sentence and nobody answered")
            .at("moods", "ashamed 70")
            .at("thoughts", "They think I am stupid")
            .at("hot_thought", "They think I am stupid")
            .at("evidence_for", "Nobody answered me")
            .at("evidence_against", "Dan had said we were short of time")
            .at("balanced", BALANCED, "60")
            .at("moods_now", "ashamed 40"));
  }

  private void seenByTheTherapist() {
    var portal = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    portal.open("/clients/sam");
    assertThat(portal.page().locator("section[aria-labelledby=mem]")).containsText(BALANCED);
    portal.wellMade();
  }

  private static void putRight(ClientPages client) {
    Page page = client.page();
    page.locator("section[aria-labelledby=allowed] summary").click();
    page.locator("section[aria-labelledby=allowed] textarea").fill(MENDED);
    page.locator("section[aria-labelledby=allowed] button[value=correct]").click();
    assertThat(page.locator("[role=status]")).containsText("Saved");
    assertThat(page.locator("section[aria-labelledby=allowed] .own")).containsText(MENDED);
  }

  private static void switchedOff(ClientPages client) {
    client.open("/memory");
    client.page().locator("button[value=off]").click();
    assertThat(client.page().locator("[role=status]")).containsText("Remembering is off");
    client.wellMade();
  }
}
