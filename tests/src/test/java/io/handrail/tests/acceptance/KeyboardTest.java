package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The review pages by keyboard alone: what cannot be come to with the Tab key is not there. */
class KeyboardTest extends RoofStory {
  private static final int STOPS_MAX = 400;

  /** Presses Tab until this has the focus, which can be seen. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < STOPS_MAX; i++) {
      if ((Boolean) page.evaluate("s => !!document.activeElement?.matches(s)", selector)) {
        Object seen =
            page.evaluate(
                "() => { const s = getComputedStyle(document.activeElement);"
                    + " return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }");
        assertTrue((Boolean) seen, "the focus is seen on " + selector);
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no Tab leads to " + selector + " on " + page.url());
  }

  private static void types(Page page, String selector, String words) {
    tabTo(page, selector);
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type(words);
  }

  private static void press(Page page, String selector) {
    tabTo(page, selector);
    page.keyboard().press("Enter");
  }

  @Test
  void minutes_are_chosen_and_what_was_read_is_noted() {
    ClinicPages amara = portal("amara");
    Page page = amara.page();
    page.keyboard().press("g");
    page.keyboard().press("v");
    page.waitForURL("**/review");
    types(page, "#minutes", "20");
    page.keyboard().press("Enter");
    page.waitForURL("**/review?minutes=20");
    page.keyboard().press("j");
    assertThat(page.locator(".stop").first()).isFocused();
    Locator first = page.locator(".stop form input[name=client]").first();
    String client = first.getAttribute("value");
    long to =
        Long.parseLong(page.locator(".stop form input[name=to]").first().getAttribute("value"));
    press(page, ".stop form button");
    page.waitForCondition(
        () -> roof.shelves().caseload().get(roof.client(client)).orElseThrow().reviewedSeq() >= to);
  }

  @Test
  void a_brief_is_signed_a_log_is_searched_and_annotated() {
    ClinicPages amara = portal("amara");
    Page page = amara.page();
    amara.open("/clients/maya/brief?since=2026-01-01");
    tabTo(page, "input[name=omit]");
    page.keyboard().press("Space");
    types(page, "#remark", "Saturday first.");
    press(page, "#sign-form button");
    assertThat(page.locator("#notice")).containsText("Signed.");
    page.keyboard().press("t");
    page.keyboard().press("l");
    page.waitForURL("**/clients/maya/log");
    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("sister");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("sister");
    amara.open("/clients/maya/log");
    page.keyboard().press("j");
    press(page, "details.annotate summary");
    types(page, "details.annotate[open] textarea", "On Thursday.");
    press(page, "details.annotate[open] button");
    assertThat(page.locator(".beside").first()).containsText("On Thursday.");
  }

  @Test
  void ratings_notes_the_card_a_taper_and_cover_are_stored() {
    ClinicPages amara = portal("amara");
    Page page = amara.page();
    amara.open("/clients/maya/fidelity");
    tabTo(page, "form[action$='/fidelity'] select");
    page.keyboard().press("4");
    press(page, "form[action$='/fidelity'] button");
    assertThat(page.locator("#notice")).containsText("Your ratings are kept.");
    amara.open("/clients/maya/notes");
    types(page, "#text", "Slower than I think.");
    press(page, "form.note-new button");
    assertThat(page.locator(".note").first()).containsText("Slower than I think.");
    types(page, "#culture", "Tagalog at home.");
    press(page, "form[action$='/notes/card'] button");
    assertThat(page.locator("section[aria-labelledby=card]")).containsText("Version 1");
    assertThat(page.locator("#culture")).hasValue("Tagalog at home.");
    amara.open("/clients/daniel/ending");
    press(page, "details.edit summary");
    types(page, "#weeks", "3");
    types(page, "#down", "5");
    types(page, "#word", "As we said.");
    press(page, "details.edit form button");
    assertThat(page.locator("#notice")).containsText("Planned.");
    amara.open("/cover");
    tabTo(page, "input[name=clients][value=daniel]");
    page.keyboard().press("Space");
    tabTo(page, "#to");
    page.keyboard().type("Tom");
    LocalDate until = roof.now().atZone(ZoneId.of("Europe/London")).toLocalDate().plusDays(2);
    tabTo(page, "#until");
    page.locator("#until").fill(until.toString());
    press(page, ".cover-form button");
    assertThat(page.locator("#notice")).containsText("Handed over");
  }

  @Test
  void every_shortcut_leads_where_the_sheet_says() {
    ClinicPages ines = portal("ines");
    leads(ines.page(), "g", "/caseload", ".top-nav", List.of("Clinic", "Audit"));
    ClinicPages priya = portal("priya");
    priya.open("/clinic");
    leads(
        priya.page(),
        "g",
        "/clinic",
        ".top-nav",
        List.of("Caseload", "Risk", "Replies", "Homework", "Review", "Cover", "Team"));
    leads(portal("amara").page(), "t", "/clients/maya", ".tabs", List.of());
  }

  /** Presses each pair of the sheet and reads which place is the current one then. */
  private static void leads(
      Page page, String first, String from, String nav, List<String> notTheirs) {
    page.navigate(roof.portal() + from);
    int told = 0;
    for (Locator row : page.locator("#keys dl > div").all()) {
      List<String> keys = row.locator("kbd").allTextContents();
      if (!keys.getFirst().equals(first)) continue;
      String[] names = row.locator("dd").textContent().replace("In a client: ", "").split(", ");
      assertEquals(keys.size() - 1, names.length, "a name for each key");
      for (int i = 0; i < names.length; i++) {
        if (notTheirs.contains(names[i])) continue;
        page.navigate(roof.portal() + from);
        page.keyboard().press(first);
        page.keyboard().press(keys.get(i + 1));
        assertThat(page.locator(nav + " a[aria-current=page]")).containsText(names[i]);
        told++;
      }
    }
    assertTrue(told > 1, "the sheet tells of " + first);
    page.keyboard().press("Shift+?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
  }
}
