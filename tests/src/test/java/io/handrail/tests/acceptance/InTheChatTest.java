package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clinician reads along, whispers, takes over, lets replies go out, steers and reads the log. */
class InTheChatTest extends Story {
  private static final String SAYS =
      "On Friday at eight I missed the bus and was late for work, everyone stared at me";

  private ClientPages client(String name) {
    var client = new ClientPages(with(browser.person(Screen.PHONE)), clinic.product().chat());
    client.signIn(clinic.who(name));
    client.agree();
    return client;
  }

  private ClinicPages portal(ColorScheme scheme) {
    var portal =
        new ClinicPages(with(browser.person(Screen.DESKTOP, scheme)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    return portal;
  }

  @Test
  void a_therapist_reads_along_takes_over_writes_and_hands_back() {
    ClientPages tamar = client("tamar");
    tamar.start("thought_record");
    ClinicPages portal = portal(ColorScheme.LIGHT);
    portal.open("/clients/tamar/live");
    Page live = portal.page();
    assertThat(live.locator("#live-said")).containsText("Live.");
    tamar.say(SAYS);
    assertThat(live.locator("#live-turns")).containsText("everyone stared at me");
    String step = tamar.step();
    portal.wellMade();
    live.getByText("Take over", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(live.locator("#standing")).containsText("You have taken over");
    portal.wellMade();
    assertThat(tamar.page().locator("#log")).containsText("is writing here now");
    tamar.say("It was awful");
    assertThat(tamar.last().locator(".line")).hasCount(0);
    assertThat(live.locator("#live-turns")).containsText("It was awful");
    live.locator("#write").fill("I am here. Shall we look at it together?");
    live.locator("#write").press("Control+Enter");
    assertThat(tamar.page().locator("#log .line.person").last())
        .containsText("Shall we look at it together?");
    assertThat(tamar.page().locator("#log .line.person .who").last()).containsText("a person");
    assertThat(live.locator("#write")).hasValue("");
    tamar.wellMade();
    tamar.picture("taken-over-client");
    portal.picture("taken-over-portal");
    live.locator("#summary").fill("We spoke about Friday; the exercise goes on.");
    live.getByText("Hand back", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(live.locator("#standing")).containsText("The program speaks.");
    assertThat(tamar.page().locator("#log")).containsText("We spoke about Friday");
    assertThat(tamar.page().locator("#log .line.ask").last()).isVisible();
    assertEquals(step, tamar.step(), "the exercise stands where it stood");
    tamar.say("sad 70");
    assertTrue(tamar.last().locator(".line").count() > 0, "the program speaks again");
  }

  @Test
  void danger_under_a_takeover_gets_the_scripted_card_at_once_and_the_queue_rings() {
    ClientPages vera = client("vera");
    vera.start("thought_record");
    ClinicPages portal = portal(ColorScheme.DARK);
    portal.open("/clients/vera/live");
    portal.page().getByText("Take over", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(vera.page().locator("#log")).containsText("is writing here now");
    vera.say("I want to kill myself");
    assertTrue(vera.last().locator(".line.crisis").count() >= 2);
    assertThat(portal.page().locator("#standing")).containsText("Exercises on hold");
    portal.wellMade();
    portal.picture("taken-over-danger-dark");
    portal.open("/risk");
    assertThat(portal.page().locator("article.risk#vera blockquote").first())
        .hasText("I want to kill myself");
  }

  @Test
  void a_reply_waits_until_the_therapist_lets_it_go_out() {
    ClinicPages portal = portal(ColorScheme.LIGHT);
    portal.open("/clients/wim/limits?template=cautious");
    assertThat(portal.page().locator("#notice")).containsText("Nothing is stored");
    portal.page().locator("input[name=protocols][value=thought_record]").check();
    for (String field : List.of("from1", "to1")) {
      portal.page().locator("input[name=" + field + "]").fill("");
    }
    portal.wellMade();
    portal.picture("care-plan");
    portal.page().getByText("Store these limits").click();
    assertThat(portal.page().locator("#notice")).containsText("Stored.");
    ClientPages wim = client("wim");
    wim.start("thought_record");
    assertThat(wim.page().locator("#log")).containsText("reads my replies before you do");
    wim.say(SAYS);
    assertThat(wim.last()).containsText("Help now");
    assertEquals("waiting", wim.mode());
    wim.wellMade();
    wim.picture("reply-waits-client");
    portal.open("/replies");
    assertThat(portal.page().locator("article#wim")).containsText("everyone stared at me");
    String draft = portal.page().locator("#words-wim").inputValue();
    assertTrue(draft.contains("?"), "the draft asks: " + draft);
    portal.wellMade();
    portal.picture("replies");
    portal.page().locator("article#wim button").click();
    assertThat(portal.page().locator("#notice")).containsText("Sent as it was");
    assertThat(wim.page().locator("#log .line.ask").last()).containsText("?");
    assertThat(wim.last()).containsText("before you");
    wim.say("sad 70");
    portal.open("/replies");
    portal.page().locator("#words-wim").fill("Thank you. What else did you feel?");
    portal.page().locator("article#wim button").click();
    assertThat(portal.page().locator("#notice")).containsText("your own words");
    assertThat(wim.page().locator("#log .line.person").last()).containsText("What else");
    wim.say("I want to kill myself");
    assertTrue(wim.last().locator(".line.crisis").count() >= 2, "the crisis reply never waits");
  }

  @Test
  void steering_is_tried_on_past_messages_and_the_log_is_searched_and_noted() {
    ClientPages yara = client("yara");
    yara.start("check_in");
    yara.say("6");
    yara.say(SAYS);
    ClinicPages portal = portal(ColorScheme.LIGHT);
    portal.open("/clients/yara/steering");
    portal.page().locator("input[name=pace][value=shorter]").check();
    portal.page().locator("#words").fill("the stare");
    Locator turns = portal.page().locator("input[name=turns]");
    int tried = Math.min(3, turns.count());
    for (int i = 0; i < tried; i++) turns.nth(i).check();
    portal.page().getByText("Show before and after").click();
    Locator previews = portal.page().locator("#preview article");
    assertThat(previews).hasCount(tried);
    assertThat(portal.page().locator("#preview .side.after").first()).containsText("?");
    // Where the script is short already the two are the same, and the page says so.
    assertThat(previews.first().locator(".side")).hasCount(2);
    assertThat(previews.first()).containsText("As it is steered now");
    assertThat(previews.first()).containsText("As the form says");
    assertThat(portal.page().locator("#words")).hasValue("the stare");
    portal.wellMade();
    portal.picture("steering");
    portal.page().getByText("Store this steering").click();
    assertThat(portal.page().locator("#notice")).containsText("Stored.");
    portal.open("/clients/yara/log");
    portal.page().keyboard().press("/");
    portal.page().keyboard().type("stared at me");
    portal.page().keyboard().press("Enter");
    assertThat(portal.page().locator(".looked")).containsText("1 entry");
    portal.page().getByText("Write beside it").first().click();
    portal.page().locator(".annotate textarea").first().fill("Ask who stared.");
    portal.page().locator(".annotate button").first().click();
    assertThat(portal.page().locator(".beside")).containsText("Ask who stared.");
    portal.wellMade();
    portal.picture("log");
    portal.page().keyboard().press("Shift+?");
    assertThat(portal.page().locator("#keys")).isVisible();
    portal.wellMade();
    portal.picture("keys");
    portal.page().keyboard().press("Escape");
    portal.open("/clients/yara/limits/history");
    assertThat(portal.page().locator(".history")).containsText("the stare");
    portal.wellMade();
    assertThat(yara.page().locator("body")).not().containsText("Ask who stared.");
  }

  @Test
  void every_page_is_accessible_in_the_dark_and_on_a_tablet() {
    for (Screen screen : List.of(Screen.TABLET, Screen.DESKTOP)) {
      Visitor visitor = with(browser.person(screen, ColorScheme.DARK));
      var portal = new ClinicPages(visitor, clinic.product().portal());
      portal.signIn(clinic.who("therapist"));
      for (String page : List.of("live", "steering", "limits", "limits/history", "log")) {
        portal.open("/clients/ruth/" + page);
        portal.wellMade();
        portal.picture(
            "dark-"
                + screen.name().toLowerCase(java.util.Locale.ROOT)
                + "-"
                + page.replace('/', '-'));
      }
      portal.open("/replies");
      portal.wellMade();
      portal.picture("dark-" + screen.name().toLowerCase(java.util.Locale.ROOT) + "-replies");
    }
  }

  @Test
  void without_script_a_takeover_works_page_by_page() {
    var portal =
        new ClinicPages(
            with(browser.personWithoutScript(Screen.DESKTOP)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    portal.open("/clients/ruth/live");
    portal.page().locator("form[action$='/take-over'] button").click();
    assertThat(portal.page().locator("#standing")).containsText("You have taken over");
    portal.page().locator("#write").fill("Hello, it is me.");
    portal.page().locator("form[action$='/write'] button").click();
    assertThat(portal.page().locator("#live-turns")).containsText("Hello, it is me.");
    portal.page().locator("#summary").fill("Only a hello.");
    portal.page().locator("form[action$='/hand-back'] button").click();
    assertThat(portal.page().locator("#standing")).containsText("The program speaks.");
  }
}
