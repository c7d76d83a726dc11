package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Pending;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveBoard.Kind;
import io.handrail.care.plan.Guidance;
import io.handrail.care.plan.Guidance.Pace;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live view, replies that wait and steering, as a clinician's browser meets them. */
class LiveTest {
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

  private Turn last() {
    return amara.last();
  }

  @Test
  void taking_over_writing_and_handing_back_are_entries_of_the_journal() {
    amara.says(Duration.ofMinutes(1), "I missed the bus", "What went through your mind?");
    assertTrue(maya.get("/clients/amara/live").body().contains("The program speaks."));
    String taken = maya.submit("/clients/amara/live/take-over").body();
    assertTrue(taken.contains("You have taken over"));
    assertEquals(new Opening.TookOver(Practice.MAYA, "Maya Lindqvist"), last().opening());
    assertEquals(409, maya.post("/clients/amara/live/take-over").statusCode(), "twice");
    maya.post("/clients/amara/live/write", "text", "I am <b>here</b>", "sent", "one-0001");
    HttpResponse<String> again =
        maya.post("/clients/amara/live/write", "text", "I am <b>here</b>", "sent", "one-0001");
    assertEquals(409, again.statusCode(), "a form sent twice writes once");
    assertTrue(again.body().contains("I am &lt;b&gt;here&lt;/b&gt;"));
    HttpResponse<String> empty = maya.post("/clients/amara/live/hand-back", "text", "  ");
    assertEquals(422, empty.statusCode());
    maya.post("/clients/amara/live/hand-back", "text", "We spoke about the bus.");
    assertTrue(last().state().takeover().isEmpty());
    String log = maya.get("/clients/amara/log").body();
    assertTrue(log.contains("took over the chat"));
    assertTrue(log.contains("We spoke about the bus."));
  }

  @Test
  void a_whisper_stands_in_the_log_as_private() {
    amara.says(Duration.ofMinutes(1), "I missed the bus", "What went through your mind?");
    maya.post("/clients/amara/live/whisper", "text", "Ask about Friday.");
    assertTrue(maya.get("/clients/amara/live").body().contains("For the next message:"));
    assertTrue(maya.get("/clients/amara/log").body().contains("The client never sees it."));
    HttpResponse<String> long_ = maya.post("/clients/amara/live/whisper", "text", "x".repeat(221));
    assertEquals(422, long_.statusCode());
    assertTrue(long_.body().contains("x".repeat(221)), "nothing typed is lost");
  }

  @Test
  void only_the_clinicians_own_client_can_be_read_live_or_taken_over() {
    Browser tom = practice.signedIn(Practice.TOM);
    Browser ines = practice.signedIn(Practice.INES);
    for (Browser other : List.of(tom, ines)) {
      assertEquals(404, other.get("/clients/amara/live").statusCode());
      assertEquals(404, other.get("/clients/amara/live/events").statusCode());
      assertEquals(404, other.post("/clients/amara/live/take-over").statusCode());
      assertEquals(404, other.post("/clients/amara/live/write", "text", "x").statusCode());
      assertEquals(404, other.post("/clients/amara/live/whisper", "text", "x").statusCode());
      assertEquals(404, other.get("/clients/amara/steering").statusCode());
      assertEquals(404, other.post("/clients/amara/replies/1", "words", "x").statusCode());
    }
    assertEquals(Optional.empty(), practice.shelves.turns().last(amara.id, 1).stream().findAny());
  }

  // ---- replies that wait ----

  private long waits(String words, String draft) {
    long seq = amara.says(Duration.ofMinutes(3), "Hello", "What happened?") + 1;
    Turn before = last();
    var proposal =
        new Proposal(
            List.of(Line.script(Line.Kind.ASK, draft)),
            before.state().run(),
            List.of(),
            Optional.of("model_off"),
            Optional.empty(),
            Optional.of("You must calm down."),
            List.of("Abandonment: calm_down"));
    var turn =
        new Turn(
            before.id().next(),
            before.conversation(),
            practice.clock.instant(),
            new Opening.Said(new MessageId("message-00" + seq), words),
            Screening.NOTHING_SAID,
            List.of(),
            before.state().awaiting(new Pending(seq, practice.clock.instant(), Optional.empty())),
            List.of(),
            Optional.of(
                new Closing(
                    practice.clock.instant(),
                    new Outcome.AwaitingApproval(draft, Optional.of(proposal)),
                    Provenance.NONE)));
    assertTrue(practice.shelves.turns().open(turn));
    new Boards(practice.shelves).follow(amara.id, turn.state());
    return seq;
  }

  @Test
  void a_waiting_reply_shows_the_words_the_draft_and_what_the_guard_found() {
    long turn = waits("My boss shouted", "What did you think then?");
    String page = maya.get("/replies").body();
    for (String part :
        List.of(
            "My boss shouted",
            "What did you think then?",
            "Abandonment: calm down",
            "You must calm down.",
            "/log?turn=" + turn)) {
      assertTrue(page.contains(part), part);
    }
    assertTrue(maya.get("/caseload").body().contains("A reply waits for your yes"));
    Browser tom = practice.signedIn(Practice.TOM);
    assertFalse(tom.get("/replies").body().contains("My boss shouted"));
  }

  @Test
  void unchanged_it_goes_out_as_the_programs_and_changed_as_the_persons() {
    long first = waits("My boss shouted", "What did you think then?");
    maya.post("/clients/amara/replies/" + first, "words", "What did you think then?");
    assertEquals(
        new Opening.Approved(Practice.MAYA, "Maya Lindqvist", first, false), last().opening());
    assertEquals(1, new Boards(practice.shelves).of(Practice.HARBOUR).of(Kind.TO_SUM_UP).size());
    long second = waits("And again", "How strong was it?");
    HttpResponse<String> empty = maya.post("/clients/amara/replies/" + second, "words", " ");
    assertEquals(422, empty.statusCode());
    maya.post("/clients/amara/replies/" + second, "words", "That sounds hard. How strong?");
    assertEquals("Maya Lindqvist", last().shown().getFirst().by());
    HttpResponse<String> late =
        maya.post("/clients/amara/replies/" + second, "words", "That sounds hard. How strong?");
    assertEquals(409, late.statusCode());
    assertTrue(late.body().contains("That sounds hard. How strong?"), "what was typed stays");
    assertTrue(maya.get("/replies").body().contains("No reply waits for you."));
  }

  // ---- steering ----

  @Test
  void steering_is_part_of_the_plan_with_its_history() {
    amara.says(Duration.ofMinutes(1), "I missed the bus", "What went through your mind?");
    HttpResponse<String> stored =
        maya.post(
            "/clients/amara/steering",
            "seen",
            "1",
            "emphasise",
            "small wins\r\nlists",
            "avoid",
            "always",
            "words",
            "the fog",
            "pace",
            "shorter",
            "prefer",
            "thought_record",
            "note",
            "Likes lists.");
    assertEquals(303, stored.statusCode());
    Guidance now = practice.shelves.plans().get(amara.id).orElseThrow().steered();
    assertEquals(List.of("small wins", "lists"), now.emphasise());
    assertEquals(Pace.SHORTER, now.pace());
    assertTrue(maya.get("/clients/amara/limits").body().contains("Steering: Bring out"));
    assertTrue(
        maya.get("/clients/amara/steering").body().contains("Use the client’s own words")
            || maya.get("/clients/amara/steering")
                .body()
                .contains("own words for things: the fog"));
    HttpResponse<String> stale =
        maya.post("/clients/amara/steering", "seen", "1", "pace", "slower", "note", "Mine.");
    assertEquals(409, stale.statusCode());
    assertTrue(stale.body().contains("Mine."));
    HttpResponse<String> wrong =
        maya.post(
            "/clients/amara/steering",
            "seen",
            "2",
            "pace",
            "fast",
            "prefer",
            "nothing",
            "emphasise",
            "x".repeat(81));
    assertEquals(422, wrong.statusCode());
    assertTrue(wrong.body().contains("x".repeat(81)));
    HttpResponse<String> none =
        maya.post("/clients/amara/steering/preview", "seen", "2", "pace", "slower");
    assertEquals(422, none.statusCode());
    assertTrue(none.body().contains("Choose one to 3 messages."));
  }
}
