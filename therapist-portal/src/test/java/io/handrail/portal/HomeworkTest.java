package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeworkTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.proposes("h1", "Walk around the pond", "Saturday");
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Homework homework() {
    return practice.shelves.homework().get(amara.id).orElseThrow().find("h1").orElseThrow();
  }

  private HttpResponse<String> decide(String decision, int seen, String task, String comment) {
    return maya.post(
        "/clients/amara/homework",
        "homework",
        "h1",
        "decision",
        decision,
        "seen",
        String.valueOf(seen),
        "task",
        task,
        "when",
        "Sunday",
        "comment",
        comment);
  }

  @Test
  void an_approval_may_edit_and_comment_and_the_client_has_it_unread() {
    assertTrue(maya.get("/homework").body().contains("Walk around the pond"));
    HttpResponse<String> answer = decide("approve", 1, "Walk around the pond twice", "Good plan");
    assertEquals(303, answer.statusCode());
    Homework now = homework();
    assertEquals(Status.APPROVED, now.status());
    assertEquals("Walk around the pond twice", now.task());
    assertEquals("Sunday", now.when());
    assertEquals("Good plan", now.history().getLast().comment());
    assertEquals("Maya Lindqvist", now.history().getLast().by());
    assertTrue(now.unread());
    assertEquals(0, amara.row().homeworkWaiting());
  }

  @Test
  void a_refusal_needs_a_reason_that_the_client_can_read() {
    HttpResponse<String> bare = decide("decline", 1, "Walk", "");
    assertEquals(422, bare.statusCode());
    assertTrue(bare.body().contains("Say why in a sentence"));
    assertEquals(Status.PROPOSED, homework().status());
    decide("decline", 1, "Walk", "Let us talk about it on Monday first.");
    assertEquals(Status.DECLINED, homework().status());
    assertTrue(homework().unread());
  }

  @Test
  void what_was_done_goes_back_with_a_comment() {
    decide("approve", 1, "Walk", "");
    amara.reports("h1", "I did it, it rained");
    assertEquals(1, amara.row().homeworkWaiting());
    String page = maya.get("/clients/amara/homework").body();
    assertTrue(page.contains("I did it, it rained"));
    assertEquals(422, decide("return", 3, "", "").statusCode());
    String back =
        maya.submit(
                "/clients/amara/homework",
                "homework",
                "h1",
                "decision",
                "return",
                "seen",
                "3",
                "comment",
                "You went although it rained.")
            .body();
    assertTrue(back.contains("Returned"));
    assertEquals(Status.RETURNED, homework().status());
    assertEquals(0, amara.row().homeworkWaiting());
  }

  @Test
  void a_second_decision_on_the_same_page_changes_nothing_and_shows_both() {
    decide("approve", 1, "Walk", "Mine first");
    HttpResponse<String> second = decide("decline", 1, "Walk", "Rather not");
    assertEquals(409, second.statusCode());
    assertTrue(second.body().contains("Mine first"));
    assertTrue(second.body().contains("Rather not"));
    assertEquals(Status.APPROVED, homework().status());
  }

  @Test
  void sending_the_same_decision_twice_decides_once() {
    assertEquals(303, decide("approve", 1, "Walk", "Yes").statusCode());
    practice.clock.forward(Duration.ofSeconds(1));
    assertEquals(303, decide("approve", 1, "Walk", "Yes").statusCode());
    assertEquals(2, homework().history().size());
    assertEquals(0, amara.row().homeworkWaiting());
  }

  @Test
  void a_task_that_is_too_long_is_kept_in_the_form() {
    String task = "walk ".repeat(101);
    HttpResponse<String> refused = decide("approve", 1, task, "My comment");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains(task.strip()));
    assertTrue(refused.body().contains("My comment"));
    assertEquals(Status.PROPOSED, homework().status());
  }

  @Test
  void a_piece_cannot_be_put_into_a_status_that_does_not_follow() {
    for (String decision : new String[] {"return", "done", "DELETE", ""}) {
      HttpResponse<String> answer = decide(decision, 1, "Walk", "x");
      assertTrue(answer.statusCode() == 404 || answer.statusCode() == 409, decision);
    }
    assertEquals(Status.PROPOSED, homework().status());
    assertFalse(homework().unread());
  }

  @Test
  void several_pieces_are_approved_at_once_and_one_that_moved_on_is_left_alone() {
    amara.proposes("h2", "Call Ruth", "Friday");
    Life ben = practice.client("ben", "Ben", Practice.MAYA);
    ben.proposes("h1", "Walk to work", "daily");
    practice.client("chen", "Chen", Practice.TOM).proposes("h1", "Not hers to decide", "");
    assertTrue(maya.get("/homework").body().contains("name=\"pick\" value=\"ben h1 1\""));
    decide("approve", 1, "Walk", "by hand, first");
    HttpResponse<String> answer =
        maya.post(
            "/homework/bulk",
            "pick",
            "amara h1 1",
            "pick",
            "amara h2 1",
            "pick",
            "ben h1 1",
            "pick",
            "chen h1 1",
            "pick",
            "nonsense",
            "decision",
            "approve",
            "comment",
            "Go well");
    assertTrue(answer.body().contains("2 pieces approved."), answer.body());
    assertTrue(answer.body().contains("left as it is: Amara"));
    assertEquals("by hand, first", homework().history().getLast().comment());
    assertEquals(
        Status.APPROVED,
        practice.shelves.homework().get(ben.id).orElseThrow().find("h1").orElseThrow().status());
    assertEquals(0, ben.row().homeworkWaiting());
    assertTrue(
        practice.shelves.homework().get(ben.id).orElseThrow().find("h1").orElseThrow().unread());
    assertEquals(
        422, maya.post("/homework/bulk", "pick", "ben h1 2", "decision", "return").statusCode());
    assertEquals(422, maya.post("/homework/bulk", "decision", "approve").statusCode());
  }

  @Test
  void an_edit_keeps_how_it_was_worded_before() {
    decide("approve", 1, "Walk around the pond twice", "");
    var history = homework().history();
    assertEquals("Walk around the pond", history.getFirst().wording().orElseThrow().task());
    assertEquals("Walk around the pond twice", history.getLast().wording().orElseThrow().task());
    String page = maya.get("/clients/amara/homework").body();
    assertTrue(page.contains("Walk around the pond (Saturday)"));
  }

  @Test
  void how_much_of_what_was_agreed_was_done_is_told_once_there_was_time_to_do_it() {
    decide("approve", 1, "Walk", "");
    assertFalse(maya.get("/clients/amara/homework").body().contains("agreed in eight weeks"));
    amara.reports("h1", "done");
    String page = maya.get("/clients/amara/homework").body();
    assertTrue(page.contains("Done: 1 of 1 agreed in eight weeks (100 %)."));
  }
}
