package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.handrail.care.conversation.Level;
import io.handrail.care.plan.CarePlan;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Device;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Notes, cover, the planned taper and the supervisor's view, from both sides and to their end. */
class StandingInTest extends RoofStory {
  private static final String PRIVATE = "I find her sister harder to like than I should.";

  @Test
  void a_colleague_stands_in_the_client_knows_and_it_ends_by_itself() {
    ClinicPages amara = portal("amara");
    Page page = amara.page();
    amara.open("/clients/maya/notes");
    page.locator("#text").fill(PRIVATE);
    page.getByText("Keep this note").click();
    assertThat(page.locator(".note")).containsText(PRIVATE);
    page.locator("#culture").fill("Her family speaks Tagalog at home.");
    page.locator("#avoid").fill("journey");
    page.getByText("Store the card").click();
    assertThat(page.locator("section[aria-labelledby=card]")).containsText("Version 1");
    amara.wellMade();
    ClinicPages tom = portal("tom");
    assertEquals(404, tom.statusOf("/clients/maya/log"), "not yet");
    tom.forgetFaults();
    handOver(amara);
    tom.open("/caseload");
    assertThat(tom.page().locator("li.case#maya")).isVisible();
    assertEquals(200, tom.statusOf("/clients/maya/log"));
    tom.open("/clients/maya/notes");
    assertThat(tom.page().locator("main")).not().containsText(PRIVATE);
    assertThat(tom.page().locator("#culture")).hasValue("Her family speaks Tagalog at home.");
    tom.open("/cover");
    assertThat(tom.page().locator("section[aria-labelledby=standing]"))
        .containsText("She rings on Tuesdays.");
    tom.wellMade();
    tom.picture("cover-standing-in");
    ClientPages maya = client("maya");
    assertThat(maya.page().locator("main")).containsText("Tom Keller");
    assertThat(maya.page().locator("main")).containsText("stands in for Dr Amara Obi until");
    assertThat(maya.page().locator("main")).not().containsText("She rings on Tuesdays");
    maya.wellMade();
    maya.picture("home-under-cover");
    maya.chat();
    maya.wellMade();
    roof.later(Duration.ofDays(4));
    ClinicPages after = portal("tom");
    assertEquals(404, after.statusOf("/clients/maya/log"), "over by itself");
    after.forgetFaults();
    after.open("/caseload");
    assertThat(after.page().locator("li.case#maya")).hasCount(0);
    ClientPages again = client("maya");
    assertThat(again.page().locator("main")).containsText("Dr Amara Obi");
    assertThat(again.page().locator("main")).not().containsText("stands in");
  }

  private static void handOver(ClinicPages amara) {
    LocalDate today = roof.now().atZone(ZoneId.of("Europe/London")).toLocalDate();
    Page page = amara.page();
    amara.open("/cover");
    page.getByText("Hand over", new Page.GetByTextOptions().setExact(true)).last().click();
    assertThat(page.locator("#notice")).containsText("Choose at least one client");
    page.locator("input[name=clients][value=maya]").check();
    page.locator("#to").selectOption("tom-keller");
    page.locator("#from").fill(today.toString());
    page.locator("#until").fill(today.plusDays(2).toString());
    page.locator("#note").fill("She rings on Tuesdays.");
    page.locator(".cover-form button[type=submit]").click();
    assertThat(page.locator("#notice")).containsText("Handed over");
    assertThat(page.locator(".covered")).containsText("Maya");
    amara.wellMade();
    amara.picture("cover-handed-over");
  }

  @Test
  void a_taper_is_seen_on_the_first_page_lowers_the_day_and_never_what_keeps_somebody_safe() {
    CarePlan plan = roof.shelves().plans().get(roof.client("george")).orElseThrow();
    ClientPages george = client("george");
    Locator card = george.page().locator("section[aria-labelledby=ending]");
    assertThat(card).containsText("Using this less, step by step");
    assertThat(card).containsText("the allotment a little more");
    assertThat(card).containsText("Dr Amara Obi");
    assertThat(card).containsText("stay open every day");
    george.wellMade();
    george.picture("home-with-a-taper");
    int now = Integer.parseInt(card.locator("li").first().textContent().replaceAll("\\D+", ""));
    assertTrue(now < plan.messagesPerDayMax(), "fewer than the plan's " + now);
    try (Device device = device("george")) {
      device.tap("start:check_in");
      for (int i = 0; i < now; i++) device.say("It rained a little in the afternoon");
      String over = device.say("Then the sun came out").text();
      assertTrue(over.contains("last message for today"), over);
      String heard = device.say("I want to kill myself").text();
      assertFalse(heard.contains("last message for today"), heard);
      var last = roof.shelves().turns().last(roof.client("george"), 1).getLast();
      assertEquals(Level.CRISIS, last.screening().level());
      assertTrue(last.state().hold().isPresent(), heard);
    }
    ClinicPages amara = portal("amara", Screen.TABLET);
    amara.open("/clients/george/ending");
    Page page = amara.page();
    assertThat(page.locator("section[aria-labelledby=taper] table")).containsText("now");
    amara.wellMade();
    amara.picture("use-and-taper");
    page.getByText("Stop the taper").click();
    assertThat(page.locator("#notice")).containsText("Stopped.");
    george.home();
    assertThat(george.page().locator("section[aria-labelledby=ending]")).hasCount(0);
  }

  @Test
  void a_start_anew_brings_nothing_back_that_somebody_took_back() {
    var leo = roof.client("leo");
    assertTrue(roof.shelves().clients().get(leo).orElseThrow().cover().isPresent());
    ClinicPages ines = portal("ines");
    ines.open("/cover");
    ines.page().getByText("Hand Leo back now").click();
    assertThat(ines.page().locator("#notice")).containsText("Handed back");
    roof.sow();
    assertTrue(roof.shelves().clients().get(leo).orElseThrow().cover().isEmpty());
  }

  @Test
  void a_new_taper_takes_the_place_of_the_one_before_and_is_planned_by_hand() {
    ClinicPages amara = portal("amara");
    Page page = amara.page();
    LocalDate begins = roof.now().atZone(ZoneId.of("Europe/London")).toLocalDate().plusDays(1);
    for (String down : new String[] {"5", "8"}) {
      amara.open("/clients/daniel/ending");
      page.locator("details.edit summary").click();
      page.locator("#begins").fill(begins.toString());
      page.locator("#weeks").fill("3");
      page.locator("#down").fill(down);
      page.locator("#word").fill("We agreed on this last week.");
      page.getByText("Store the plan").click();
      assertThat(page.locator("#notice")).containsText("Planned.");
      assertThat(page.locator("section[aria-labelledby=taper] tbody tr").last()).containsText(down);
    }
    assertEquals(2, roof.shelves().tapers().get(roof.client("daniel")).orElseThrow().version());
    ClientPages daniel = client("daniel");
    assertThat(daniel.page().locator("section[aria-labelledby=ending]"))
        .containsText("up to 8 a day");
  }

  @Test
  void a_supervisor_sees_counts_and_a_sample_of_the_team_and_each_opening_is_written_down() {
    ClinicPages ines = portal("ines");
    Page page = ines.page();
    ines.open("/team");
    assertThat(page.locator(".team-table tbody tr")).hasCount(2);
    assertThat(page.locator(".team-table")).containsText("Tom Keller");
    assertThat(page.locator("main")).not().containsText("wish I wouldn't wake up");
    ines.wellMade();
    ines.picture("team");
    Locator drawn = page.locator("a[href*='/team/sample/']").first();
    String id = drawn.getAttribute("href").replaceAll(".*/", "");
    drawn.click();
    assertThat(page.locator("main")).containsText("This opening is written down");
    assertThat(page.locator(".turns .turn").first()).isVisible();
    ines.wellMade();
    ines.picture("team-sample");
    assertEquals(404, ines.statusOf("/clients/" + id + "/log"), "a sample is no access");
    ines.forgetFaults();
    String clinician =
        roof.shelves().clients().get(roof.client(id)).orElseThrow().clinician().get().value();
    ClinicPages own = portal(clinician.startsWith("amara") ? "amara" : "tom");
    own.open("/clients/" + id + "/ending");
    assertThat(own.page().locator("section[aria-labelledby=readers]")).containsText("Inés Robledo");
    ClinicPages priya = portal("priya");
    assertEquals(404, priya.statusOf("/team"));
    priya.forgetFaults();
    priya.open("/clinic/teams");
    assertThat(priya.page().locator("input[value='tom-keller']")).isChecked();
    priya.page().locator("input[value='tom-keller']").uncheck();
    priya
        .page()
        .locator("form button[type=submit]", new Page.LocatorOptions().setHasText("Store"))
        .click();
    assertThat(priya.page().locator("#notice")).containsText("Stored.");
    priya.wellMade();
    ines.open("/team");
    assertThat(page.locator(".team-table tbody tr")).hasCount(1);
  }
}
