package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log and a worksheet for the official record. */
class RecordPaperTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofDays(2), "She said <b>no</b> & left", "What went through your mind?");
    amara.refused(Duration.ofDays(2), "It hurt", "I feel it with you", "Deceptive Empathy: x");
    String flag = amara.alarms(Duration.ofDays(1), "I want it to be over tonight", "be over");
    amara.finishes("r1", Map.of("situation", "The meeting on Monday"));
    maya = practice.signedIn(Practice.MAYA);
    maya.post(
        "/clients/amara/flags/acknowledge", "flag", flag, "action", "Called her, safe with sister");
    maya.post(
        "/clients/amara/log/notes", "turn", "1", "note", "a-note-of-mine", "text", "Only for us.");
  }

  @AfterEach
  void close() {
    practice.close();
  }

  @Test
  void the_log_on_paper_says_who_spoke_and_how_flags_were_answered_and_nothing_private()
      throws Exception {
    String paper = BriefTest.text(maya.bytes("/clients/amara/log/pdf?page=1"));
    assertTrue(paper.contains("She said <b>no</b> & left"), paper);
    assertTrue(paper.contains("Script What went through your mind?"), paper);
    assertTrue(paper.contains("Called her, safe with sister"), paper);
    assertTrue(paper.contains("entries 1 to 3 of 3"), paper);
    assertFalse(paper.contains("I feel it with you"), "what was refused stays in the portal");
    assertFalse(paper.contains("Only for us."));
    assertEquals(BriefTest.text(maya.bytes("/clients/amara/log/pdf?conversation=1")), paper);
    String page = maya.get("/clients/amara/log?page=1").body();
    assertTrue(page.contains("Amara: She said &lt;b&gt;no&lt;/b&gt; &amp; left"), page);
    assertTrue(maya.get("/clients/amara/ending").body().contains("entries 1 to 3"), "written down");
  }

  @Test
  void a_worksheet_on_paper_has_the_clients_own_words() throws Exception {
    String paper = BriefTest.text(maya.bytes("/clients/amara/exercises/r1/pdf"));
    assertTrue(paper.contains("The meeting on Monday"), paper);
    assertTrue(paper.contains("Worksheet of Amara, in their own words"), paper);
    assertTrue(paper.contains("version"), paper);
    assertTrue(maya.get("/clients/amara/exercises/r1").body().contains("id=\"sheet-text\""));
  }

  @Test
  void what_the_faces_cannot_draw_is_described_and_said_and_nothing_vanishes() throws Exception {
    amara.says(
        Duration.ofHours(2),
        "Fine \uD83D\uDE00\uFE0F \u0645\u0631\u062D\u0628\u0627 \u4F60\u597D \u00E9\u00F1\u0159",
        "And?");
    String paper = BriefTest.text(maya.bytes("/clients/amara/log/pdf?page=1"));
    assertTrue(
        paper.contains("Fine [grinning face] [5 letters in Arabic] [2 letters in Han]"), paper);
    assertTrue(paper.contains("\u00E9\u00F1\u0159"), "what can be drawn is: " + paper);
    assertTrue(paper.contains("cannot be drawn in the faces of this document"), paper);
    String plain = BriefTest.text(maya.bytes("/clients/amara/exercises/r1/pdf"));
    assertFalse(plain.contains("cannot be drawn"), "said only where it is so");
  }
}
