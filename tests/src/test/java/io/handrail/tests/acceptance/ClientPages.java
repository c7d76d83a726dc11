package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.SignIn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a client does on their pages, as they would. */
final class ClientPages {
  private static final int TURNS_MAX = 50;
  private final Visitor visitor;
  private final Page page;
  private final String base;

  ClientPages(Visitor visitor, String base) {
    this.visitor = visitor;
    this.page = visitor.page();
    this.base = base;
  }

  Page page() {
    return page;
  }

  void signIn(SignIn who) {
    page.navigate(base + "/");
    page.locator("#name").fill(who.user());
    page.locator("#password").fill(who.password());
    page.locator("form[action='/sign-in'] button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*(?<!sign-in)$"));
  }

  /** Reads what this is, and agrees to fixed wording. */
  void agree() {
    page.waitForURL("**/welcome");
    page.locator("input[name=agree]").check();
    page.locator("form[action='/welcome'] button").click();
    page.waitForURL(base + "/");
  }

  void home() {
    visitor.settled();
    page.navigate(base + "/");
  }

  void chat() {
    visitor.settled();
    page.navigate(base + "/chat");
  }

  void open(String path) {
    visitor.settled();
    page.navigate(base + path);
  }

  /** Starts an exercise from home. */
  void start(String protocol) {
    page.locator("button[value='start:" + protocol + "']").first().click();
    page.waitForURL("**/chat*");
    assertThat(page.locator("#box")).isVisible();
  }

  /** Presses what leads to a page, and waits for it. */
  void leads(Locator button) {
    button.click();
    visitor.settled();
  }

  String step() {
    return page.locator("#box").getAttribute("data-step");
  }

  String mode() {
    return page.locator("#box").getAttribute("data-mode");
  }

  private String shape() {
    return page.locator("#box").getAttribute("data-shape");
  }

  private String boxId() {
    return page.locator("#box input[name=id]").getAttribute("value");
  }

  /** Does one thing in the box, and waits until the turn is over. */
  Response during(Runnable act) {
    String before = boxId();
    Response answer =
        page.waitForResponse(
            r -> r.url().endsWith("/chat/messages") && r.request().method().equals("POST"), act);
    assertTrue(
        answer.headerValue("content-type").startsWith("text/event-stream"),
        "the reply streams: " + answer.headerValue("content-type"));
    page.waitForFunction(
        "before => document.querySelector('#box input[name=id]').value !== before", before);
    assertThat(page.locator("#log .reading")).hasCount(0);
    return answer;
  }

  void say(String words) {
    during(() -> {
      page.locator("#text").fill(words);
      page.locator("#box .write .send").click();
    });
  }

  void tap(String move) {
    during(() -> page.locator("#box button[value='" + move + "']").first().click());
  }

  /** The last exchange. */
  Locator last() {
    return page.locator("#log article.exchange").last();
  }

  Locator where() {
    return page.locator("#head .where-text");
  }

  Locator pinned() {
    return page.locator("#head .pinned .own");
  }

  /** Answers the waiting step in the way it asks for. */
  void answer(String answer) {
    switch (shape()) {
      case "number" ->
          during(() -> {
            page.locator("#number").fill(answer.replaceAll("\\D", ""));
            page.locator("#box .number .send").click();
          });
      case "one_of" -> during(() -> option(answer).click());
      case "some_of" ->
          during(() -> {
            page.locator("#box input[name=option][value='" + answer + "']").check();
            page.locator("#box .picked button").click();
          });
      default -> say(answer);
    }
  }

  /** An option by its id, or by the words on it. */
  private Locator option(String answer) {
    Locator known = page.locator("#box button.option[value='pick:" + answer + "']");
    if (known.count() > 0) return known;
    return page.locator("#box button.option", new Page.LocatorOptions().setHasText(answer)).first();
  }

  /** What is said at each step, one after the other when it is asked again. */
  static final class Answers {
    private final Map<String, Deque<String>> left = new HashMap<>();

    Answers at(String step, String... answers) {
      left.put(step, new ArrayDeque<>(List.of(answers)));
      return this;
    }

    private String next(String step) {
      return left.getOrDefault(step, new ArrayDeque<>()).poll();
    }
  }

  /** Goes on until this step waits; steps without an answer are skipped. */
  void goOnTo(String step, Answers answers) {
    for (int i = 0; i < TURNS_MAX; i++) {
      if (!mode().equals("answer") || step().equals(step)) return;
      String next = answers.next(step());
      if (next == null) tap("skip");
      else answer(next);
    }
    throw new AssertionError(
        "the exercise did not come to " + step + " in " + TURNS_MAX + " turns");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Nothing is wrong with the page as it stands: access, width, script. */
  void wellMade() {
    visitor.fitsTheScreen();
    visitor.accessible();
  }

  void picture(String name) {
    visitor.picture(name);
  }
}
