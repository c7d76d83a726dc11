package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.acceptance.ClientPages.Answers;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import org.junit.jupiter.api.Test;

/** Problem solving, worry time and graded exposure, as a client and a therapist meet them. */
class LibraryStoriesTest extends Story {
  private static final String STEP = "say good morning to the neighbour";

  private ClientPages client(String name, Screen screen) {
    Visitor visitor = with(browser.person(screen));
    var client = new ClientPages(visitor, clinic.product().chat());
    client.signIn(clinic.who(name));
    client.agree();
    return client;
  }

  private ClinicPages therapist(ColorScheme scheme) {
    var portal =
        new ClinicPages(with(browser.person(Screen.DESKTOP, scheme)), clinic.product().portal());
    portal.signIn(clinic.who("therapist"));
    return portal;
  }

  @Test
  void a_problem_is_taken_apart_up_to_a_first_step_that_the_therapist_sees() {
    ClientPages pablo = client("pablo", Screen.PHONE);
    pablo.start("problem_solving");
    pablo.answer("The heating in my flat is broken and the landlord does not answer");
    pablo.answer("partly");
    pablo.goOnTo(
        "choose",
        new Answers()
            .at("own_part", "I can write to him and ask for help")
            .at("goal", "The heating works by Friday")
            .at("ideas", "write him an email\ncall the tenants' office\nstay with my sister", "no")
            .at("pros", "it costs nothing", "they know the law", "it is warm there")
            .at("cons", "he never answers", "I have to go there", "it is far from work"));
    pablo.wellMade();
    pablo.picture("problem-solving-choose");
    pablo.answer("2");
    pablo.goOnTo(
        "none",
        new Answers()
            .at("first_step", "look up their number")
            .at("step_when", "tomorrow at ten")
            .at("sure", "8"));
    assertThat(pablo.page().locator("#ending")).containsText("That is the whole exercise");
    pablo.wellMade();
    ClinicPages portal = therapist(ColorScheme.LIGHT);
    portal.open("/clients/pablo/homework");
    assertThat(portal.page().locator("main")).containsText("look up their number");
    pablo.home();
    pablo.start("problem_solving");
    assertEquals("done", pablo.step(), "the next sitting begins with what came of it");
  }

  @Test
  void a_worry_gets_its_time_and_the_practical_one_goes_on_to_problem_solving() {
    ClientPages wilma = client("wilma", Screen.PHONE);
    wilma.start("worry_time");
    wilma.goOnTo(
        "none",
        new Answers()
            .at("share_then", "about an hour")
            .at("strength_then", "60")
            .at("slot_time", "half past five after work")
            .at("slot_minutes", "20 minutes")
            .at("slot_place", "at the kitchen table"));
    wilma.home();
    wilma.start("worry_time");
    wilma.answer("log");
    wilma.goOnTo(
        "none",
        new Answers()
            .at("worry", "The rent is due on Friday")
            .at("worry_anxiety", "70")
            .at("worry_when", "this morning")
            .at("refocus", "the dishes"));
    wilma.home();
    wilma.start("worry_time");
    wilma.answer("slot");
    assertEquals("kind", wilma.step());
    assertThat(wilma.pinned()).containsText("The rent is due on Friday");
    wilma.wellMade();
    wilma.picture("worry-time-slot");
    wilma.answer("practical");
    wilma.goOnTo(
        "solve", new Answers().at("pleasant", "tea on the balcony").at("after_anxiety", "40"));
    wilma.answer("yes");
    assertThat(wilma.page().locator("#head h1")).hasText("Problem solving");
    assertEquals("control", wilma.step(), "the worry went along and is not asked again");
    assertThat(wilma.last()).containsText("The rent is due on Friday");
  }

  @Test
  void a_feared_step_is_tried_only_after_the_therapists_yes() {
    ClientPages grace = client("grace", Screen.PHONE);
    asksForAStep(grace);
    grace.home();
    grace.start("graded_exposure");
    grace.answer("plan");
    assertThat(grace.last()).containsText("therapist");
    assertThat(grace.last()).containsText("Homework");
    assertThat(grace.page().locator("#ending")).isVisible();
    grace.picture("exposure-waits");
    ClinicPages portal = therapist(ColorScheme.DARK);
    saysYes(portal);
    grace.home();
    grace.start("graded_exposure");
    grace.answer("plan");
    assertEquals("planned", grace.step());
    assertThat(grace.page().locator("#box button.option")).hasCount(1);
    grace.wellMade();
    grace.picture("exposure-agreed");
    grace.answer(STEP);
    grace.answer("he will stare at me");
    takesItBack(portal);
    grace.answer("80");
    assertThat(grace.last()).containsText("Nothing you wrote is lost");
    speaksAgainst(portal);
    grace.home();
    assertThat(grace.page().locator("button[value='start:graded_exposure']")).hasCount(0);
  }

  private static void asksForAStep(ClientPages grace) {
    grace.start("graded_exposure");
    grace.answer("people");
    grace.goOnTo(
        "what_now",
        new Answers()
            .at("theme", "that they laugh at me")
            .at("steps", STEP + " 25\nask a stranger for the time 35\nring the bank 60", "no"));
    grace.wellMade();
    grace.picture("exposure-list");
    grace.answer("ask");
    grace.answer(STEP);
    assertThat(grace.last()).containsText(STEP);
    assertThat(grace.page().locator("#ending")).isVisible();
  }

  private static void saysYes(ClinicPages portal) {
    portal.open("/clients/grace/homework");
    Locator piece = portal.page().locator("article.piece").first();
    assertThat(piece).containsText("only after your yes");
    portal.wellMade();
    portal.picture("exposure-approval");
    piece.locator("textarea[name=comment]").fill("Take your time with it.");
    piece.locator("button[value=approve]").click();
    assertThat(portal.page().locator("#notice")).isVisible();
    assertThat(portal.page().locator("main")).containsText("may be tried");
  }

  private static void takesItBack(ClinicPages portal) {
    portal.open("/clients/grace/homework");
    Locator piece =
        portal.page().locator("article.piece", new Page.LocatorOptions().setHasText(STEP)).first();
    piece.locator("details.edit summary").click();
    piece.locator("textarea[name=comment]").fill("Let us talk about it on Monday first.");
    portal.wellMade();
    piece.locator("button[value=decline]").click();
    assertThat(portal.page().locator("main")).containsText("may not be tried");
  }

  private static void speaksAgainst(ClinicPages portal) {
    portal.open("/clients/grace/limits");
    portal.page().locator("details.against summary").click();
    portal.page().locator("input[name=against][value=ptsd]").check();
    portal.page().getByText("Store these limits").click();
    portal.page().locator("#notice").waitFor();
    assertThat(portal.page().locator("main")).containsText("Held back");
    portal.wellMade();
    portal.picture("limits-contraindication");
  }
}
