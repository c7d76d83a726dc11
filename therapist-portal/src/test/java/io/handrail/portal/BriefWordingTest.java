package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.record.Consent;
import io.handrail.care.review.brief.Rewording;
import io.handrail.care.review.brief.SignedBrief;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portal's side of a model's wording; the chat's side is a stored answer here. */
class BriefWordingTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern SINCE = Pattern.compile("name=\"since\" value=\"([^\"]+Z)\"");

  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.measures("m1", Duration.ofDays(9), 3, 3, 2, 2, 2, 1, 1, 1, 0);
    amara.alarms(Duration.ofDays(2), "I want it to be over tonight", "be over");
    amara.finishes("r1", Map.of("situation", "The meeting on Monday"));
    amara.measures("m2", Duration.ofDays(1), 1, 1, 1, 1, 1, 1, 0, 0, 1);
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private void allow() {
    practice.shelves.clinics().change(Practice.HARBOUR, clinic -> clinic.wordingBriefs(true));
    var yes = new Consent("1", true, practice.clock.instant(), Optional.empty(), Optional.of(true));
    practice.shelves.consents().insert(amara.id, yes);
  }

  private String draft() {
    return maya.get("/clients/amara/brief").body();
  }

  private static String found(Pattern what, String page) {
    Matcher matcher = what.matcher(page);
    assertTrue(matcher.find(), "the page has " + what);
    return matcher.group(1);
  }

  /** Asks as the page does, with a chat at hand that answers each sentence by its text. */
  private List<String> worded(Map<String, String> by) throws Exception {
    var sent = new ArrayList<String>();
    Thread chat =
        Thread.ofVirtual()
            .start(() -> {
              Optional<Rewording> wish = Optional.empty();
              while (wish.isEmpty()) {
                wish =
                    practice
                        .shelves
                        .briefWordings()
                        .get(amara.id)
                        .filter(r -> r.answer().isEmpty());
              }
              var all = new ArrayList<Rewording.Worded>();
              for (int i = 0; i < wish.get().asked().size(); i++) {
                String text = wish.get().asked().get(i).text();
                sent.add(text);
                for (var one : by.entrySet()) {
                  if (!text.startsWith(one.getKey())) continue;
                  String other = one.getValue().replace("REST", text.replaceFirst("[^:]*: ", ""));
                  all.add(new Rewording.Worded(i, Optional.of(other), Optional.empty()));
                }
              }
              var answer =
                  new Rewording.Answer(
                      Optional.empty(), Optional.of("stub-7b"), Optional.of("brief@1.0.0"), all);
              practice.shelves.briefWordings().change(amara.id, r -> r.answered(answer));
            });
    String page = draft();
    HttpResponse<String> asked =
        maya.post("/clients/amara/brief/words", "since", found(SINCE, page));
    assertEquals(303, asked.statusCode());
    chat.join();
    return sent;
  }

  @Test
  void it_is_off_until_clinic_client_and_limits_all_allow_it() {
    assertTrue(draft().contains("The clinic has not turned this on"));
    maya.post("/clients/amara/brief/words", "since", "x");
    assertTrue(practice.shelves.briefWordings().get(amara.id).isEmpty(), "nothing was asked");
    practice.shelves.clinics().change(Practice.HARBOUR, clinic -> clinic.wordingBriefs(true));
    assertTrue(draft().contains("The client has not agreed to it."));
    allow();
    assertTrue(draft().contains("Have a model word it"));
  }

  @Test
  void the_administrator_turns_it_on_and_off_and_nobody_else() {
    Browser ines = practice.signedIn(Practice.INES);
    assertFalse(ines.get("/clinic").body().contains("name=\"briefs\" value=\"yes\" checked"));
    assertEquals(404, maya.post("/clinic/models", "briefs", "yes").statusCode());
    assertFalse(practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().mayWordBriefs());
    assertEquals(303, ines.post("/clinic/models", "briefs", "yes").statusCode());
    assertTrue(ines.get("/clinic").body().contains("name=\"briefs\" value=\"yes\" checked"));
    ines.post("/clinic/models", "x", "y");
    assertFalse(practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().mayWordBriefs());
  }

  @Test
  void what_holds_is_shown_with_the_plain_one_beside_and_what_does_not_says_why() throws Exception {
    allow();
    List<String> sent =
        worded(
            Map.of(
                "Thought record, finished", "The client finished a thought record. REST",
                "PHQ-9", "The PHQ-9 came to 27 of 27.",
                "No homework", "There is no homework agreed at the moment."));
    assertTrue(sent.stream().noneMatch(s -> s.contains("Question 9") || s.contains("person")));
    String page = draft();
    assertTrue(page.contains("There is no homework agreed at the moment."), page);
    assertTrue(
        page.contains("The program wrote: <span class=\"plain-said\">No homework is agreed"));
    assertTrue(page.contains("Kept in the program’s words; of the model’s, "));
    assertFalse(page.contains("27 of 27"), "an invented score is not shown");
    assertTrue(page.contains("Worded by stub-7b, prompt brief@1.0.0"));
    assertTrue(page.contains("I want it to be over tonight"));
    String again =
        maya.post("/clients/amara/brief/words/plain", "since", "x")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertEquals("/clients/amara/brief#wording", again);
    assertFalse(draft().contains("There is no homework agreed"));
  }

  @Test
  void what_is_signed_keeps_both_texts_the_model_and_the_prompt() throws Exception {
    allow();
    String before = draft();
    worded(Map.of("No homework", "There is no homework agreed at the moment."));
    String page = draft();
    assertEquals(409, sign(before).statusCode(), "the plain draft was read, another one stands");
    assertEquals(303, sign(page).statusCode());
    SignedBrief signed =
        practice
            .shelves
            .briefs()
            .get(new io.handrail.care.Shelves.OfClient<>(amara.id, 1))
            .orElseThrow();
    var by =
        signed.brief().sentences().flatMap(s -> s.wording().stream()).findFirst().orElseThrow();
    assertEquals("stub-7b", by.model());
    assertEquals("brief@1.0.0", by.prompt());
    assertTrue(signed.brief().sentences().anyMatch(s -> s.text().startsWith("No homework is")));
    practice.shelves.clinics().change(Practice.HARBOUR, clinic -> clinic.wordingBriefs(false));
    String kept = maya.get("/clients/amara/brief/1").body();
    assertTrue(kept.contains("There is no homework agreed at the moment."), "it stands as signed");
    assertTrue(kept.contains("The program wrote:"));
    String paper = BriefTest.text(maya.bytes("/clients/amara/brief/1/pdf"));
    assertTrue(paper.contains("There is no homework agreed at the moment.*"), paper);
    assertTrue(paper.contains("No homework is agreed at the moment."), "and the program's own");
  }

  private HttpResponse<String> sign(String page) {
    return maya.post(
        "/clients/amara/brief/sign",
        "since",
        found(SINCE, page),
        "seen",
        found(SEEN, page),
        "remark",
        "");
  }

  @Test
  void a_model_that_is_slow_or_down_leaves_the_plain_draft_and_is_named() {
    allow();
    maya.post("/clients/amara/brief/words", "since", "x");
    String page = draft();
    assertTrue(page.contains("The model is still at it."), "the plain draft is there at once");
    assertTrue(page.contains("No homework is agreed at the moment."));
    practice
        .shelves
        .briefWordings()
        .change(amara.id, r -> r.answered(Rewording.Answer.failed("model_timeout")));
    assertTrue(draft().contains("The model took too long. The draft is the program’s own."));
  }

  @Test
  void the_question_about_danger_can_be_neither_left_out_nor_reworded() {
    String page = draft();
    assertTrue(page.contains("question 9</a>"), "it opens its own source");
    assertFalse(
        page.matches("(?s).*Question 9 was answered(?:(?!</li>).)*name=\"omit\".*"), "it stays");
  }
}
