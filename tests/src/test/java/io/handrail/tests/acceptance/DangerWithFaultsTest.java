package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.tests.stage.Browser;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Danger while the model and the mail server are down and the clinician does not come. */
class DangerWithFaultsTest {
  private static final String DANGER = "I am going to kill myself tonight, the pills are here";
  private static final double CLIMBS_MS = 90_000;
  @TempDir static Path data;
  private static Product product;
  private static Browser browser;
  private static Map<String, SignIn> people;

  @BeforeAll
  static void open() {
    people = MadeUpClinic.in(data, DangerWithFaultsTest::enrol);
    String nothing = Product.freePort();
    product =
        Product.start(
            Product.Start.on(data)
                .with("--empty")
                .jvm("-XX:TieredStopAtLevel=1")
                .environment(
                    Map.of(
                        "HANDRAIL_MODEL_URL",
                        "http://127.0.0.1:" + nothing + "/v1",
                        "HANDRAIL_MODEL_NAME",
                        "nobody-there",
                        "HANDRAIL_SMTP_URL",
                        "smtp://127.0.0.1:" + nothing,
                        "HANDRAIL_MAIL_FROM",
                        "Handrail <alerts@clinic.example>")));
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (product != null) product.close();
  }

  private static Map<String, SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "faults");
    Map<String, SignIn> all = new HashMap<>();
    for (String name : List.of("absent", "cover", "oncall")) {
      all.put(name, clinic.staff(name, Role.CLINICIAN));
      shelves
          .staff()
          .change(
              clinic.staffId(name),
              s ->
                  new Staff(
                      s.id(),
                      s.name(),
                      s.title(),
                      name + "@clinic.example",
                      s.roles(),
                      s.caseload()));
    }
    all.put("client", clinic.client("client", "absent", true));
    var rota =
        new Rota(
            List.of(clinic.staffId("cover")),
            List.of(clinic.staffId("oncall")),
            Duration.ofSeconds(6),
            Duration.ofHours(4));
    shelves.clinics().change(new ClinicId("faults"), c -> c.withRota(rota));
    return all;
  }

  @Test
  void the_client_is_answered_and_told_the_truth_and_it_climbs_until_a_person_answers() {
    try (Visitor phone = browser.person(Screen.PHONE)) {
      var client = new ClientPages(phone, product.chat());
      client.signIn(people.get("client"));
      client.home();
      client.start("thought_record");
      client.say("My boss passed me on Tuesday and said nothing");
      assertEquals("answer", client.mode(), "with the model down the exercise goes on");
      client.say(DANGER);
      assertEquals("held", client.mode());
      assertThat(client.last().locator(".line.crisis").first()).isVisible();
      assertThat(client.last()).containsText("999");
      assertThat(client.page().locator("#told"))
          .containsText("No message has gone out", new ContainsTextOptions().setTimeout(CLIMBS_MS));
      client.wellMade();
      client.picture("told-nobody-reached");
      client.tap("barriers");
      assertThat(client.page().locator("#box .offer button")).hasCount(12);
      undelivered("cover");
      String by = undelivered("oncall");
      answered(client, by);
    }
  }

  /** Whoever was told next sees the exact words, and that mail does not go out. */
  private static String undelivered(String who) {
    try (Visitor desk = browser.person(Screen.DESKTOP)) {
      var portal = new ClinicPages(desk, product.portal());
      portal.signIn(people.get(who));
      Locator card = comes(portal);
      assertThat(card.locator("blockquote").first()).hasText(DANGER);
      assertThat(card).containsText("In the care of Absent");
      assertThat(card).containsText("nothing answers there");
      assertThat(portal.page().locator(".notice.problem")).containsText("not getting through");
      portal.wellMade();
      portal.picture("undelivered-" + who);
      return who;
    }
  }

  /** The chain's clock decides when; the page is looked at until then. */
  private static Locator comes(ClinicPages portal) {
    long until = System.nanoTime() + (long) (CLIMBS_MS * 1_000_000);
    while (true) {
      portal.open("/risk");
      Page page = portal.page();
      boolean there =
          page.locator("article.risk#client").count() > 0
              && said(page.locator(".notice.problem")).contains("not getting through");
      if (there) return page.locator("article.risk#client");
      assertTrue(System.nanoTime() < until, "it climbs: " + page.locator("main").innerText());
      page.waitForTimeout(1500);
    }
  }

  /** As the page stands: while a new letter is on its way, none is said to fail. */
  private static String said(Locator notices) {
    return String.join(" ", notices.allInnerTexts());
  }

  private static void answered(ClientPages client, String who) {
    try (Visitor desk = browser.person(Screen.DESKTOP)) {
      var portal = new ClinicPages(desk, product.portal());
      portal.signIn(people.get(who));
      portal.open("/risk");
      Locator card = portal.page().locator("article.risk#client");
      card.locator("textarea[name=action]").fill("Called, ambulance on the way.");
      card.locator("button[type=submit]").click();
      assertThat(portal.page().locator("article.risk#client button:has-text('Store my answer')"))
          .hasCount(0);
    }
    assertThat(client.page().locator("#told"))
        .containsText("Oncall has seen it", new ContainsTextOptions().setTimeout(CLIMBS_MS));
    assertEquals("held", client.mode(), "answering the flag is not releasing the hold");
    client.picture("told-seen");
  }
}
