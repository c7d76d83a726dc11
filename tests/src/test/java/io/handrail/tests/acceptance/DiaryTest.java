package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept from day to day: a night, a mood, a list for the session, a short read. */
class DiaryTest extends Story {
  private ClientPages client(String name, Screen screen) {
    Visitor visitor = with(browser.person(screen));
    var client = new ClientPages(visitor, clinic.product().chat());
    client.signIn(clinic.who(name));
    client.agree();
    return client;
  }

  private ClinicPages therapist() {
    var portal = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    return portal;
  }

  @Test
  void a_night_is_worked_out_and_seen_by_both() {
    ClientPages client = client("nora", Screen.PHONE);
    client.start("sleep_diary");
    for (String answer : List.of("about 11", "half eleven", "20 minutes")) client.say(answer);
    client.answer("2");
    for (String answer : List.of("half an hour", "6:30", "7")) client.say(answer);
    assertThat(client.last()).containsText("6 h 10 min");
    assertThat(client.last()).containsText("8 h");
    client.answer("3");
    client.tap("skip");
    assertThat(client.page().locator("#ending")).isVisible();
    client.open("/records");
    Locator trends = client.page().locator(".trends");
    assertThat(trends).containsText("Sleep diary");
    assertThat(trends.locator(".trend").first()).containsText("6:10");
    client.wellMade();
    client.picture("sleep-records");
    client.page().locator("a.row").first().click();
    assertThat(client.page().locator("main")).containsText("23:30");
    client.wellMade();
    ClinicPages portal = therapist();
    portal.open("/clients/nora");
    assertThat(portal.page().locator("main")).containsText("Over time");
    assertThat(portal.page().locator(".trend").first()).containsText("6:10");
    portal.wellMade();
    portal.picture("sleep-portal");
  }

  @Test
  void a_mood_is_one_number_and_its_line_is_seen_by_both() {
    ClientPages client = client("mira", Screen.PHONE);
    client.start("check_in");
    client.answer("4");
    client.say("Rain all week");
    client.answer("nothing");
    client.open("/records");
    assertThat(client.page().locator(".trends")).containsText("Mood");
    assertThat(client.page().locator(".trends .trend-value")).hasText("4");
    client.home();
    client.start("check_in");
    assertThat(client.page().locator("#log")).containsText("4 of 10");
    ClinicPages portal = therapist();
    portal.open("/clients/mira");
    assertThat(portal.page().locator(".trend")).containsText("Mood");
    assertEquals(1, portal.page().locator(".trend-day").count(), "one number a day");
  }

  @Test
  void the_agenda_stands_on_top_of_the_therapists_page() {
    ClientPages client = client("agnes", Screen.DESKTOP);
    client.start("session_agenda");
    client.say("The bit about saying no");
    client.say("the row on Sunday\nI stopped the walks");
    client.say("no");
    client.answer("I stopped the walks");
    client.say("one thing I can do on Sundays");
    assertThat(client.page().locator("#ending")).isVisible();
    ClinicPages portal = therapist();
    portal.open("/clients/agnes");
    Locator agenda = portal.page().locator("section.agenda");
    assertThat(agenda).containsText("The bit about saying no");
    assertThat(agenda.locator("ol li").first()).hasText("I stopped the walks");
    assertEquals(
        "agenda",
        portal.page().locator(".letter-main section").first().getAttribute("class"),
        "it comes first");
    portal.wellMade();
    portal.picture("agenda-portal");
  }

  @Test
  void a_short_read_is_read_as_a_page_and_answered_in_the_chat() {
    ClientPages client = client("pia", Screen.PHONE);
    client.page().locator("a[href='/read/piece_worry']").click();
    assertThat(client.page().locator("h1")).hasText("What worry does");
    client.wellMade();
    client.picture("read");
    client.page().locator("button[value='start:piece_worry']").click();
    client.page().waitForURL("**/chat*");
    client.answer("next");
    client.answer("next");
    client.say("The rent is one I can act on, the rest is not");
    assertThat(client.page().locator("#ending")).isVisible();
    client.open("/records");
    assertThat(client.page().locator("main")).containsText("What worry does");
    ClinicPages portal = therapist();
    portal.open("/clients/pia/log");
    assertThat(portal.page().locator("main")).containsText("The rent is one I can act on");
  }

  @Test
  void a_step_leads_to_its_short_read_and_back_again() {
    ClientPages client = client("rita", Screen.PHONE);
    client.start("sleep_diary");
    client.page().locator("#box a[href='/read/piece_sleep']").click();
    assertThat(client.page().locator("main")).containsText("exercise under way");
    client.page().locator("a[href='/chat#end']").click();
    assertEquals("into_bed", client.step());
  }
}
