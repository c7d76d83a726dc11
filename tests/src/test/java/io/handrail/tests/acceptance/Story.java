package io.handrail.tests.acceptance;

import io.handrail.tests.stage.Browser;
import io.handrail.tests.stage.Browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every story in a browser has: the clinic, a browser, and pictures of where it broke. */
abstract class Story {
  static Browser browser;
  static Clinic clinic;
  private final List<Visitor> visitors = new ArrayList<>();

  @RegisterExtension final AfterTestExecutionCallback pictures = this::takePictures;

  @BeforeAll
  static void open() {
    browser = Browser.open();
    clinic = Clinic.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) browser.close();
  }

  @BeforeEach
  void nobodyYet() {
    visitors.clear();
  }

  @AfterEach
  void goHome() {
    visitors.forEach(Visitor::close);
  }

  private void takePictures(ExtensionContext story) {
    if (story.getExecutionException().isEmpty()) return;
    for (int i = 0; i < visitors.size(); i++) {
      String name =
          "failed-"
              + story.getRequiredTestClass().getSimpleName()
              + "-"
              + story.getDisplayName()
              + "-"
              + i;
      try {
        visitors.get(i).picture(name);
      } catch (RuntimeException e) {
        // A page that is gone has no picture; the story's own failure says more.
      }
    }
  }

  Visitor with(Visitor visitor) {
    visitors.add(visitor);
    return visitor;
  }
}
