package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.handrail.care.record.audit.AuditEntry;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.SignIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody forgot the password: a client asks the clinician, staff ask an administrator. */
class ForgottenPasswordTest extends RoofStory {
  private static final String NEXT = "seven quiet green lamps";

  /** Opens the page where a new password is set, from the sign-in. */
  private static Page atTheDoor(Visitor visitor, String base) {
    Page page = visitor.page();
    page.navigate(base + "/sign-in");
    page.locator("a[href='/sign-in/forgotten']").click();
    page.waitForURL("**/sign-in/forgotten");
    return page;
  }

  private static void sets(Page page, String name, String code, String password) {
    page.locator("#name").fill(name);
    page.locator("#code").fill(code);
    page.locator("#password").fill(password);
    page.locator("form[action='/sign-in/forgotten'] button").click();
  }

  private static String code(ClinicPages portal) {
    return portal.page().locator(".ticket-code").textContent().strip();
  }

  private List<AuditKind> written() {
    return new AuditTrail(roof.shelves(), Clock.systemUTC())
        .before(OneRoof.CLINIC, 0, 12).stream()
            .map(AuditEntry::deed)
            .map(deed -> deed.kind())
            .toList();
  }

  @Test
  void
      a_client_on_hold_gets_in_again_by_a_code_from_the_clinician_and_help_stands_there_all_along() {
    Device before = device("daniel");
    before.tap("start:check_in");
    before.say("I want to kill myself tonight");
    ClinicPages amara = portal("amara");
    amara.open("/clients/daniel");
    amara.page().locator("a[href='/clients/daniel/sign-in']").click();
    assertThat(amara.page().locator("main")).containsText("daniel");
    amara.wellMade();
    amara.picture("forgotten-clinician");
    amara.page().locator("form[action='/clients/daniel/sign-in/code'] button").click();
    String code = code(amara);
    amara.wellMade();
    amara.picture("forgotten-code");

    Visitor phone = with(browser.person(Screen.PHONE));
    Page page = atTheDoor(phone, roof.chat());
    assertThat(page.locator("a.door-help[href='/help-now']")).isVisible();
    phone.as(Screen.PHONE, ColorScheme.LIGHT);
    phone.picture("forgotten-phone");
    sets(page, "daniel", "0000-0000-0000", NEXT);
    assertThat(page.locator("#problem")).containsText("do not go together");
    assertThat(page.locator("#name")).hasValue("daniel");
    assertThat(page.locator("a.door-help")).isVisible();
    sets(page, "daniel", code, "short");
    assertThat(page.locator("#password-wrong")).containsText("a little short");
    assertThat(page.locator("#code")).hasValue(code);
    phone.as(Screen.PHONE, ColorScheme.DARK);
    page.locator("a.door-help").click();
    assertThat(page.locator("main")).containsText("999");
    page.navigate(roof.chat() + "/sign-in/forgotten");
    sets(page, "daniel", code, NEXT);
    page.waitForURL(roof.chat() + "/");
    assertThat(page.locator(".next.held")).isVisible();
    page.navigate(roof.chat() + "/about");
    assertThat(page.locator("main")).containsText("with a code from Dr Amara Obi");
    assertEquals(303, before.get("/chat").statusCode(), "signed out elsewhere");
    before.close();
    assertEquals(AuditKind.PASSPHRASE_SET, written().getFirst());
    assertTrue(written().contains(AuditKind.PASSPHRASE_CODE_MADE));
  }

  @Test
  void an_administrator_makes_none_for_a_client_and_is_told_who_does() {
    ClinicPages priya = portal("priya");
    assertEquals(404, priya.statusOf("/clients/maya/sign-in"));
    priya.open("/clinic/clients/maya");
    assertThat(priya.page().locator("main")).containsText("You cannot make it");
    ClinicPages tom = portal("tom");
    assertEquals(404, tom.statusOf("/clients/maya/sign-in"), "nor does a colleague");
  }

  @Test
  void staff_get_theirs_from_an_administrator_who_then_cannot_take_the_second_step_away() {
    ClinicPages priya = portal("priya");
    priya.open("/clinic/sign-ins");
    priya.wellMade();
    priya.picture("forgotten-staff");
    priya.page().locator("li:has-text('Tom Keller') form[action$='/code'] button").click();
    String code = code(priya);
    assertThat(priya.page().locator("main")).containsText("second step is asked for");
    priya.wellMade();
    Visitor desk = with(browser.person(Screen.DESKTOP));
    Page page = atTheDoor(desk, roof.portal());
    desk.as(Screen.DESKTOP, ColorScheme.LIGHT);
    sets(page, "tom", code, NEXT);
    page.waitForURL("**/caseload");
    try (Device admin = Device.signedIn(roof.portal(), roof.who("priya"))) {
      var refused = admin.post("/clinic/sign-ins/reset", Map.of("staff", "tom-keller"));
      assertTrue(refused.body().contains("Another administrator"), refused.body());
    }
    // The rest of the stories sign in with what the demo clinic says.
    restore("tom");
  }

  private void restore(String user) {
    SignIn who = roof.who(user);
    roof.accounts().setPassword(user, who.password());
  }

  @Test
  void in_spanish() {
    Visitor phone = with(browser.person(Screen.PHONE));
    phone.page().navigate(roof.chat() + "/sign-in?lang=es");
    phone.page().locator("a[href='/sign-in/forgotten']").click();
    assertThat(phone.page().locator("h1")).hasText("Pon una contraseña nueva");
    assertThat(phone.page().locator("main")).containsText("El código te lo da tu terapeuta");
    sets(phone.page(), "carmen", "1234-1234-1234", NEXT);
    assertThat(phone.page().locator("#problem")).containsText("no van juntos");
    phone.as(Screen.PHONE, ColorScheme.LIGHT);
    phone.picture("forgotten-es");
  }
}
