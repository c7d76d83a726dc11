package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.review.CaseloadRow;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.Device;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a person sees when something does not answer: the line is cut, the store is silent, an
 * answer takes long. Each says what happened, and nothing that was typed is lost.
 */
class StatesTest extends RoofStory {
  private static final String WORDS = "Took me a while, and \"quotes\" <too>";

  /** The pages that act: where one writes, and with what one sends. */
  private enum Acting {
    STEERING(
        "/clients/maya/steering", "#note", "main form.letter-main p > button.button:not(.quiet)"),
    PLAN("/clients/maya/limits", "#explore", "form.limits p.row button.button"),
    NOTES("/clients/maya/notes", "form.note-new textarea", "form.note-new button"),
    BRIEF("/clients/maya/brief?since=2026-01-01", "#remark", "#sign-form button"),
    HOMEWORK(
        "/clients/george/homework",
        "#hw-late textarea[name=comment]",
        "#hw-late button[value=return]"),
    LOG("/clients/maya/log", "details.annotate[open] textarea", "details.annotate[open] button"),
    RISK("/risk", "#hanna textarea[name=action]", "#hanna button"),
    REPLIES("/replies", "textarea[name=words]", "form[action*='/replies/'] button"),
    HAND_BACK("/clients/noor/live", "#summary", "form[action$='/hand-back'] button");

    final String path;
    final String box;
    final String button;

    Acting(String path, String box, String button) {
      this.path = path;
      this.box = box;
      this.button = button;
    }

    /** Whose client it is. */
    String user() {
      return this == RISK || this == HAND_BACK ? "tom" : "amara";
    }
  }

  @BeforeAll
  static void somethingToActOn() {
    var george = roof.client("george");
    var then = roof.now().minus(Duration.ofDays(4));
    Homework done =
        Homework.proposed("late", "Walk to the gate", "", Optional.empty(), "Handrail", then)
            .approved("Dr Amara Obi", then.plusSeconds(60), "Walk to the gate", "", "")
            .read()
            .done("the client", then.plusSeconds(9000), "I went.");
    roof.shelves().homework().change(george, HomeworkBook.EMPTY, book -> book.with(done));
    roof.shelves()
        .caseload()
        .change(george, CaseloadRow.NEW, row -> row.withHomeworkWaiting(row.homeworkWaiting() + 1));
    try (Device amara = Device.signedIn(roof.portal(), roof.who("amara"));
        Device tom = Device.signedIn(roof.portal(), roof.who("tom"))) {
      String limits = amara.get("/clients/daniel/limits").body();
      String seen = limits.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
      amara.post(
          "/clients/daniel/limits",
          Map.of(
              "seen",
              seen,
              "messages",
              "40",
              "model",
              "off",
              "replies",
              "approve_first",
              "protocols",
              "thought_record",
              "review",
              "7"));
      tom.post("/clients/noor/live/take-over", Map.of());
    }
    try (Device daniel = Device.signedIn(roof.chat(), roof.who("daniel"))) {
      daniel.tap("start:thought_record");
      daniel.say("On Tuesday nobody answered when I said hello");
    }
  }

  @AfterEach
  void answersAgain() {
    roof.store(true);
  }

  private ClinicPages at(Visitor visitor, String user) {
    var portal = new ClinicPages(visitor, roof.portal());
    portal.signIn(roof.who(user));
    return portal;
  }

  private static Locator written(Page page, Acting acting) {
    page.navigate(roof.portal() + acting.path);
    if (acting == Acting.LOG) page.locator("details.annotate summary").first().click();
    Locator box = page.locator(acting.box).first();
    box.fill(WORDS);
    return box;
  }

  /** The button once it is there, whatever the page looks like by then. */
  private static void send(Page page, Acting acting) {
    page.locator(acting.button).first().click();
  }

  @ParameterizedTest
  @EnumSource(Acting.class)
  void without_a_connection_the_form_stays_says_so_and_keeps_the_words(Acting acting) {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = at(desk, acting.user()).page();
    Locator box = written(page, acting);
    desk.context().setOffline(true);
    send(page, acting);
    assertThat(page.locator(".sending")).containsText("No connection. Nothing was sent");
    assertThat(box).hasValue(WORDS);
    desk.context().setOffline(false);
    if (acting == Acting.STEERING) desk.as(Screen.TABLET, ColorScheme.DARK);
    if (acting == Acting.STEERING) desk.picture("state-offline");
  }

  @ParameterizedTest
  @EnumSource(Acting.class)
  void where_the_store_does_not_answer_the_words_come_back_and_are_sent_again(Acting acting) {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = at(desk, acting.user()).page();
    written(page, acting);
    roof.store(false);
    send(page, acting);
    assertThat(page.locator("h1")).hasText("We cannot reach part of the program");
    assertThat(page.locator("form.kept textarea").last()).hasValue(WORDS);
    if (acting == Acting.STEERING) {
      desk.as(Screen.DESKTOP, ColorScheme.LIGHT);
      desk.picture("state-store-silent");
    }
    roof.store(true);
    page.locator("form.kept button").click();
    assertThat(page.locator("header.top")).isVisible();
    assertThat(page.locator("h1").first()).not().containsText("cannot reach");
    stored(desk, acting);
  }

  private static void stored(Visitor desk, Acting acting) {
    desk.settled();
    Page page = desk.page();
    switch (acting) {
      case STEERING, PLAN, NOTES, LOG, HAND_BACK -> {
        page.navigate(roof.portal() + acting.path.replace("/live", "/log"));
        assertTrue(page.content().contains("Took me a while"), acting + " is stored");
      }
      case BRIEF -> assertThat(page.locator(".brief")).containsText(WORDS);
      case HOMEWORK -> assertThat(page.locator("main")).containsText(WORDS);
      case RISK -> assertThat(page.locator("#notice")).containsText("Stored");
      case REPLIES -> assertThat(page.locator("textarea[name=words]")).hasCount(0);
    }
  }

  @Test
  void a_page_or_a_pdf_that_cannot_be_had_says_so_and_is_one_press_away_when_it_can() {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = at(desk, "amara").page();
    for (String path : new String[] {"/caseload", "/clients/maya/log", "/clients/maya/brief/pdf"}) {
      page.navigate(roof.portal() + "/clients/maya");
      roof.store(false);
      assertEquals(503, page.navigate(roof.portal() + path).status());
      assertThat(page.locator("main")).containsText("What was saved is safe");
      Locator again = page.locator("a.button", new Page.LocatorOptions().setHasText("Try again"));
      assertThat(again).hasAttribute("href", path);
      roof.store(true);
      if (!path.endsWith("pdf")) {
        again.click();
        assertThat(page.locator("header.top")).isVisible();
      } else {
        assertEquals(200, page.context().request().get(roof.portal() + path).status());
      }
    }
  }

  @Test
  void a_slow_answer_is_said_to_be_slow_and_a_second_press_sends_nothing_twice() {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    desk.watchesForms();
    Page page = at(desk, "amara").page();
    written(page, Acting.NOTES);
    int[] sent = new int[1];
    var held = new Route[1];
    page.route("**/session/standing", route -> held[0] = route);
    page.onRequest(request -> {
      if (request.method().equals("POST")) sent[0]++;
    });
    send(page, Acting.NOTES);
    assertThat(page.locator(".sending")).containsText("takes longer than usual");
    send(page, Acting.NOTES);
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"), () -> held[0].resume());
    assertThat(page.locator(".note").first()).containsText(WORDS);
    desk.settled();
    assertEquals(1, sent[0]);
  }

  @Test
  void a_form_of_somebody_who_was_signed_out_keeps_the_words_until_they_are_in_again() {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = at(desk, "amara").page();
    page.navigate(roof.portal() + "/clients/maya/notes");
    page.locator("form.note-new textarea").fill("Kept while I signed in again");
    roof.accounts().endEverySession("amara");
    page.waitForTimeout(1500);
    send(page, Acting.NOTES);
    assertThat(page.locator(".sending")).containsText("You are signed out");
    assertThat(page.locator("form.note-new textarea")).hasValue("Kept while I signed in again");
    Page second = desk.context().newPage();
    second.navigate(roof.portal() + "/sign-in");
    second.locator("#name").fill(roof.who("amara").user());
    second.locator("#password").fill(roof.who("amara").password());
    second.locator("form[action='/sign-in'] button").click();
    second.waitForURL("**/caseload");
    send(page, Acting.NOTES);
    assertThat(page.locator("main")).containsText("Kept while I signed in again");
    assertThat(page.locator(".note").first()).containsText("Kept while");
  }

  @Test
  void a_live_view_that_is_cut_off_says_so_keeps_the_words_and_goes_on_by_itself() {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = at(desk, "amara").page();
    page.navigate(roof.portal() + "/clients/maya/live");
    assertThat(page.locator("#live-said")).containsText("Live.");
    page.locator("form[action$='/take-over'] button").click();
    page.locator("#write").fill(WORDS);
    desk.context().setOffline(true);
    page.locator("form[action$='/write'] button").click();
    assertThat(page.locator("#live-said")).containsText("No connection");
    assertThat(page.locator("#write")).hasValue(WORDS);
    desk.picture("state-live-cut");
    desk.context().setOffline(false);
    page.locator("form[action$='/write'] button").click();
    assertThat(page.locator("#live-turns")).containsText("Took me a while");
    page.locator("#summary").fill("Only a try.");
    page.locator("form[action$='/hand-back'] button").click();
    assertThat(page.locator("#standing")).containsText("The program speaks.");
  }

  @Test
  void a_client_offline_keeps_the_message_and_it_goes_when_the_line_is_back() {
    Visitor phone = with(browser.person(Screen.PHONE));
    var aisha = new ClientPages(phone, roof.chat());
    aisha.signIn(roof.who("aisha"));
    aisha.start("check_in");
    aisha.say("6");
    phone.context().setOffline(true);
    aisha.page().locator("#text").fill("We sat in the garden for a while");
    aisha.page().locator("#box .write .send").click();
    assertThat(aisha.page().locator("#state-line")).containsText("connection");
    assertThat(aisha.page().locator("#log")).containsText("We sat in the garden");
    phone.picture("state-client-offline");
    phone.context().setOffline(false);
    assertThat(aisha.page().locator("#state-line")).hasText("");
    assertThat(aisha.page().locator("#log .reading")).hasCount(0);
    roof.store(false);
    aisha.page().locator("#text").fill("And then it rained");
    aisha.page().locator("#box .write .send").click();
    assertThat(aisha.page().locator("#state-line")).not().hasText("");
    assertThat(aisha.page().locator("#log")).containsText("And then it rained");
    roof.store(true);
    assertThat(aisha.page().locator("#state-line")).hasText("");
    aisha.page().reload();
    assertThat(aisha.page().locator("#log")).containsText("And then it rained");
  }
}
