package io.handrail.tests.acceptance;

import io.handrail.tests.stage.Browser;
import io.handrail.tests.stage.Browser.Screen;
import io.handrail.tests.stage.Browser.Visitor;
import io.handrail.tests.stage.Device;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A story in a browser over {@link OneRoof}; each class has a demo clinic of its own. */
abstract class RoofStory {
  static Browser browser;
  static OneRoof roof;
  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void open() {
    browser = Browser.open();
    roof = OneRoof.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
    if (roof != null) roof.close();
  }

  @AfterEach
  void goHome() {
    visitors.forEach(Visitor::close);
    visitors.clear();
  }

  Visitor with(Visitor visitor) {
    visitors.add(visitor);
    return visitor;
  }

  /** Somebody of the clinic at the portal. */
  ClinicPages portal(String user, Screen screen) {
    var portal = new ClinicPages(with(browser.person(screen)), roof.portal());
    portal.signIn(roof.who(user));
    return portal;
  }

  ClinicPages portal(String user) {
    return portal(user, Screen.DESKTOP);
  }

  /** A client on a phone. */
  ClientPages client(String user) {
    var client = new ClientPages(with(browser.person(Screen.PHONE)), roof.chat());
    client.signIn(roof.who(user));
    return client;
  }

  /** A client without a screen. */
  Device device(String user) {
    return Device.signedIn(roof.chat(), roof.who(user));
  }
}
