package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasurePlan.Often;
import io.handrail.care.measure.MeasureSigns;
import io.handrail.care.review.CaseloadRow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a clinician sees of questionnaires, and how they ask for them. */
class MeasuresTest {
  private static Practice practice;
  private static Browser maya;
  private static Life amara;

  @BeforeAll
  static void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofDays(40), "Hello", "What happened?");
    amara.measures("m1", Duration.ofDays(21), 2, 2, 2, 2, 2, 2, 2, 2, 0);
    amara.measures("m2", Duration.ofDays(14), 2, 2, 2, 2, 2, 2, 1, 1, 0);
    amara.measures("m3", Duration.ofDays(7), 1, 1, 1, 1, 1, 1, 1, 0, 0);
    amara.measures("m4", Duration.ofDays(1), 3, 3, 2, 1, 1, 2, 1, 0, 1);
    amara.measures("m5", Duration.ofHours(2), 1, 1, -1, -1, -1, 1, 1, 0, -1);
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterAll
  static void close() {
    practice.close();
  }

  private static String page() {
    return maya.get("/clients/amara/measures").body();
  }

  /** One row of the table, as text. */
  private static String row(String sitting) {
    String page = page();
    int end = page.indexOf("/measures/" + sitting + "/fhir");
    return page.substring(page.lastIndexOf("<tr>", end), end).replaceAll("<[^>]+>", " ");
  }

  @Test
  void each_result_has_its_band_and_what_is_more_than_ups_and_downs() {
    assertTrue(row("m1").contains("moderately severe"));
    assertTrue(row("m2").contains("\u22122, within ups and downs"), row("m2"));
    assertTrue(row("m3").contains("\u22127, reliable improvement"), row("m3"));
    assertTrue(row("m4").contains("+7, reliable worsening"), row("m4"));
    assertTrue(page().contains("14 of 27, moderate"));
  }

  @Test
  void question_nine_and_blanks_stand_beside_the_total() {
    assertTrue(row("m4").contains("Question 9: Several days (1)"));
    assertFalse(row("m1").contains("Question 9:"));
    assertTrue(row("m5").contains("Question 9: left blank, so unknown"), row("m5"));
    assertTrue(row("m5").contains("4 blanks, no total"));
    assertTrue(row("m5").contains("none"));
  }

  @Test
  void the_line_is_drawn_and_the_table_says_the_same() {
    String page = page();
    assertEquals(4, page.split("class=\"trend-value\"", -1).length - 1);
    assertEquals(1, page.split("trend-dot worse", -1).length - 1);
    assertEquals(1, page.split("trend-dot better", -1).length - 1);
    assertTrue(page.contains("trend-cut"), "the cut-off");
    assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("low risk"));
  }

  @Test
  void what_is_asked_for_is_stored_and_can_be_ended() {
    HttpResponse<String> asked =
        maya.post("/clients/amara/measures/ask", "instrument", "gad7", "often", "fortnightly");
    assertEquals(303, asked.statusCode());
    MeasurePlan.Assignment gad7 = plan().of("gad7").orElseThrow();
    assertEquals(Often.FORTNIGHTLY, gad7.often());
    assertEquals(Practice.MAYA, gad7.by());
    assertTrue(page().contains("Waits on the client\u2019s home page since today"));
    maya.post("/clients/amara/measures/ask", "instrument", "gad7", "often", "no");
    assertEquals(Optional.empty(), plan().of("gad7"));
  }

  private static MeasurePlan plan() {
    return practice.shelves.measurePlans().get(amara.id).orElse(MeasurePlan.EMPTY);
  }

  @Test
  void only_installed_questionnaires_and_known_intervals_can_be_asked() {
    for (String[] odd :
        new String[][] {{"wsas", "weekly"}, {"phq9", "hourly"}, {"$ne", "weekly"}, {"phq9", ""}}) {
      HttpResponse<String> answer =
          maya.post("/clients/amara/measures/ask", "instrument", odd[0], "often", odd[1]);
      assertEquals(404, answer.statusCode(), odd[0] + " " + odd[1]);
    }
  }

  @Test
  void a_result_leaves_as_a_fhir_response_that_explains_itself() throws IOException {
    HttpResponse<String> answer = maya.get("/clients/amara/measures/m4/fhir");
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/fhir+json"));
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Disposition")
            .orElse("")
            .startsWith("attachment; filename=\"amara-phq9-m4.json\""));
    JsonNode response = new ObjectMapper().readTree(answer.body());
    assertEquals("QuestionnaireResponse", response.get("resourceType").asText());
    assertEquals("completed", response.get("status").asText());
    assertEquals(10, response.get("item").size());
    JsonNode nine = response.get("item").get(8);
    assertEquals("q9", nine.get("linkId").asText());
    assertEquals("LA6569-3", nine.at("/answer/0/valueCoding/code").asText());
    assertEquals(1, nine.at("/answer/0/valueCoding/extension/0/valueDecimal").asInt());
    assertEquals(14, response.get("item").get(9).at("/answer/0/valueInteger").asInt());
    assertEquals("44249-1", response.at("/contained/0/code/0/code").asText());
    assertEquals("44260-8", response.at("/contained/0/item/8/code/0/code").asText());
    assertEquals("44261-6", response.at("/contained/0/item/9/code/0/code").asText());
    assertFalse(answer.body().contains("Amara"), "no name leaves with it");
  }

  @Test
  void what_was_left_blank_has_no_answer_in_the_response() throws IOException {
    JsonNode response =
        new ObjectMapper().readTree(maya.get("/clients/amara/measures/m5/fhir").body());
    assertEquals("stopped", response.get("status").asText());
    assertEquals(9, response.get("item").size(), "and there is no total");
    assertFalse(response.get("item").get(8).has("answer"));
  }

  @Test
  void a_worsening_stands_on_the_caseload_with_its_numbers() {
    var worse = new MeasureSigns.Worse("phq9", 7, 14, 4);
    practice
        .shelves
        .caseload()
        .change(
            amara.id,
            CaseloadRow.NEW,
            row ->
                new CaseloadRow(
                    row.lastSeq(),
                    row.lastAt(),
                    row.highestUnread(),
                    row.openFlags(),
                    row.held(),
                    row.homeworkWaiting(),
                    row.exercisesFinished(),
                    row.lastExercise(),
                    row.reviewedSeq(),
                    row.reviewedAt(),
                    row.summedSeq(),
                    Optional.of(MeasureSigns.NONE.worsened(Optional.of(worse))),
                    Optional.empty(),
                    Optional.empty()));
    String caseload = maya.get("/caseload").body();
    assertTrue(caseload.contains("PHQ-9 went from 7 to 14, more than ordinary ups and downs"));
    assertTrue(caseload.contains("href=\"/clients/amara/measures\""));
    assertTrue(caseload.contains("Amara"));
  }
}
