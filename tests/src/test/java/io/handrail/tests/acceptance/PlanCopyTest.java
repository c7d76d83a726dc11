package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The copy of a safety plan that a device keeps, when its owner is signed out from elsewhere. */
class PlanCopyTest extends RoofStory {
  private static final String KEPT =
      "async () => (await caches.match('/safety-plan')) !== undefined";
  private static final String GONE =
      "async () => (await caches.match('/safety-plan')) === undefined";

  /** Signed in, with the plan kept on the device. */
  private ClientPages device() {
    ClientPages maya = client("maya");
    Page page = maya.page();
    page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    maya.home();
    page.waitForFunction(KEPT);
    return maya;
  }

  private static void endedElsewhere() {
    new Accounts(roof.shelves(), new Passwords(), Clock.systemUTC()).endEverySession("maya");
  }

  private static void nothingStays(ClientPages maya) {
    Page page = maya.page();
    page.waitForFunction(GONE);
    page.context().setOffline(true);
    maya.open("/safety-plan");
    assertThat(page.locator("main")).containsText("Help right now");
    page.context().setOffline(false);
  }

  @Test
  void it_is_gone_the_next_time_the_device_opens_any_page() {
    ClientPages maya = device();
    endedElsewhere();
    maya.page().waitForTimeout(1500); // sessions are known to be ended within a second
    maya.open("/homework");
    assertThat(maya.page()).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
    nothingStays(maya);
  }

  @Test
  void it_stays_while_the_device_is_offline_or_its_session_can_be_renewed() {
    ClientPages maya = device();
    Page page = maya.page();
    page.context().setOffline(true);
    maya.open("/safety-plan");
    assertThat(page.locator(".offline-copy")).isVisible();
    page.context().setOffline(false);
    roof.later(Duration.ofMinutes(11)); // the token is past its time, the session is not
    maya.home();
    page.waitForTimeout(1000);
    page.waitForFunction(KEPT);
    endedElsewhere();
    page.waitForTimeout(1500);
    maya.open("/safety-plan");
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
    nothingStays(maya);
  }
}
