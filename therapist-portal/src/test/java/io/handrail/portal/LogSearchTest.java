package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.review.TurnNotes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking through a log, conversations, and notes beside entries. */
class LogSearchTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private String log(String query) {
    HttpResponse<String> page = maya.get("/clients/amara/log" + query);
    assertEquals(200, page.statusCode());
    return page.body();
  }

  @Test
  void words_are_found_whoever_spoke_them_and_accents_do_not_matter() {
    amara.says(Duration.ofHours(3), "At the Café with my sister", "And then?");
    amara.says(Duration.ofHours(2), "On the bus", "How strong was the FOG?");
    amara.refused(Duration.ofHours(1), "Tell me what to do", "Just leave him.", "Boundaries");
    assertTrue(log("?q=cafe").contains("<b>1 entry</b> found among entries 1–3 of 3"));
    assertTrue(log("?q=fog").contains("On the bus"));
    assertTrue(log("?q=leave+him").contains("Tell me what to do"), "in what the guard refused");
    assertTrue(log("?q=nothing+like+it").contains("Nothing like that"));
    assertFalse(log("?q=cafe").contains("On the bus"));
  }

  @Test
  void flags_refused_drafts_models_and_people_can_be_shown_alone() {
    amara.says(Duration.ofHours(5), "plain words", "And then?");
    amara.saysToModel(Duration.ofHours(4), "model words", "What did you notice?");
    amara.refused(Duration.ofHours(3), "refused words", "You must calm down.", "Abandonment");
    amara.alarms(Duration.ofHours(2), "flagged words", "flagged");
    maya.post("/clients/amara/live/whisper", "text", "whispered words");
    for (String[] pair :
        new String[][] {
          {"model", "model words"},
          {"refused", "refused words"},
          {"flags", "flagged</mark> words"},
          {"risk", "flagged</mark> words"},
          {"person", "whispered words"}
        }) {
      String page = log("?show=" + pair[0]);
      assertTrue(page.contains(pair[1]), pair[0]);
      assertFalse(page.contains("plain words"), pair[0]);
    }
    assertTrue(log("?show=nonsense").contains("plain words"), "an unknown way is no way");
  }

  @Test
  void a_long_log_is_looked_through_a_bounded_stretch_at_a_time_and_stays_quick() {
    amara.says(Duration.ofDays(30), "the needle", "Thank you.");
    for (int i = 0; i < 2_000; i++) {
      amara.says(Duration.ofMinutes(2_000 - i), "straw " + i, "And then?");
    }
    log("");
    long began = System.nanoTime();
    String page = log("");
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    assertTrue(millis < 2_000, "a page of a log of 2,001 entries took " + millis + " ms");
    assertTrue(page.length() < 600_000, "a page is no log of 2,001 entries");
    String first = log("?q=needle");
    assertTrue(first.contains("among entries 1002–2001 of 2001"), "bounded");
    String second = log("?q=needle&before=1002");
    assertTrue(second.contains("among entries 2–1001 of 2001"));
    assertTrue(second.contains("before=2\""), "and says where to go on");
    String third = log("?q=needle&before=2");
    assertTrue(third.contains("the needle"));
    assertFalse(third.contains("Look further back"));
    assertTrue(log("?q=straw").contains("<b>40 entries</b>"));
  }

  @Test
  void entries_stand_under_their_conversation_and_one_can_be_read_alone() {
    amara.says(Duration.ofHours(3), "first", "And then?");
    amara.says(Duration.ofHours(2), "second", "And then?");
    String page = log("");
    assertTrue(page.contains("This conversation alone"));
    assertTrue(log("?conversation=1").contains("One conversation, entries 1"));
  }

  @Test
  void a_note_stands_beside_its_entry_for_clinicians_alone_and_its_writer_takes_it_out() {
    long turn = amara.says(Duration.ofHours(3), "On the bus", "And then?");
    String to = "/clients/amara/log/notes";
    String[] note = {
      "turn", String.valueOf(turn), "note", "note-0001", "mark", "session", "text", "Bring it up"
    };
    assertEquals(303, maya.post(to, note).statusCode());
    assertEquals(303, maya.post(to, note).statusCode(), "sent twice");
    var key = new OfClient<>(amara.id, TurnNotes.page(turn));
    assertEquals(1, practice.shelves.turnNotes().get(key).orElseThrow().notes().size());
    String page = log("");
    assertTrue(page.contains("For the session"));
    assertTrue(log("?show=notes").contains("Bring it up"));
    assertTrue(log("?q=bring+it").contains("On the bus"));
    Browser tom = practice.signedIn(Practice.TOM);
    assertEquals(404, tom.post(to, note).statusCode());
    HttpResponse<String> empty =
        maya.post(to, "turn", String.valueOf(turn), "note", "note-0002", "text", " ");
    assertEquals(422, empty.statusCode());
    HttpResponse<String> long_ =
        maya.post(to, "turn", String.valueOf(turn), "note", "note-0003", "text", "x".repeat(1_001));
    assertEquals(422, long_.statusCode());
    assertTrue(long_.body().contains("x".repeat(1_001)), "nothing typed is lost");
    assertEquals(404, maya.post(to, "turn", "99", "note", "note-0004", "text", "x").statusCode());
    maya.post(to + "/remove", "turn", String.valueOf(turn), "note", "note-0001");
    assertEquals(List.of(), practice.shelves.turnNotes().get(key).orElseThrow().notes());
  }
}
