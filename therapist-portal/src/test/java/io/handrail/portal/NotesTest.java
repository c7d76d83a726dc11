package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.plan.ContextCard;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final String SECRET = "canary-hunch-about-the-brother-44";
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofHours(3), "It was a hard week and I slept badly", "And then?");
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private HttpResponse<String> note(String id, String text) {
    return maya.post("/clients/amara/notes", "note", id, "text", text);
  }

  @Test
  void a_note_is_kept_changed_and_removed_and_a_form_sent_twice_keeps_one() {
    String id = UUID.randomUUID().toString();
    assertEquals(303, note(id, SECRET).statusCode());
    assertEquals(303, note(id, SECRET).statusCode());
    String page = maya.get("/clients/amara/notes").body();
    assertEquals(1, page.split("class=\"piece note\"", -1).length - 1);
    note(id, "changed words");
    page = maya.get("/clients/amara/notes").body();
    assertTrue(page.contains("changed words") && !page.contains(SECRET));
    maya.post("/clients/amara/notes", "note", id, "remove", "yes", "text", "x");
    assertTrue(maya.get("/clients/amara/notes").body().contains("No notes yet."));
    assertEquals(422, note(UUID.randomUUID().toString(), " ").statusCode());
  }

  @Test
  void no_other_page_shows_it_and_nobody_else_reads_it() {
    note(UUID.randomUUID().toString(), SECRET);
    for (String path :
        List.of(
            "/caseload",
            "/clients/amara",
            "/clients/amara/brief",
            "/clients/amara/log",
            "/clients/amara/fidelity")) {
      assertFalse(maya.get(path).body().contains(SECRET), path);
    }
    practice
        .shelves
        .clients()
        .change(amara.id, c -> c.assignedTo(Practice.TOM, practice.clock.instant()));
    Browser tom = practice.signedIn(Practice.TOM);
    HttpResponse<String> hers = tom.get("/clients/amara/notes");
    assertEquals(200, hers.statusCode());
    assertFalse(hers.body().contains(SECRET), "a successor does not read it either");
    assertEquals(404, maya.get("/clients/amara/notes").statusCode());
  }

  @Test
  void the_context_card_is_stored_in_versions_and_nobody_overwrites_unseen() {
    assertEquals(
        303, card(0, "Speaks with his grandmother in Yoruba", "crazy\nbattle").statusCode());
    ContextCard card = practice.shelves.contextCards().get(amara.id).orElseThrow();
    assertEquals(List.of("crazy", "battle"), card.avoid());
    assertEquals("Maya Lindqvist", card.name());
    assertEquals("crazy", card.avoidedIn("That sounds like a Crazy, long day.").orElseThrow());
    assertTrue(card.avoidedIn("Crazily enough, no.").isEmpty(), "whole words only");
    HttpResponse<String> late = card(0, "Something else", "");
    assertEquals(409, late.statusCode());
    assertTrue(late.body().contains("Something else"), "what was typed is kept");
    assertEquals(card, practice.shelves.contextCards().get(amara.id).orElseThrow());
    assertEquals(422, card(1, "x".repeat(401), "").statusCode());
  }

  private HttpResponse<String> card(int seen, String culture, String avoid) {
    return maya.post(
        "/clients/amara/notes/card",
        "seen",
        String.valueOf(seen),
        "culture",
        culture,
        "values",
        "Being there for the family",
        "avoid",
        avoid);
  }
}
