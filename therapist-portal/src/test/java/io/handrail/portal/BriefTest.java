package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.review.brief.Brief;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.review.brief.SignedBrief;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BriefTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern SINCE = Pattern.compile("name=\"since\" value=\"([^\"]+Z)\"");
  private static final Pattern CLAIM =
      Pattern.compile(
          "<li><span class=\"said\">(.*?)</span>.*?<a class=\"src\" href=\"([^\"]+)\">",
          Pattern.DOTALL);

  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.measures("m1", Duration.ofDays(9), 3, 3, 2, 2, 2, 1, 1, 1, 0);
    amara.says(
        Duration.ofDays(3), "I keep thinking they all saw that I went red at the desk", "And?");
    amara.says(Duration.ofDays(3), "No", "Then?");
    amara.watched(
        Duration.ofDays(2), "there is no point in any of it lately", "hopelessness", "no point");
    String flag = amara.alarms(Duration.ofDays(1), "I want it to be over tonight", "be over");
    amara.proposes("h1", "Say one thing in the meeting", "Thursday");
    amara.finishes("r1", Map.of("situation", "The meeting on Monday"));
    amara.measures("m2", Duration.ofDays(1), 1, 1, 1, 1, 1, 1, 0, 0, 0);
    maya = practice.signedIn(Practice.MAYA);
    maya.post(
        "/clients/amara/flags/acknowledge", "flag", flag, "action", "Called her, safe with sister");
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private String draft() {
    return maya.get("/clients/amara/brief").body();
  }

  private static String found(Pattern what, String page) {
    Matcher matcher = what.matcher(page);
    assertTrue(matcher.find(), "the page has " + what);
    return matcher.group(1);
  }

  private HttpResponse<String> sign(String page, String remark, String... omit) {
    var form =
        new ArrayList<String>(
            List.of("since", found(SINCE, page), "seen", found(SEEN, page), "remark", remark));
    for (String place : omit) form.addAll(List.of("omit", place));
    return maya.post("/clients/amara/brief/sign", form.toArray(String[]::new));
  }

  @Test
  void it_tells_risk_and_what_was_done_measures_work_homework_and_the_clients_words() {
    String page = draft();
    for (String told :
        List.of(
            "I want it to be over tonight",
            "Maya Lindqvist answered it on",
            "Called her, safe with sister",
            "there is no point in any of it lately",
            "6 of 27",
            "9 points lower than on",
            "a reliable improvement",
            "Thought record, finished on",
            "Say one thing in the meeting",
            "waits for your yes or no",
            "I keep thinking they all saw that I went red at the desk",
            "Draft, not signed")) {
      assertTrue(page.contains(told), told);
    }
    assertFalse(page.contains("low risk"));
  }

  @Test
  void every_sentence_opens_a_page_that_is_there() {
    Matcher claims = CLAIM.matcher(draft());
    int count = 0;
    while (claims.find()) {
      count++;
      String href = claims.group(2);
      HttpResponse<String> source = maya.get(href.replaceAll("#.*", ""));
      assertEquals(200, source.statusCode(), href);
      if (href.contains("#")) {
        String id = href.substring(href.indexOf('#') + 1);
        assertTrue(source.body().contains("\"" + id + "\""), claims.group(1) + " opens " + href);
      }
    }
    assertTrue(count >= 9, "claims: " + count);
    assertEquals(
        count,
        draft().split("<li><span class=\"said\">", -1).length - 1,
        "every claim has a source");
  }

  @Test
  void it_reads_in_two_minutes_however_much_there_is_and_loses_no_risk() {
    String long_ = "and then I thought about it again and again until it was four in the morning ";
    for (int i = 0; i < 60; i++) {
      amara.says(Duration.ofHours(20).minusMinutes(i), (long_ + i + " ").repeat(4), "And?");
    }
    for (int i = 0; i < 5; i++) {
      amara.alarms(Duration.ofHours(6).minusMinutes(i), "over and done " + i + long_, "over");
    }
    BriefDesk desk = practice.context().getBean(BriefDesk.class);
    var client = practice.shelves.clients().get(amara.id).orElseThrow();
    Brief brief =
        desk.draft(
            client, practice.clock.instant().minus(Duration.ofDays(14)), practice.clock.instant());
    assertTrue(brief.words() <= Brief.WORDS_MAX, brief.words() + " words");
    assertTrue(brief.seconds() <= 120);
    String risk = brief.parts().getFirst().toString();
    assertTrue(risk.contains("over and done 4") && risk.contains("over and done 2"));
    assertTrue(risk.contains("3 more, earlier that asked"), risk);
  }

  @Test
  void signing_keeps_it_as_it_was_read_with_a_name_and_a_time() {
    HttpResponse<String> signed = sign(draft(), "Ask about the sister.");
    assertEquals(303, signed.statusCode());
    String address = signed.headers().firstValue("Location").orElseThrow();
    assertEquals("/clients/amara/brief/1?done=signed", address);
    practice.clock.forward(Duration.ofMinutes(4));
    amara.says(Duration.ZERO, "Something that came in after it was signed", "And?");
    String page = maya.get("/clients/amara/brief/1").body();
    assertTrue(page.contains("<b>Signed</b> by Maya Lindqvist"));
    assertTrue(page.contains("Ask about the sister."));
    assertFalse(page.contains("Something that came in after"));
    assertFalse(page.contains("Sign as"));
    String next = draft();
    assertTrue(next.contains("Something that came in after"));
    assertFalse(next.contains("I keep thinking they all saw"), "the next begins where this ended");
    assertTrue(next.contains("/clients/amara/brief/1\""));
  }

  @Test
  void what_changed_while_it_was_read_is_not_signed_unseen() {
    String page = draft();
    amara.alarms(Duration.ZERO, "I cannot promise anything", "cannot");
    HttpResponse<String> answer = sign(page, "My remark");
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("nothing was signed"));
    assertTrue(answer.body().contains("I cannot promise anything"));
    assertTrue(answer.body().contains("My remark"), "what was typed is kept");
    assertTrue(practice.shelves.briefIndex().get(amara.id).isEmpty());
  }

  @Test
  void a_form_that_was_sent_twice_signs_once() {
    String page = draft();
    assertEquals(303, sign(page, "x").statusCode());
    practice.clock.forward(Duration.ofSeconds(1));
    assertEquals(303, sign(page, "x").statusCode());
    assertEquals(1, practice.shelves.briefIndex().get(amara.id).orElseThrow().entries().size());
    SignedBrief brief =
        practice.context().getBean(BriefDesk.class).signed(amara.id, 1).orElseThrow();
    assertEquals(Practice.MAYA, brief.by());
  }

  @Test
  void on_paper_it_says_the_same_and_that_it_is_a_draft() throws Exception {
    amara.says(Duration.ofHours(1), "tags <b> & \u0001 controls and “quotes” ñ é", "And?");
    String text = text(maya.bytes("/clients/amara/brief/pdf"));
    assertTrue(text.contains("Draft, not signed"), text);
    assertTrue(text.contains("I want it to be over tonight"));
    assertTrue(text.contains("Called her, safe with sister"));
    assertTrue(text.contains("tags <b> &"), text);
    sign(draft(), "For the file");
    String signed = text(maya.bytes("/clients/amara/brief/1/pdf"));
    assertTrue(signed.contains("Signed by Maya Lindqvist"));
    assertTrue(signed.contains("For the file"));
  }

  @Test
  void a_sentence_is_left_out_of_what_is_signed_and_one_on_risk_never_is() {
    String page = draft();
    Matcher said =
        Pattern.compile(
                "class=\"said\">([^<]*)</span>(?:(?!</li>).)*name=\"omit\" value=\"(\\d+)\"",
                Pattern.DOTALL)
            .matcher(page);
    assertTrue(said.find());
    assertFalse(page.matches("(?s).*id=\"b-risk\"(?:(?!</section>).)*name=\"omit\".*"));
    assertEquals(303, sign(page, "", said.group(2), "0", "999", "x").statusCode());
    String signed = maya.get("/clients/amara/brief/1").body();
    assertFalse(signed.contains(said.group(1)), said.group(1));
    assertTrue(signed.contains("One sentence was left out by Maya Lindqvist"), signed);
    assertTrue(signed.contains("I want it to be over tonight"), "the first is on risk and stays");
    assertFalse(signed.contains("name=\"omit\""));
  }

  static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked(), "a tagged document");
      assertEquals("en", document.getDocumentCatalog().getLanguage());
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @Test
  void nothing_written_and_nothing_measured_is_said_plainly() {
    practice.client("newt", "Newt", Practice.MAYA);
    String page = maya.get("/clients/newt/brief").body();
    assertTrue(page.contains("No message asked for a person in this time."));
    assertTrue(page.contains("Nothing has been written yet."));
    assertEquals(200, maya.get("/clients/newt/brief?since=2026-99-99").statusCode());
    assertEquals(404, maya.get("/clients/newt/brief/7").statusCode());
  }
}
