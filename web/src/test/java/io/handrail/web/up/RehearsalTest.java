package io.handrail.web.up;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void a_template_in_a_script_is_no_path() {
    assertEquals(
        List.of("/log?page=2&kind=risk", "/assets/a.js"),
        Rehearsal.links(
            "<a href=\"/log?page=2&amp;kind=risk\"> `<a href=\"/${places[key]}\">`"
                + " <a href=\"/{id}\"> <script src=\"/assets/a.js\">"));
  }

  @Test
  void a_page_that_never_ends_or_breaks_keeps_no_start_waiting() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Rehearsal.bounded(RehearsalTest::never, Duration.ofMillis(50));
          Rehearsal.bounded(
              () -> {
                throw new IllegalStateException("a page broke");
              },
              Duration.ofSeconds(10));
        });
  }

  private static void never() {
    try {
      new CountDownLatch(1).await(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
