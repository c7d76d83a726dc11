package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.review.ToRead;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A finished worksheet is asked for on the caseload until somebody has read it. */
class ToBeReadTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    maya = practice.signedIn(Practice.MAYA);
    for (int i = 0; i < 3; i++) amara.says(Duration.ofHours(9 - i), "entry " + i, "And?");
    practice
        .shelves
        .caseload()
        .change(
            amara.id,
            row ->
                row.finished(
                    new ToRead.Entry(
                        "thought_record", 3, practice.clock.instant().plus(Duration.ofDays(3)))));
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private String caseload() {
    return maya.get("/caseload").body();
  }

  @Test
  void it_is_said_quietly_before_it_is_due_and_plainly_after() {
    String day =
        Spoken.day(
            practice.clock.instant().plus(Duration.ofDays(3)),
            practice.clock.instant(),
            java.time.ZoneOffset.UTC);
    assertTrue(day.endsWith("day"), day);
    assertTrue(caseload().contains("Finished thought record to be read by " + day));
    practice.clock.forward(Duration.ofDays(5));
    maya = practice.signedIn(Practice.MAYA);
    String after = caseload();
    assertTrue(after.contains("Finished thought record not read yet, due 2 days ago"), after);
    assertFalse(after.contains("to be read by"));
  }

  @Test
  void marking_the_log_as_read_takes_it_off_the_caseload() {
    assertEquals(
        303,
        maya.post("/review", "client", "amara", "from", "1", "to", "3", "minutes", "15")
            .statusCode());
    assertFalse(caseload().contains("Finished thought record"));
  }
}
