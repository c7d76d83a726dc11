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

/** The exercises of the library, as a client and a therapist meet them. */
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
  void what_is_too_hard_becomes_smaller_and_a_missed_plan_shows_its_trap() {
    ClientPages bella = client("bella", Screen.PHONE);
    bella.start("behavioural_activation");
    bella.goOnTo(
        "plan_when",
        new Answers()
            .at("idea", "When I do less I feel worse, so a small thing comes first")
            .at("day", "lay on the sofa 2 1 2")
            .at("area", "people")
            .at("matters", "being somebody my sister can call")
            .at("ladder", "call my sister 5, send her a photo 2", "no")
            .at("plan_what", "call my sister"));
    bella.answer("that's too hard");
    assertEquals("plan_smaller", bella.step(), "too hard is an answer, and makes the plan smaller");
    bella.wellMade();
    bella.picture("activation-smaller");
    bella.answer("send her one photo of the dog");
    bella.goOnTo(
        "plan_more",
        new Answers()
            .at("plan_when", "Saturday at eleven")
            .at("plan_where", "at home, alone")
            .at("plan_long", "two minutes")
            .at("plan_barrier", "I forget it")
            .at("plan_b", "I do it on Sunday")
            .at("plan_confidence", "8"));
    bella.answer("no");
    assertThat(bella.page().locator("#ending")).isVisible();
    ClinicPages portal = therapist(ColorScheme.LIGHT);
    portal.open("/clients/bella/homework");
    assertThat(portal.page().locator("main")).containsText("send her one photo of the dog");
    missesIt(bella);
  }

  private static void missesIt(ClientPages bella) {
    bella.home();
    bella.start("behavioural_activation");
    assertEquals("done", bella.step(), "the next sitting begins with how the plan went");
    assertThat(bella.last()).containsText("send her one photo of the dog");
    bella.answer("no");
    bella.answer("I saw that she had been online");
    bella.answer("I felt small");
    bella.answer("I put the phone in the drawer");
    assertThat(bella.last()).containsText("the trap");
    assertEquals("coping", bella.step(), "from the trap to another way round");
    bella.wellMade();
    bella.picture("activation-trap");
    bella.answer("send a thumbs up and nothing else");
    bella.tap("stop");
    bella.open("/records");
    bella.page().locator("a.row").first().click();
    assertThat(bella.page().locator("main")).containsText("send a thumbs up and nothing else");
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
