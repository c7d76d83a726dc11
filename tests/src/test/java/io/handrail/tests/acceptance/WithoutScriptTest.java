package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.review.CaseloadRow;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Device;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every act of the portal in a browser that runs no script: forms, links and nothing else. */
class WithoutScriptTest extends RoofStory {
  private ClinicPages plain(String user) {
    var portal = new ClinicPages(with(browser.personWithoutScript(Screen.DESKTOP)), roof.portal());
    portal.signIn(roof.who(user));
    return portal;
  }

  /** Presses a button by the words on it, and reads what the page says then. */
  private static void press(Page page, String words, String said) {
    page.locator("button", new Page.LocatorOptions().setHasText(words)).first().click();
    if (!said.isEmpty()) assertThat(page.locator("#notice")).containsText(said);
  }

  private static void unfold(Page page, String words) {
    page.locator("summary", new Page.LocatorOptions().setHasText(words)).first().click();
  }

  private static LocalDate today() {
    return roof.now().atZone(ZoneId.of("Europe/London")).toLocalDate();
  }

  @Test
  void the_caseload_opens_its_sources_and_a_flag_is_answered_and_a_hold_released() {
    try (Device george = device("george")) {
      george.tap("start:check_in");
      george.say("I am going to kill myself tonight");
    }
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    page.locator("li.case#george .whys a").first().click();
    assertThat(page.locator("main")).containsText("kill myself tonight");
    amara.open("/risk");
    Locator card = page.locator("article.risk#george");
    card.locator("textarea[name=action]").fill("Rang at once; safe, with his sister.");
    card.locator("button").click();
    assertThat(page.locator("#notice")).containsText("Stored");
    Locator hold = page.locator("article.held#george");
    hold.locator("textarea[name=note]").fill("Wants to go on.");
    hold.locator("button").click();
    assertThat(page.locator("#notice")).containsText("released");
  }

  @Test
  void the_log_is_searched_annotated_marked_read_and_taken_along() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/log");
    page.locator("#q").fill("sister");
    press(page, "Look", "");
    assertThat(page.locator("main")).containsText("sister");
    amara.open("/clients/maya/log");
    unfold(page, "Write beside it");
    Locator form = page.locator("details.annotate[open] form");
    form.locator("textarea").fill("Ask about this on Thursday.");
    form.locator("select").selectOption("session");
    form.locator("button").click();
    assertThat(page.locator(".beside").first()).containsText("Ask about this on Thursday.");
    unfold(page, "As plain text");
    assertThat(page.locator("#log-text")).isVisible();
    String pdf = page.locator("a[href*='/log/pdf']").getAttribute("href");
    assertEquals(200, page.context().request().get(roof.portal() + pdf).status());
    press(page, "I have read up to entry", "");
    assertThat(page.locator("main")).containsText("eviewed");
  }

  @Test
  void a_brief_is_signed_without_one_sentence() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/brief");
    page.locator("#since").fill("2026-01-01");
    press(page, "Show", "");
    page.locator("input[name=omit]").last().check();
    page.locator("#remark").fill("Saturday first.");
    press(page, "Sign as", "Signed.");
    unfold(page, "As plain text");
    assertThat(page.locator("#brief-text")).containsText("Saturday first.");
  }

  @Test
  void limits_a_template_and_a_pause_are_stored() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/aisha/limits");
    page.locator("#messages").fill("12");
    press(page, "Store these limits", "Stored.");
    unfold(page, "Save them as a template");
    page.locator("#template").fill("A quiet week");
    press(page, "Save as a template", "");
    page.locator("a", new Page.LocatorOptions().setHasText("A quiet week")).first().click();
    assertThat(page.locator("#messages")).hasValue("12");
    press(page, "Pause now", "");
    assertThat(page.locator(".chip.watch")).containsText("Paused");
    press(page, "End the pause", "");
    assertThat(page.locator(".chart-pause")).containsText("Pause now");
  }

  @Test
  void steering_is_tried_on_a_past_message_and_stored() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/steering");
    page.locator("input[name=pace][value=shorter]").check();
    page.locator("#note").fill("Start from what she did.");
    page.locator("input[name=turns]").first().check();
    press(page, "Show before and after", "");
    for (int i = 0; i < 10 && page.locator(".sides").count() == 0; i++) {
      page.locator("a", new Page.LocatorOptions().setHasText("Look again")).click();
    }
    assertThat(page.locator(".sides").first()).isVisible();
    assertThat(page.locator("#note")).hasValue("Start from what she did.");
    press(page, "Store this steering", "Stored.");
  }

  @Test
  void a_person_takes_over_writes_whispers_and_hands_back() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/daniel/live");
    page.locator("#whisper").fill("Gently today.");
    page.locator("form[action$='/whisper'] button").click();
    page.locator("form[action$='/take-over'] button").click();
    assertThat(page.locator("#standing")).containsText("You have taken over");
    page.locator("#write").fill("Daniel, it is me.");
    page.locator("form[action$='/write'] button").click();
    assertThat(page.locator("#live-turns")).containsText("Daniel, it is me.");
    page.locator("#summary").fill("Only a hello.");
    page.locator("form[action$='/hand-back'] button").click();
    assertThat(page.locator("#standing")).containsText("The program speaks.");
  }

  @Test
  void a_reply_that_waits_is_changed_and_sent() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/daniel/limits");
    page.locator("input[name=replies][value=approve_first]").check();
    press(page, "Store these limits", "Stored.");
    try (Device daniel = device("daniel")) {
      daniel.tap("start:thought_record");
      daniel.say("On Tuesday nobody answered when I said hello");
    }
    amara.open("/replies");
    Locator words = page.locator("textarea[name=words]").first();
    words.fill("Thank you, Daniel. Where was that?");
    press(page, "Send to", "");
    assertThat(page.locator("textarea[name=words]")).hasCount(0);
    try (Device daniel = device("daniel")) {
      assertTrue(daniel.get("/chat").body().contains("Thank you, Daniel. Where was that?"));
    }
  }

  @Test
  void homework_is_edited_approved_and_returned_one_by_one_and_in_bulk() {
    proposed("w1", "Walk to the gate", Optional.empty());
    proposed("w2", "Write one line", Optional.of("I wrote two."));
    proposed("w3", "Ring Ana", Optional.of("I did, it was short."));
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/homework");
    Locator piece = page.locator("article.piece#hw-w1");
    piece.locator("details.edit summary").click();
    piece.locator("textarea[name=task]").fill("Walk to the gate and back");
    piece.locator("button[value=approve]").click();
    assertThat(page.locator("main")).containsText("Walk to the gate and back");
    amara.open("/homework");
    for (Locator pick : page.locator("input[name=pick][value*=' w']").all()) pick.check();
    page.locator("#bulk-comment").fill("Well noted.");
    press(page, "Return the reports", "2 pieces returned.");
  }

  private static void proposed(String id, String task, Optional<String> report) {
    var then = roof.now().minus(Duration.ofDays(4));
    Homework piece = Homework.proposed(id, task, "", Optional.empty(), "Handrail", then);
    if (report.isPresent()) {
      piece =
          piece
              .approved("Dr Amara Obi", then.plusSeconds(60), task, "", "")
              .read()
              .done("the client", then.plusSeconds(9000), report.get());
    }
    Homework kept = piece;
    var maya = roof.client("maya");
    roof.shelves().homework().change(maya, HomeworkBook.EMPTY, book -> book.with(kept));
    roof.shelves()
        .caseload()
        .change(maya, CaseloadRow.NEW, row -> row.withHomeworkWaiting(row.homeworkWaiting() + 1));
  }

  @Test
  void measures_are_asked_for_fidelity_is_rated_and_minutes_of_reading_are_spent() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/measures");
    page.locator("#often-phq9").selectOption("weekly");
    page.locator("form.ask-form:has(#often-phq9) button").click();
    assertThat(page.locator("#notice")).isVisible();
    unfold(page, "Show");
    amara.open("/clients/maya/fidelity");
    page.locator("form[action$='/fidelity'] select").first().selectOption("4");
    press(page, "Keep my ratings", "Your ratings are kept.");
    amara.open("/review");
    page.locator("#minutes").fill("15");
    press(page, "Choose anew", "");
    int before = page.locator(".stop").count();
    assertTrue(before > 0);
    page.locator(".stop form button").first().click();
    assertTrue(page.url().contains("/review"), page.url());
  }

  @Test
  void notes_the_card_cover_the_safety_plan_and_a_taper_are_written_and_taken_back() {
    ClinicPages amara = plain("amara");
    Page page = amara.page();
    amara.open("/clients/maya/notes");
    page.locator("#text").fill("Slower than I think.");
    press(page, "Keep this note", "");
    assertThat(page.locator(".note").first()).containsText("Slower than I think.");
    page.locator("#avoid").fill("journey");
    press(page, "Store the card", "");
    assertThat(page.locator("section[aria-labelledby=card]")).containsText("Version");
    amara.open("/cover");
    page.locator("input[name=clients][value=maya]").check();
    page.locator("#to").selectOption("tom-keller");
    page.locator("#until").fill(today().plusDays(2).toString());
    page.locator(".cover-form button").click();
    assertThat(page.locator("#notice")).containsText("Handed over");
    press(page, "Take back now", "");
    assertThat(page.locator(".covered")).hasCount(0);
    amara.open("/clients/maya/ending");
    page.locator("details.edit summary").click();
    page.locator("#begins").fill(today().plusDays(1).toString());
    page.locator("#weeks").fill("3");
    page.locator("#down").fill("5");
    page.locator("#word").fill("As we said.");
    press(page, "Store the plan", "Planned.");
    press(page, "Stop the taper", "Stopped.");
    amara.open("/clients/maya/safety-plan");
    assertThat(page.locator("main form").first()).isAttached();
  }

  @Test
  void a_supervisor_reads_a_sample_and_an_administrator_does_the_office() {
    ClinicPages ines = plain("ines");
    ines.open("/team");
    ines.page().locator("a[href*='/team/sample/']").first().click();
    assertThat(ines.page().locator("main")).containsText("This opening is written down");
    ClinicPages priya = plain("priya");
    Page page = priya.page();
    priya.open("/clinic/import");
    page.locator("#text")
        .fill("name,language,time zone,clinician\nRosa Plain,es,Europe/Madrid,Tom Keller\n");
    press(page, "Look at the rows", "");
    press(page, "Enrol this person", "");
    assertThat(page.locator(".ticket")).hasCount(1);
    priya.open("/clinic/teams");
    press(page, "Store", "Stored.");
    priya.open("/clinic/sign-ins");
    page.locator("li:has-text('Tom Keller') form[action$='/code'] button").click();
    assertThat(page.locator(".ticket-code")).isVisible();
    priya.open("/clinic/clients/maya/data");
    page.locator("input[name=to][value=client]").check();
    press(page, "Order a copy", "Ordered.");
    priya.open("/audit");
    page.locator("#area").selectOption("DATA");
    press(page, "Show", "");
    assertThat(page.locator(".audit-rows")).containsText("copy");
    priya.open("/account");
    press(page, "Set up the second step", "");
    assertThat(page.locator("svg.qr")).isVisible();
  }

  @Test
  void no_page_shows_a_button_that_only_a_script_would_make_work() {
    ClinicPages amara = plain("amara");
    for (String path :
        List.of(
            "/caseload",
            "/risk",
            "/replies",
            "/homework",
            "/review",
            "/cover",
            "/clients/maya",
            "/clients/maya/brief",
            "/clients/maya/log",
            "/clients/maya/live",
            "/clients/maya/homework",
            "/clients/maya/measures",
            "/clients/maya/safety-plan",
            "/clients/maya/steering",
            "/clients/maya/limits",
            "/clients/maya/notes",
            "/clients/maya/fidelity",
            "/clients/maya/ending",
            "/clients/maya/data",
            "/account")) {
      amara.open(path);
      assertThat(amara.page().locator("button[type=button]:visible")).hasCount(0);
      assertThat(amara.page().locator("h1").first()).isVisible();
    }
  }
}
