package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.handrail.care.Shelves;
import io.handrail.care.clinic.Role;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.tests.stage.Browser;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrator, client and clinician each say yes; then a model words a brief, and fails to. */
class BriefWordingStoryTest {
  private static final String SAID = "At the purple fountain everyone stared at me on Friday";

  @TempDir static Path data;
  private static StubModel model;
  private static Product product;
  private static Browser browser;
  private static Map<String, SignIn> people;

  @BeforeAll
  static void open() {
    people = MadeUpClinic.in(data, BriefWordingStoryTest::enrol);
    model = StubModel.start();
    browser = Browser.open();
    product =
        Product.start(
            Product.Start.on(data)
                .with("--empty")
                .jvm("-XX:TieredStopAtLevel=1")
                .environment(
                    Map.of(
                        "HANDRAIL_MODEL_URL", model.url().toString(),
                        "HANDRAIL_MODEL_NAME", "stub-7b",
                        "HANDRAIL_MODEL_FIRST_TOKEN_SECONDS", "2",
                        "HANDRAIL_MODEL_IDLE_SECONDS", "2",
                        "HANDRAIL_MODEL_TOTAL_SECONDS", "3")));
  }

  private static Map<String, SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "north");
    Map<String, SignIn> all = new HashMap<>();
    all.put("boss", clinic.staff("boss", Role.ADMIN));
    all.put("therapist", clinic.staff("therapist", Role.CLINICIAN));
    all.put("tilda", clinic.client("tilda", "therapist", true));
    all.put("vera", clinic.client("vera", "therapist", true));
    return all;
  }

  @AfterAll
  static void close() {
    if (product != null) product.close();
    if (browser != null) browser.close();
    if (model != null) model.close();
  }

  private static ClinicPages portal(Visitor visitor, String who) {
    var portal = new ClinicPages(visitor, product.portal());
    portal.signIn(people.get(who));
    return portal;
  }

  private static void press(Page page, String button) {
    page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
  }

  @Test
  void a_brief_is_worded_when_all_say_yes_and_stays_plain_when_the_model_fails() {
    try (Device tilda = Device.signedIn(product.chat(), people.get("tilda"))) {
      assertTrue(tilda.tap("start:thought_record").whole());
      tilda.say(SAID);
    }
    try (Visitor visitor = browser.person(Screen.TABLET)) {
      ClinicPages maya = portal(visitor, "therapist");
      maya.open("/clients/tilda/brief");
      assertThat(maya.page().locator(".wording")).containsText("The clinic has not turned this on");
      turnedOn();
      agreed();
      int before = model.requests();
      maya.open("/clients/tilda/brief");
      assertEquals(before, model.requests(), "nothing is asked by itself");
      press(maya.page(), "Have a model word it");
      assertThat(maya.page().locator(".brief"))
          // At night it goes on to say so.
          .containsText("The client wrote 1 message on 1 day");
      assertThat(maya.page().locator(".brief")).containsText("purple fountain");
      assertThat(maya.page().locator(".plain-said").first()).isHidden();
      maya.page()
          .getByText("worded by a model", new Page.GetByTextOptions().setExact(true))
          .first()
          .click();
      assertThat(maya.page().locator(".plain-said").first()).isVisible();
      maya.wellMade();
      maya.picture("brief-worded");
      Asked asked = model.asked().getLast();
      assertFalse(asked.body().contains("fountain"), "no word of the client's");
      signed(maya);
      failing(maya);
    }
  }

  @Test
  void what_only_a_person_can_tell_of_a_conversation_is_marked_on_its_page() {
    try (Device vera = Device.signedIn(product.chat(), people.get("vera"))) {
      vera.tap("start:thought_record");
      vera.say(SAID);
    }
    try (Visitor visitor = browser.person(Screen.TABLET)) {
      ClinicPages maya = portal(visitor, "therapist");
      maya.open("/clients/vera/fidelity");
      assertThat(maya.page().locator(".violations tbody tr:not(.group)")).hasCount(15);
      assertThat(maya.page().getByText("only a person can tell")).hasCount(4);
      maya.wellMade();
      maya.page().locator(".violations a[href$='mark=Cultural+Bias#mark']").click();
      assertThat(maya.page().locator("#violation")).hasValue("Cultural Bias");
      maya.page().locator("#text").fill("It took her faith for a symptom.");
      press(maya.page(), "Mark it");
      maya.page().waitForURL("**done=marked*");
      assertThat(maya.page().locator("#violations")).containsText("1 shown");
      maya.wellMade();
      maya.picture("violations-marked");
      maya.page().locator(".violations a.src").last().click();
      assertThat(maya.page().locator("main")).containsText("It took her faith for a symptom.");
    }
  }

  private void turnedOn() {
    try (Visitor visitor = browser.person(Screen.DESKTOP)) {
      ClinicPages boss = portal(visitor, "boss");
      boss.open("/clinic");
      assertThat(boss.page().locator("input[name=briefs]")).not().isChecked();
      boss.page().locator("input[name=briefs]").check();
      boss.page().locator(".models button").click();
      boss.page().waitForURL("**/clinic?done=models*");
      assertThat(boss.page().locator("input[name=briefs]")).isChecked();
      boss.wellMade();
    }
  }

  private void agreed() {
    try (Visitor visitor = browser.person(Screen.PHONE)) {
      var tilda = new ClientPages(visitor, product.chat());
      tilda.signIn(people.get("tilda"));
      tilda.page().navigate(product.chat() + "/about");
      tilda.page().locator("input[name=summaries]").check();
      tilda.page().locator("form[action='/about/model'] button").click();
      tilda.page().waitForURL("**/about?saved=1");
      assertThat(tilda.page().locator("input[name=summaries]")).isChecked();
      tilda.wellMade();
    }
  }

  private static void signed(ClinicPages maya) {
    maya.page().locator("#sign-form button[type=submit]").click();
    maya.page().waitForURL("**/brief/1?done=signed");
    assertThat(maya.page().locator(".brief")).containsText("Worded by stub-7b, prompt brief@");
    assertThat(maya.page().locator(".brief")).containsText("The client wrote 1 message on 1 day");
    maya.wellMade();
  }

  /** The page has the plain draft while the model is at it; it is looked at again until it ends. */
  private static void askedAgain(ClinicPages maya, String said) {
    Page page = maya.page();
    press(page, "Ask again");
    maya.settled();
    for (int i = 0; i < 30 && !page.locator(".wording").innerText().contains(said); i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(page.locator(".wording")).containsText(said);
  }

  private static void failing(ClinicPages maya) {
    model.mode(Mode.HANG);
    maya.open("/clients/tilda/brief?since=2020-01-01");
    askedAgain(maya, "The model took too long.");
    assertThat(maya.page().locator(".brief")).containsText("1 message on 1 day");
    assertThat(maya.page().locator(".plain-one")).hasCount(0);
    model.mode(Mode.NONSENSE);
    askedAgain(maya, "could not be used.");
    maya.wellMade();
  }
}
