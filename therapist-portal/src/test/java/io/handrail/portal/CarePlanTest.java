package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.PlanTemplate;
import io.handrail.care.plan.Scope;
import io.handrail.care.plan.TemplateBook;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The care plan as one form: all of it, templates, history. */
class CarePlanTest {
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

  private CarePlan plan() {
    return practice.shelves.plans().get(amara.id).orElseThrow();
  }

  private HttpResponse<String> send(String to, int seen, String... more) {
    var fields =
        new ArrayList<>(
            List.of(
                "seen", String.valueOf(seen),
                "protocols", "thought_record",
                "messages", "25",
                "from1", "08:00",
                "to1", "21:30",
                "model", "guided"));
    fields.addAll(List.of(more));
    return maya.post("/clients/amara/limits" + to, fields.toArray(String[]::new));
  }

  private HttpResponse<String> whole(String to, int seen, String... more) {
    var fields =
        new ArrayList<>(
            List.of(
                "minutes", "35",
                "avoid", "my brother\r\n work ",
                "explore", "sleep",
                "replies", "approve_first",
                "review", "4"));
    fields.addAll(List.of(more));
    return send(to, seen, fields.toArray(String[]::new));
  }

  @Test
  void one_form_stores_the_whole_plan() {
    assertEquals(303, whole("", 1).statusCode());
    assertEquals(
        new Scope(Optional.of(35), List.of("my brother", "work"), List.of("sleep"), Optional.of(4)),
        plan().bounds());
    assertEquals(ReplyMode.APPROVE_FIRST, plan().replyMode());
    assertEquals(ModelUse.GUIDED, plan().modelUse());
    String page = maya.get("/clients/amara/limits").body();
    assertTrue(page.contains("my brother\nwork"));
    assertTrue(page.contains("Minutes a day from no limit to 35"));
    assertTrue(page.contains("Replies wait for approval"));
    assertTrue(page.contains("Left to the sessions: my brother, work"));
    assertTrue(page.contains("Review every 7 days, now every 4"));
  }

  @Test
  void a_page_from_before_leaves_what_it_did_not_ask_as_it_is() {
    whole("", 1);
    assertEquals(303, send("", 2).statusCode());
    assertEquals(ReplyMode.APPROVE_FIRST, plan().replyMode());
    assertEquals(Optional.of(35), plan().bounds().minutesPerDayMax());
  }

  @Test
  void a_field_that_cannot_be_read_says_why_and_nothing_typed_is_lost() {
    HttpResponse<String> refused =
        send(
            "",
            1,
            "minutes",
            "an hour",
            "avoid",
            "x".repeat(61),
            "explore",
            "sleep\nwork",
            "replies",
            "sometimes",
            "review",
            "99");
    assertEquals(422, refused.statusCode());
    String page = refused.body();
    for (String part :
        List.of(
            "value=\"an hour\"",
            "sleep\nwork",
            "value=\"99\"",
            "1 to 480, or nothing for no limit",
            "at most 60 letters",
            "Choose one of the two.",
            "1 to 60, or nothing for seven days",
            "value=\"21:30\"")) {
      assertTrue(page.contains(part), part);
    }
    assertEquals(1, plan().version());
    HttpResponse<String> both =
        send(
            "",
            1,
            "minutes",
            "",
            "avoid",
            "Sleep",
            "explore",
            "sleep",
            "replies",
            "as_written",
            "review",
            "");
    assertEquals(422, both.statusCode());
    assertTrue(both.body().contains("is also left to the sessions"));
  }

  @Test
  void a_template_of_the_house_fills_the_form_and_stores_nothing() {
    String page = maya.get("/clients/amara/limits?template=cautious").body();
    assertTrue(page.contains("Nothing is stored until you store it."));
    assertTrue(page.contains("value=\"approve_first\" checked"));
    assertTrue(
        page.contains(
            "name=\"messages\" type=\"number\" min=\"1\" max=\"500\" step=\"1\" inputmode=\"numeric\" value=\"20\""));
    assertEquals(1, plan().version());
    assertFalse(maya.get("/clients/amara/limits?template=nonsense").body().contains("filled in"));
  }

  @Test
  void a_template_of_ones_own_is_kept_used_and_taken_out_and_others_do_not_see_it() {
    HttpResponse<String> saved = whole("/template", 1, "template", "Evenings");
    assertEquals(200, saved.statusCode());
    assertEquals(1, plan().version(), "the plan is as it was");
    PlanTemplate kept = book().templates().getFirst();
    assertEquals(Optional.of(Practice.MAYA), kept.owner());
    assertEquals(List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(21, 30))), kept.hours());
    practice.client("bo", "Bo", Practice.MAYA);
    String form = maya.get("/clients/bo/limits?template=" + kept.id()).body();
    assertTrue(form.contains("value=\"35\""));
    assertFalse(form.contains("my brother"), "a client's topics are not in a template");
    practice.client("cy", "Cy", Practice.TOM);
    Browser tom = practice.signedIn(Practice.TOM);
    assertFalse(tom.get("/clients/cy/limits").body().contains("Evenings"));
    tom.post("/clients/cy/limits/template/remove", "template", kept.id());
    assertEquals(1, book().templates().size(), "another's template stays");
    maya.post("/clients/amara/limits/template/remove", "template", kept.id());
    assertEquals(0, book().templates().size());
  }

  @Test
  void a_template_for_the_clinic_is_everybodys_and_needs_a_name() {
    HttpResponse<String> unnamed = whole("/template", 1, "template", " ");
    assertEquals(422, unnamed.statusCode());
    assertTrue(unnamed.body().contains("A name of 1 to 60 letters."));
    assertTrue(unnamed.body().contains("my brother"), "nothing typed is lost");
    whole("/template", 1, "template", "House evenings", "share", "clinic");
    practice.client("cy", "Cy", Practice.TOM);
    Browser tom = practice.signedIn(Practice.TOM);
    assertTrue(tom.get("/clients/cy/limits").body().contains("House evenings"));
    practice.client("dee", "Dee", Practice.OLA);
    Browser ola = practice.signedIn(Practice.OLA);
    assertFalse(ola.get("/clients/dee/limits").body().contains("House evenings"), "another clinic");
  }

  private TemplateBook book() {
    return practice.shelves.planTemplates().get(Practice.HARBOUR).orElse(TemplateBook.EMPTY);
  }

  @Test
  void the_whole_history_is_paged_and_misses_no_change() {
    for (int version = 1; version <= 50; version++) {
      send("", version, "minutes", String.valueOf(version));
    }
    assertEquals(51, plan().version());
    var seen = new ArrayList<Integer>();
    String page = maya.get("/clients/amara/limits/history").body();
    for (int pages = 0; pages < 5; pages++) {
      for (int version = 51; version >= 1; version--) {
        if (page.contains("version " + version + "<")) seen.add(version);
      }
      int next = page.indexOf("?before=");
      if (next < 0) break;
      String before = page.substring(next + 8, page.indexOf('"', next));
      page = maya.get("/clients/amara/limits/history?before=" + before).body();
    }
    assertEquals(51, seen.size(), seen.toString());
    assertEquals(51, seen.stream().distinct().count());
  }

  @Test
  void the_review_interval_decides_when_a_client_is_overdue() {
    amara.says(Duration.ZERO, "I slept badly", "When did you wake?");
    maya.post("/clients/amara/log/read", "upTo", "1");
    practice.clock.forward(Duration.ofDays(5));
    maya.post("/sign-in", "name", "maya", "password", Practice.PASSWORD);
    assertFalse(maya.get("/caseload").body().contains("Review due"), "seven days by default");
    whole("", 1);
    assertTrue(maya.get("/caseload").body().contains("Review due"));
  }
}
