package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A therapist asks for a questionnaire; the client answers it; the therapist reads it. */
class MeasuresStoryTest extends Story {
  private ClinicPages therapist() {
    Visitor desk = with(browser.person(Screen.DESKTOP));
    var portal = new ClinicPages(desk, clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    return portal;
  }

  private static void asks(ClinicPages portal, String client, String instrument, String often) {
    portal.open("/clients/" + client + "/measures");
    Page page = portal.page();
    page.locator("#often-" + instrument).selectOption(often);
    portal.leads(page.locator("form:has(#often-" + instrument + ") button"));
    assertThat(page.locator("#notice")).isVisible();
  }

  private static void tap(ClientPages client, String move) {
    client.leads(client.page().locator("button[value='measure:" + move + "']"));
  }

  private static void answers(ClientPages client, String instrument, int from, int... values) {
    for (int i = 0; i < values.length; i++) {
      tap(client, "answer," + instrument + ",q" + (from + i) + "," + values[i]);
    }
  }

  @Test
  void a_phq_9_is_asked_for_interrupted_finished_and_its_ninth_answer_is_met() {
    ClinicPages portal = therapist();
    asks(portal, "petra", "phq9", "weekly");
    portal.wellMade();
    Visitor petra = with(browser.person(Screen.PHONE));
    var client = new ClientPages(petra, clinic.product().chat());
    client.signIn(clinic.who("petra"));
    client.agree();
    Page page = client.page();
    assertThat(page.locator(".next h2")).hasText("PHQ-9");
    client.wellMade();
    tap(client, "start,phq9");
    assertThat(page.locator("legend")).containsText("Little interest or pleasure");
    assertThat(page.locator(".answer")).hasCount(4);
    client.wellMade();
    client.picture("phq9-question");
    tallEnough(page);
    answers(client, "phq9", 1, 2, 2, 1);
    backAndOnByKeyboard(client);
    tap(client, "stop,phq9");
    client.home();
    assertThat(page.locator(".next h2")).hasText("Carry on with: PHQ-9");
    assertThat(page.locator(".next")).containsText("Question 4 of 9");
    tap(client, "start,phq9");
    assertThat(page.locator("legend")).containsText("tired or having little energy");
    answers(client, "phq9", 4, 1, 1, 1, 1, 0, 1);
    page.waitForURL("**/chat*");
    assertThat(client.last()).containsText("You chose “Several days”");
    assertEquals("asked", client.mode());
    assertTrue(page.locator("#box-place a[href^='tel:']").count() > 0, "help is on the screen");
    client.wellMade();
    client.picture("phq9-ninth-answer");
    seenByTheTherapist(portal);
    client.say("No, not now");
    told(client);
    assertEquals(List.of(), petra.faults());
  }

  private static void tallEnough(Page page) {
    double height = page.locator(".answer").first().boundingBox().height;
    assertTrue(height >= 44, "an answer is easy to tap: " + height);
  }

  private static void backAndOnByKeyboard(ClientPages client) {
    Page page = client.page();
    tap(client, "back,phq9");
    assertThat(page.locator("legend")).containsText("Trouble falling or staying asleep");
    assertThat(page.locator(".answer.chosen")).hasText("Several days (your answer so far)");
    page.locator(".answer").nth(3).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("legend")).containsText("tired or having little energy");
  }

  private static void seenByTheTherapist(ClinicPages portal) {
    portal.open("/risk");
    assertThat(portal.page().locator("#petra")).containsText("PHQ-9, 9 of 9");
    assertThat(portal.page().locator("#petra")).containsText("Several days");
    portal.open("/clients/petra/measures");
    Page page = portal.page();
    assertThat(page.locator(".measure h2")).containsText("12 of 27, moderate");
    assertThat(page.locator(".results")).containsText("Question 9: Several days (1)");
    page.locator("summary").first().click();
    assertThat(page.locator(".results .answers li")).hasCount(9);
    portal.wellMade();
    portal.picture("measures-petra");
  }

  private static void told(ClientPages client) {
    client.open("/measures");
    client.wellMade();
    client.page().locator(".results a").first().click();
    client.page().waitForURL("**/measures/results/*");
    assertThat(client.page().locator(".told")).containsText("Your answers add up to 12");
    assertThat(client.page().locator(".told")).containsText("A number is not a diagnosis");
    String words = client.page().locator("main").textContent().toLowerCase(Locale.ROOT);
    assertFalse(words.contains("low risk"));
    assertFalse(words.contains("depress"));
    client.wellMade();
  }

  @Test
  void an_urgent_ninth_answer_holds_and_no_questionnaire_is_pushed_while_it_stands() {
    ClinicPages portal = therapist();
    asks(portal, "quentin", "phq9", "weekly");
    asks(portal, "quentin", "gad7", "weekly");
    Visitor quentin = with(browser.person(Screen.PHONE, ColorScheme.DARK));
    var client = new ClientPages(quentin, clinic.product().chat());
    client.signIn(clinic.who("quentin"));
    client.agree();
    Page page = client.page();
    tap(client, "start,phq9");
    answers(client, "phq9", 1, 3, 3, 3, 3, 3, 3, 3, 3, 3);
    page.waitForURL("**/chat*");
    assertThat(client.last().locator(".line.crisis").first()).isVisible();
    assertThat(client.last()).containsText("999");
    assertEquals("held", client.mode());
    client.home();
    assertThat(page.locator("main")).containsText("on hold");
    assertThat(page.locator("main")).not().containsText("GAD-7");
    client.open("/measures");
    assertThat(page.locator("button[value^='measure:start']")).hasCount(0);
    client.wellMade();
    client.picture("measures-on-hold");
    portal.open("/caseload");
    assertThat(portal.page().locator("#quentin")).containsText("to answer now");
    assertEquals(List.of(), quentin.faults());
  }

  @Test
  void in_spanish_without_script_a_gad_7_is_told_in_plain_words() {
    asks(therapist(), "rosa", "gad7", "once");
    Visitor rosa = with(browser.personWithoutScript(Screen.PHONE));
    var client = new ClientPages(rosa, clinic.product().chat());
    client.signIn(clinic.who("rosa"));
    client.agree();
    Page page = client.page();
    page.navigate(clinic.product().chat() + "/about");
    page.locator("input[name=language][value=es]").check();
    page.locator("form[action='/about/language'] button").click();
    client.home();
    assertThat(page.locator(".next")).containsText("Siete preguntas");
    tap(client, "start,gad7");
    answers(client, "gad7", 1, 1, 1, 1, 1, 1, 1);
    tap(client, "skip,gad7,q7");
    assertThat(page.locator(".told"))
        .containsText("Tus respuestas suman 7, en una escala de 0 a 21");
    assertThat(page.locator(".told")).containsText("una pregunta sin contestar");
    assertEquals(List.of(), rosa.faults());
  }
}
