package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.tests.acceptance.ClientPages.Answers;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.SignIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The smaller stories: a check-in, another device, no script, the dark, an invitation. */
class EveryDayTest extends Story {
  @Test
  void a_check_in_leads_into_an_exercise() {
    Visitor chris = with(browser.person(Screen.PHONE));
    var client = new ClientPages(chris, clinic.product().chat());
    client.signIn(clinic.who("chris"));
    client.agree();
    client.start("check_in");
    client.goOnTo(
        "what_now", new Answers().at("mood", "4").at("about", "A long week and little sleep"));
    client.answer("thought_record");
    assertThat(client.page().locator("#head h1")).hasText("Thought record");
    assertThat(client.where()).hasText("Step 1 of 7");
    assertEquals("situation", client.step());
    assertEquals(List.of(), chris.faults());
  }

  @Test
  void what_was_begun_on_one_device_goes_on_on_another() {
    Visitor phone = with(browser.person(Screen.PHONE));
    var first = new ClientPages(phone, clinic.product().chat());
    first.signIn(clinic.who("dora"));
    first.agree();
    first.start("thought_record");
    first.answer("On Sunday at ten my sister hung up on me");
    Visitor desk = with(browser.person(Screen.DESKTOP));
    var second = new ClientPages(desk, clinic.product().chat());
    second.signIn(clinic.who("dora"));
    assertThat(second.page().locator("main")).containsText("Carry on with: Thought record");
    second.page().locator("button[value=resume]").click();
    second.page().waitForURL("**/chat*");
    assertThat(second.page().locator("#log")).containsText("my sister hung up on me");
    assertEquals("moods", second.step());
    second.answer("angry 80");
    // The first device hears of it without being touched.
    assertThat(first.page().locator("#log")).containsText("angry 80");
    assertThat(first.page().locator("#box[data-step='thoughts']")).isVisible();
  }

  @Test
  void a_turn_can_be_done_without_any_script() {
    Visitor plain = with(browser.personWithoutScript(Screen.PHONE));
    var client = new ClientPages(plain, clinic.product().chat());
    client.signIn(clinic.who("noscript"));
    client.agree();
    Page page = client.page();
    page.locator("button[value='start:thought_record']").first().click();
    page.waitForURL("**/chat*");
    assertThat(client.where()).hasText("Step 1 of 7");
    page.locator("#text").fill("On Monday at nine the printer broke and everyone sighed");
    page.locator("#box .write .send").click();
    page.waitForURL("**/chat*");
    assertThat(page.locator("#log")).containsText("the printer broke and everyone sighed");
    assertThat(client.where()).hasText("Step 2 of 7");
    page.locator("#box button[value=skip]").click();
    page.waitForURL("**/chat*");
    assertThat(client.where()).hasText("Step 3 of 7");
    page.locator("#text").fill("I want to kill myself");
    page.locator("#box .write .send").click();
    page.waitForURL("**/chat*");
    assertThat(client.last()).containsText("999");
  }

  @Test
  void every_page_is_as_good_in_the_dark() {
    Visitor maya = with(browser.person(Screen.PHONE, ColorScheme.DARK));
    var client = new ClientPages(maya, clinic.product().chat());
    client.open("/sign-in");
    client.wellMade();
    client.signIn(clinic.product().signIn("maya"));
    for (String path :
        List.of(
            "/",
            "/chat",
            "/records",
            "/homework",
            "/about",
            "/help-now",
            "/safety-plan",
            "/safety-plan/helpers",
            "/read/piece_sleep")) {
      client.open(path);
      client.wellMade();
      client.picture("dark-" + path.replace("/", "-").replaceFirst("-", "client-"));
    }
    client.open("/records");
    client.page().locator("a.row").first().click();
    client.page().waitForURL("**/records/*");
    client.wellMade();
    Visitor amara = with(browser.person(Screen.DESKTOP, ColorScheme.DARK));
    var portal = new ClinicPages(amara, clinic.product().portal());
    portal.signIn(clinic.product().signIn("amara"));
    for (String path :
        List.of(
            "/caseload",
            "/risk",
            "/homework",
            "/clients/maya",
            "/clients/maya/log",
            "/clients/maya/homework",
            "/clients/maya/safety-plan",
            "/clients/maya/limits")) {
      portal.open(path);
      portal.wellMade();
      portal.picture("dark-portal" + path.replace("/", "-"));
    }
    assertEquals(List.of(), maya.faults());
    assertEquals(List.of(), amara.faults());
  }

  @Test
  void an_administrator_invites_somebody_who_joins_and_never_sees_a_transcript() {
    Visitor admin = with(browser.person(Screen.DESKTOP));
    var portal = new ClinicPages(admin, clinic.product().portal());
    portal.signIn(clinic.who("admin"));
    portal.open("/clinic");
    portal.wellMade();
    portal.open("/clinic/invite");
    portal.wellMade();
    Page page = portal.page();
    page.locator("#name").fill("Nadia");
    page.locator("#zone").fill("Europe/London");
    page.locator("#clinician").selectOption("therapist");
    page.getByText("Make the invitation").click();
    page.locator(".ticket-code").waitFor();
    portal.wellMade();
    portal.picture("invitation");
    String link = page.locator(".ticket-link").last().textContent().strip();
    ClientPages nadia = joins(link);
    page.navigate(clinic.product().portal() + "/clinic");
    page.locator("a", new Page.LocatorOptions().setHasText("Nadia")).first().click();
    page.locator("select#clinician").selectOption("colleague");
    portal.leads(page.locator("form[action$='/clinician'] button"));
    assertThat(page.locator("main")).containsText("Colleague");
    portal.wellMade();
    String id = page.url().replaceAll(".*/clinic/clients/([a-z0-9-]+).*", "$1");
    closedToTheAdministrator(portal, id);
    assertEquals(List.of(), admin.faults());
    readByTheNewClinicianAlone(id);
    assertThat(nadia.page().locator("#log")).containsText("the swan on the river");
  }

  private ClientPages joins(String link) {
    Visitor visitor = with(browser.person(Screen.PHONE));
    var nadia = new ClientPages(visitor, clinic.product().chat());
    nadia.page().navigate(link);
    nadia.wellMade();
    nadia.page().locator("#name").fill("nadia.stories");
    nadia.page().locator("#password").fill("copper swan under the bridge");
    nadia.page().locator("form[action='/join'] button").click();
    nadia.agree();
    nadia.start("thought_record");
    nadia.answer("On Saturday at six I saw the swan on the river and cried");
    assertEquals(List.of(), visitor.faults());
    return nadia;
  }

  private static void closedToTheAdministrator(ClinicPages portal, String id) {
    for (String path : List.of("", "/log", "/homework", "/limits")) {
      int status = portal.statusOf("/clients/" + id + path);
      assertEquals(404, status, "an administrator finds nothing at " + path);
      assertFalse(portal.page().content().contains("the swan on the river"));
    }
    // The browser itself reports the four pages that are not there.
    portal.forgetFaults();
  }

  private void readByTheNewClinicianAlone(String id) {
    var former = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    former.signIn(clinic.who("therapist"));
    assertEquals(404, former.statusOf("/clients/" + id + "/log"));
    var now = new ClinicPages(with(browser.person(Screen.DESKTOP)), clinic.product().portal());
    now.signIn(clinic.who("colleague"));
    assertEquals(200, now.statusOf("/clients/" + id + "/log"));
    assertThat(now.page().locator("main")).containsText("the swan on the river");
  }

  @Test
  void the_printed_sign_ins_let_everybody_in() {
    List<SignIn> printed = clinic.product().signIns();
    assertFalse(printed.isEmpty());
    for (String role : List.of("client", "clinician", "admin")) {
      SignIn who = printed.stream().filter(s -> s.role().equals(role)).findFirst().orElseThrow();
      Visitor visitor = with(browser.person(Screen.DESKTOP));
      if (role.equals("client")) {
        new ClientPages(visitor, clinic.product().chat()).signIn(who);
      } else {
        new ClinicPages(visitor, clinic.product().portal()).signIn(who);
      }
      assertThat(visitor.page().locator("h1").first()).isVisible();
      assertEquals(List.of(), visitor.faults(), role);
    }
  }
}
