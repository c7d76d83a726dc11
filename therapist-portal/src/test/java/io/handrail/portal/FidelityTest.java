package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.review.fidelity.Agreement;
import io.handrail.care.review.fidelity.Draft;
import io.handrail.care.review.fidelity.Heading;
import io.handrail.care.review.fidelity.RatingRoll;
import io.handrail.care.review.fidelity.Signs;
import io.handrail.care.review.fidelity.Violations;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FidelityTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofHours(9), "They all saw that I went red", "What went through your mind?");
    amara.saysToModel(
        Duration.ofHours(8),
        "That they think I am a fraud",
        "Is that so? Tell me if I have that wrong.");
    amara.says(Duration.ofHours(7), "Yes, every one of them", "How sure are you, 0 to 100?");
    amara.refused(
        Duration.ofHours(6),
        "Are you sure it is ok?",
        "I feel it too",
        "Deceptive Empathy: claimed_feeling");
    amara.refused(Duration.ofHours(5), "Will it be ok?", "**yes**", "Markup: markdown");
    amara.says(Duration.ofHours(4), "Are you sure that it is ok?", "What would you tell a friend?");
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private Draft.Item item(Heading heading) {
    Draft draft = Draft.of(practice.shelves.turns().between(amara.id, 1, 99));
    return draft.items().stream().filter(i -> i.heading() == heading).findFirst().orElseThrow();
  }

  @Test
  void each_draft_says_what_was_counted_and_where() {
    assertEquals(Optional.of(2), item(Heading.FEEDBACK).score());
    assertEquals(List.of(2L), item(Heading.FEEDBACK).turns());
    assertEquals("5 of 6 questions were open ones.", item(Heading.DISCOVERY).basis());
    assertEquals(Optional.of(5), item(Heading.DISCOVERY).score());
    assertEquals(Optional.empty(), item(Heading.INTERPERSONAL).score(), "no count can say it");
    assertEquals(Optional.empty(), item(Heading.STRATEGY).score());
    assertEquals(Optional.empty(), item(Heading.HOMEWORK).score(), "it did not come that far");
  }

  @Test
  void the_guards_findings_are_counted_by_the_fifteen_names() {
    Violations found = Violations.of(practice.shelves.turns().between(amara.id, 1, 99));
    assertEquals(15, found.counts().size());
    assertEquals(1, found.total());
    assertEquals(
        List.of(4L),
        found.counts().stream()
            .filter(c -> c.name().equals("Deceptive Empathy"))
            .findFirst()
            .orElseThrow()
            .held());
    assertEquals("Markup", found.others().getFirst().name());
  }

  @Test
  void what_was_shown_is_counted_where_it_crowds_and_where_a_clinician_marked_it() {
    long crowded =
        amara.saysToModel(
            Duration.ofHours(3), "I do not know", "What happened then? And what did you think?");
    String page = maya.get("/clients/amara/log").body();
    assertTrue(page.contains("fault:Cultural Bias"), "the form names the fifteen");
    HttpResponse<String> kept =
        maya.post(
            "/clients/amara/log/notes",
            "turn",
            "3",
            "note",
            "a-note-of-the-story",
            "mark",
            "fault:Cultural Bias",
            "text",
            "It took her faith for a symptom.");
    assertEquals(303, kept.statusCode());
    maya.post(
        "/clients/amara/log/notes",
        "turn",
        "3",
        "note",
        "another-note-1",
        "mark",
        "fault:No such name",
        "text",
        "x");
    Violations found =
        Violations.of(
            practice.shelves.turns().between(amara.id, 1, 99),
            practice.shelves.turnNotes().get(new OfClient<>(amara.id, 0L)).orElseThrow().notes());
    assertEquals(List.of(3L), shown(found, "Cultural Bias"));
    assertEquals(List.of(crowded), shown(found, "Conversational Imbalances"));
    assertEquals(2, found.shownInAll());
    assertTrue(maya.get("/clients/amara/fidelity").body().contains("1 held back, 2 shown"));
  }

  @Test
  void each_of_the_fifteen_stands_three_ways_and_what_only_a_person_can_tell_is_one_click_away() {
    String page = maya.get("/clients/amara/fidelity").body();
    for (String name : Violations.names()) assertTrue(page.contains(name), name);
    assertTrue(page.contains("only a person can tell"));
    assertTrue(page.contains("?conversation=c1&amp;mark=Cultural+Bias#mark"));
    String form = maya.get("/clients/amara/fidelity?conversation=c1&mark=Cultural+Bias").body();
    assertTrue(form.contains("<option selected>Cultural Bias</option>"), form);
    String[] filled = {
      "conversation", "c1", "turn", "3", "violation", "Cultural Bias", "note", "a-note-of-the-page"
    };
    assertEquals(422, maya.post("/clients/amara/fidelity/mark", filled).statusCode());
    String[] whole = java.util.Arrays.copyOf(filled, 10);
    whole[8] = "text";
    whole[9] = "It took her faith for a symptom.";
    assertEquals(303, maya.post("/clients/amara/fidelity/mark", whole).statusCode());
    assertEquals(303, maya.post("/clients/amara/fidelity/mark", whole).statusCode());
    assertEquals(
        1,
        practice.shelves.turnNotes().get(new OfClient<>(amara.id, 0L)).orElseThrow().notes().size(),
        "sent twice, marked once");
    assertTrue(maya.get("/clients/amara/fidelity").body().contains("1 held back, 1 shown"));
    assertTrue(maya.get("/clients/amara/log").body().contains("It took her faith for a symptom."));
    whole[3] = "99";
    assertEquals(404, maya.post("/clients/amara/fidelity/mark", whole).statusCode());
    whole[3] = "3";
    whole[5] = "No such name";
    assertEquals(422, maya.post("/clients/amara/fidelity/mark", whole).statusCode());
  }

  private static List<Long> shown(Violations found, String name) {
    return found.counts().stream()
        .filter(count -> count.name().equals(name))
        .findFirst()
        .orElseThrow()
        .shown();
  }

  @Test
  void leaving_the_step_twice_is_drift_and_so_are_replies_that_grow() {
    assertEquals(List.of(), drift());
    amara.leftTheStep(Duration.ofHours(3), "It was the worst day");
    assertEquals(List.of(), drift(), "once is none");
    long last = amara.leftTheStep(Duration.ofMinutes(170), "It was the worst day of all");
    assertEquals(List.of(last - 1, last), drift().getFirst().turns());
    Life ben = practice.client("ben", "Ben", Practice.MAYA);
    for (int i = 0; i < 9; i++) {
      ben.saysToModel(
          Duration.ofHours(30 - i), "entry " + i, "word ".repeat(i < 3 ? 10 : i < 6 ? 12 : 15));
    }
    Signs.Sign grew = Signs.of(practice.shelves.turns().between(ben.id, 1, 99)).signs().getFirst();
    assertEquals("drift", grew.name());
    assertEquals("A model’s replies grew from 10 to 15 words.", grew.basis());
    assertEquals(List.of(7L, 8L, 9L), grew.turns());
    assertEquals(
        List.of(), Signs.of(practice.shelves.turns().between(ben.id, 1, 8)).signs(), "too few");
  }

  private List<Signs.Sign> drift() {
    return Signs.of(practice.shelves.turns().between(amara.id, 1, 99)).signs().stream()
        .filter(sign -> sign.name().equals("drift"))
        .toList();
  }

  @Test
  void asking_for_reassurance_three_times_is_a_sign_and_twice_is_none() {
    Signs signs = Signs.of(practice.shelves.turns().between(amara.id, 1, 99));
    assertEquals("reassurance", signs.signs().getFirst().name());
    assertEquals(List.of(4L, 5L, 6L), signs.signs().getFirst().turns());
    assertEquals(List.of(), Signs.of(practice.shelves.turns().between(amara.id, 1, 5)).signs());
  }

  @Test
  void the_page_shows_drafts_the_clinician_rates_and_agreement_is_told() {
    String page = maya.get("/clients/amara/fidelity").body();
    assertTrue(page.contains("Reassurance loop"));
    assertTrue(page.contains("/clients/amara/log?turn=4#turn-4"));
    assertTrue(page.contains("Cannot be counted; read the conversation."));
    String after =
        maya.submit(
                "/clients/amara/fidelity",
                "conversation",
                "c1",
                "feedback",
                "4",
                "discovery",
                "5",
                "interpersonal",
                "3",
                "pacing",
                "99")
            .body();
    assertTrue(after.contains("Rated by Maya Lindqvist"));
    assertTrue(after.contains("2 headings rated beside a draft: 1 the same"), after);
    assertTrue(after.contains("Too few for a kappa"));
    assertTrue(
        after.matches(
            "(?s).*<th scope=\"row\">Guided discovery</th><td class=\"number\">1</td>.*"));
    maya.submit("/clients/amara/fidelity", "conversation", "c1", "feedback", "2");
    assertEquals(
        1, practice.shelves.ratingRolls().get(Practice.MAYA).orElseThrow().entries().size());
    assertEquals(422, maya.post("/clients/amara/fidelity", "conversation", "c1").statusCode());
    assertEquals(404, maya.post("/clients/amara/fidelity", "conversation", "c9").statusCode());
  }

  @Test
  void kappa_is_one_for_the_same_and_near_nought_for_chance() {
    assertEquals(1.0, kappa((i, heading) -> i % 7).orElseThrow(), 1e-9);
    double chance = kappa((i, heading) -> (i * 5 + heading.ordinal() * 3) % 7).orElseThrow();
    assertTrue(Math.abs(chance) < 0.35, "chance: " + chance);
    assertTrue(
        Agreement.of(List.of(new RatingRoll(List.of(entry(0, (i, h) -> 3))))).kappa().isEmpty(),
        "too few to tell");
  }

  private interface Rater {
    int rate(int i, Heading heading);
  }

  private static RatingRoll.Entry entry(int i, Rater rater) {
    Map<String, Integer> drafted = new java.util.HashMap<>();
    Map<String, Integer> rated = new java.util.HashMap<>();
    for (Heading heading : List.of(Heading.AGENDA, Heading.PACING)) {
      drafted.put(heading.name(), i % 7);
      rated.put(heading.name(), rater.rate(i, heading));
    }
    return new RatingRoll.Entry(new ClientId(Practice.HARBOUR, "x"), "c" + i, rated, drafted);
  }

  private static Optional<Double> kappa(Rater rater) {
    RatingRoll roll = RatingRoll.EMPTY;
    for (int i = 1; i <= 35; i++) roll = roll.with(entry(i, rater));
    return Agreement.of(List.of(roll)).kappa();
  }

  @Test
  void a_client_who_wrote_nothing_has_no_conversation_to_rate() {
    practice.client("newt", "Newt", Practice.MAYA);
    String page = maya.get("/clients/newt/fidelity").body();
    assertTrue(page.contains("No conversation to look at yet"));
    assertFalse(page.contains("<select"));
  }
}
