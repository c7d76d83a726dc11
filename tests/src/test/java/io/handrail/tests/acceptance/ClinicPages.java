package io.handrail.tests.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.SignIn;
import java.util.regex.Pattern;

/** What a therapist or an administrator does in the portal. */
final class ClinicPages {
  private final Visitor visitor;
  private final Page page;
  private final String base;

  ClinicPages(Visitor visitor, String base) {
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
    page.waitForURL(Pattern.compile(".*/(caseload|clinic|)$"));
  }

  void open(String path) {
    visitor.settled();
    page.navigate(base + path);
  }

  int statusOf(String path) {
    visitor.settled();
    return page.navigate(base + path).status();
  }

  /** Sets the messages of a day. */
  void limitMessages(String client, int most) {
    open("/clients/" + client + "/limits");
    page.locator("#messages").fill(Integer.toString(most));
    leads(page.getByText("Store these limits"));
    page.locator("#notice").waitFor();
  }

  void pause(String client) {
    open("/clients/" + client);
    leads(page.locator(".chart-pause button"));
    page.locator(".chart-meta .chip.watch").waitFor();
  }

  void endPause(String client) {
    open("/clients/" + client);
    leads(page.locator(".chart-pause button"));
    page.getByText("Pause now").waitFor();
  }

  /** See {@link Visitor#settled}. */
  void settled() {
    visitor.settled();
  }

  /** Presses what leads to a page, and waits for it. */
  void leads(Locator button) {
    button.click();
    visitor.settled();
  }

  void forgetFaults() {
    visitor.forgetFaults();
  }

  void wellMade() {
    visitor.fitsTheScreen();
    visitor.accessible();
  }

  void picture(String name) {
    visitor.picture(name);
  }
}
