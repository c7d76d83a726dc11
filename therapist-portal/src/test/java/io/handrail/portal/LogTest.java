package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</blockquote></main><svg/onload=alert(1)>",
          "${7*7} <#assign x=1> [=7*7] #{7*7}",
          "'-alert(1)-' &lt;b&gt; <b>bold</b>");

  private static Practice practice;
  private static Browser maya;
  private static Life amara;
  private static Life chen;

  @BeforeAll
  static void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara <i>", Practice.MAYA);
    for (String words : HOSTILE) {
      amara.says(Duration.ofHours(9), words, words);
      amara.refused(Duration.ofHours(8), words, words, words);
      amara.watched(Duration.ofHours(7), words, words, words.substring(0, 5));
      amara.alarms(Duration.ofHours(6), words, words.substring(0, 5));
      amara.proposes("h" + HOSTILE.indexOf(words), words, words);
    }
    chen = practice.client("chen", "Chen", Practice.MAYA);
    for (int i = 1; i <= 2000; i++) {
      chen.says(Duration.ofMinutes(2100 - i), "entry number " + i + ".", "And then?");
    }
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterAll
  static void close() {
    practice.close();
  }

  @Test
  void a_clients_text_is_never_markup_on_any_page() {
    for (String path :
        List.of(
            "/caseload",
            "/risk",
            "/homework",
            "/clients/amara",
            "/clients/amara/brief",
            "/clients/amara/log",
            "/clients/amara/homework")) {
      String page = maya.get(path).body();
      assertTrue(page.contains("alert(1)"), path + " shows the words");
      assertFalse(page.contains("<script>alert"), path);
      assertFalse(page.contains("<img src=x"), path);
      assertFalse(page.contains("<svg/onload"), path);
      assertFalse(page.contains("<b>bold"), path);
      assertFalse(page.contains("Amara <i>"), path);
      assertFalse(page.matches("(?s).*>49 .*"), path + " computes nothing");
    }
  }

  @Test
  void every_page_keeps_the_policy_without_inline_script_or_style() {
    for (String path : List.of("/caseload", "/risk", "/clients/amara", "/clients/amara/log")) {
      var answer = maya.get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertFalse(policy.contains("unsafe"), policy);
      assertFalse(answer.body().matches("(?is).*<[^>]+\\s(style|on[a-z]+)=.*"), path);
      assertFalse(answer.body().matches("(?is).*<script(?![^>]*\\ssrc=).*"), path);
    }
  }

  @Test
  void a_log_of_two_thousand_entries_is_shown_a_page_at_a_time() {
    String last = maya.get("/clients/chen/log?page=50").body();
    assertEquals(40, count(last, "class=\"turn "));
    assertTrue(last.contains("entry number 2000."));
    assertFalse(last.contains("entry number 1960."));
    String at = maya.get("/clients/chen/log?turn=1234").body();
    assertTrue(at.contains("id=\"turn-1234\""));
    assertEquals(40, count(at, "class=\"turn "));
    assertTrue(maya.get("/clients/chen/log?page=999999").body().contains("entry number 2000."));
    assertTrue(maya.get("/clients/chen/log?page=-4").body().contains("entry number 1."));
    assertTrue(maya.get("/clients/chen/log?turn=-9").body().contains("entry number 1."));
  }

  @Test
  void reading_is_marked_and_the_log_opens_where_reading_stopped() {
    Life dora = practice.client("dora", "Dora", Practice.MAYA);
    for (int i = 1; i <= 90; i++) dora.says(Duration.ofHours(100 - i), "entry " + i + ".", "And?");
    dora.watched(Duration.ofHours(1), "no point", "hopelessness", "no point");
    assertEquals(Level.WATCH, dora.row().highestUnread());
    String after = maya.submit("/clients/dora/log/read", "upTo", "40").body();
    assertTrue(after.contains("Marked as read up to entry 40"));
    assertEquals(40, dora.row().reviewedSeq());
    assertEquals(Level.WATCH, dora.row().highestUnread(), "the rest still asks for it");
    String open = maya.get("/clients/dora/log").body();
    assertTrue(open.contains("id=\"turn-41\""));
    assertTrue(open.contains("New since you read"));
    maya.post("/clients/dora/log/read", "upTo", "9999");
    assertEquals(91, dora.row().reviewedSeq(), "a mark never passes the end");
    assertEquals(Level.NONE, dora.row().highestUnread());
    maya.post("/clients/dora/log/read", "upTo", "3");
    assertEquals(91, dora.row().reviewedSeq(), "a mark never goes back");
  }

  @Test
  void each_line_says_who_spoke_it_and_what_stood_behind_it() {
    Life eli = practice.client("eli", "Eli", Practice.MAYA);
    eli.says(Duration.ofHours(4), "Fine", "What happened?");
    eli.saysToModel(Duration.ofHours(3), "Still fine", "Still?");
    eli.refused(Duration.ofHours(2), "Not so fine", "Quit your job", "directive_decision");
    String page = maya.get("/clients/eli/log").body();
    assertTrue(page.contains("<span class=\"label\">Script</span>"));
    assertTrue(page.contains("<span class=\"label\">Model</span>"));
    assertTrue(page.contains("Phrased by the model qwen-7b"));
    assertTrue(page.contains("thought record 1.0.0"));
    assertTrue(page.contains("prompt phrase@1.0.0"));
    assertTrue(page.contains("Quit your job"));
    assertTrue(page.contains("directive decision"));
    assertTrue(page.contains("the model is off"));
  }

  private static int count(String page, String part) {
    return page.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
