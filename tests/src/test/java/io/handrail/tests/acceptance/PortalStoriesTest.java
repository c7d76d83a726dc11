package io.handrail.tests.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.measure.InstrumentRef;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.UseByDay;
import io.handrail.tests.stage.Device;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a therapist does in six minutes between two sessions, page by page, on the demo clinic. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortalStoriesTest extends RoofStory {
  private static final String DANGER = "Honestly I sometimes wish I wouldn't wake up";

  @Test
  @Order(1)
  void everybody_on_the_caseload_stands_where_their_reasons_put_them_and_each_opens_its_source() {
    ClinicPages portal = portal("amara");
    Page page = portal.page();
    assertThat(page.locator("li.case")).hasCount(4);
    assertThat(page.locator("li.case#aisha .whys")).containsText("homework to decide");
    assertThat(page.locator("li.case#daniel .whys")).containsText("new entr");
    for (Locator row : page.locator("li.case").all()) {
      assertTrue(
          row.locator(".whys li").count() > 0 || row.textContent().contains("up to date"),
          "a place has its reason: " + row.textContent());
    }
    Set<String> sources = hrefs(page, ".whys a");
    assertFalse(sources.isEmpty());
    for (String source : sources) opens(portal, source);
    // Somebody who writes much more than before is worth a look, and the counts are shown.
    UseByDay pace =
        new UseByDay(roof.now().atZone(ZoneId.of("Europe/London")).toLocalDate(), counts());
    roof.shelves()
        .caseload()
        .change(roof.client("aisha"), CaseloadRow.NEW, row -> paced(row, pace));
    portal.open("/caseload");
    assertThat(page.locator("li.case#aisha .whys"))
        .containsText("Writes more: from 6 to 24 messages in two weeks");
    // What needs a person comes before everything else as soon as it is said.
    try (Device george = device("george")) {
      george.tap("start:check_in");
      george.say("Since Sunday I keep thinking that I want to die");
    }
    portal.open("/caseload");
    assertThat(page.locator("li.case").first()).hasAttribute("id", "george");
    assertThat(page.locator("li.case").first().locator("blockquote"))
        .hasText("Since Sunday I keep thinking that I want to die");
    portal.wellMade();
    portal.picture("caseload-after-danger");
  }

  private static List<Integer> counts() {
    return IntStream.range(0, 28).mapToObj(i -> i < 8 ? 3 : i >= 14 && i < 20 ? 1 : 0).toList();
  }

  private static CaseloadRow paced(CaseloadRow row, UseByDay pace) {
    return new CaseloadRow(
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
        row.measures(),
        Optional.of(pace),
        row.toRead());
  }

  private static Set<String> hrefs(Page page, String links) {
    return page.locator(links).all().stream()
        .map(link -> link.getAttribute("href"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The page is there, and the very place on it. */
  private void opens(ClinicPages portal, String href) {
    // From elsewhere: to another place of the same page a browser asks for nothing.
    portal.page().navigate("about:blank");
    assertEquals(200, portal.statusOf(href), href);
    int hash = href.indexOf('#');
    if (hash >= 0) {
      String place = href.substring(hash + 1);
      assertEquals(1, portal.page().locator("[id='" + place + "']").count(), "the place " + href);
    }
  }

  @Test
  @Order(2)
  void a_flag_shows_the_exact_words_never_closes_itself_and_is_answered_with_what_was_done() {
    ClinicPages portal = portal("tom");
    portal.open("/risk");
    Locator card = portal.page().locator("article.risk#hanna");
    assertThat(card.locator("blockquote").first()).hasText(DANGER);
    assertThat(card.locator(".told")).containsText("F-");
    opens(portal, card.locator("a[href*='/log?turn=']").first().getAttribute("href"));
    assertThat(portal.page().locator("main")).containsText(DANGER);
    roof.later(Duration.ofDays(2));
    ClinicPages later = portal("tom");
    later.open("/risk");
    card = later.page().locator("article.risk#hanna");
    assertThat(card).containsText("waiting 2 days");
    later.wellMade();
    card.locator("textarea").fill("Called at 14:10, went through the safety plan together.");
    card.locator("form button[type=submit]").first().click();
    assertThat(later.page().locator("#notice")).isVisible();
    assertThat(later.page().locator("article.risk:not(.held)#hanna")).hasCount(0);
    later.wellMade();
    later.open("/clients/hanna/log?show=flags");
    assertThat(later.page().locator(".flag.answered")).containsText("Called at 14:10");
    assertThat(later.page().locator(".flag.answered")).containsText("Tom Keller");
  }

  @Test
  @Order(3)
  void every_sentence_of_a_brief_opens_its_source_one_is_left_out_and_it_is_signed() {
    ClinicPages portal = portal("amara");
    portal.open("/clients/maya/brief?since=2026-01-01");
    Page page = portal.page();
    assertThat(page.locator(".state.draft")).containsText("Draft, not signed");
    assertThat(page.locator(".state.draft")).containsText("Reads in");
    assertThat(page.locator(".brief q").first()).isVisible();
    Set<String> sources = hrefs(page, ".brief-part a.src");
    assertTrue(sources.size() >= 4, "a brief of a life has sources: " + sources);
    for (String source : sources) opens(portal, source);
    portal.open("/clients/maya/brief?since=2026-01-01");
    portal.wellMade();
    Locator left = page.locator(".brief-part li").last();
    String sentence = left.locator(".said").textContent();
    left.locator("input[name=omit]").check();
    page.locator("#remark").fill("We talk about Saturday first.");
    page.locator("#sign-form button[type=submit]").click();
    assertThat(page.locator("#notice")).containsText("Signed.");
    assertThat(page.locator(".state.signed")).containsText("Dr Amara Obi");
    assertThat(page.locator(".brief")).not().containsText(sentence);
    assertThat(page.locator(".brief")).containsText("One sentence was left out");
    assertThat(page.locator(".brief")).containsText("We talk about Saturday first.");
    portal.wellMade();
    portal.picture("brief-signed");
    String copied = page.locator("#brief-text").textContent();
    assertTrue(copied.contains("Signed by Dr Amara Obi") && !copied.contains(sentence));
    pdf(page, page.url().replaceAll("\\?.*", "") + "/pdf");
  }

  /** A tagged PDF, under a name. */
  private static byte[] pdf(Page page, String address) {
    APIResponse answer = page.context().request().get(address);
    assertEquals(200, answer.status(), address);
    assertEquals("application/pdf", answer.headers().get("content-type"));
    assertTrue(answer.headers().get("content-disposition").contains(".pdf"));
    byte[] bytes = answer.body();
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(raw.startsWith("%PDF-"), address);
    assertTrue(raw.contains("/StructTreeRoot"), "it is tagged");
    return bytes;
  }

  @Test
  @Order(4)
  void a_care_plan_holds_from_the_very_next_message_and_danger_is_heard_beyond_it() {
    ClinicPages portal = portal("amara");
    portal.open("/clients/aisha/limits");
    Page page = portal.page();
    page.locator("#avoid").fill("my father");
    page.locator("#messages").fill("3");
    page.locator("#review").fill("3");
    page.getByText("Store these limits").click();
    assertThat(page.locator("#notice")).containsText("Stored.");
    assertThat(page.locator(".history").first()).containsText("Dr Amara Obi");
    portal.wellMade();
    ClientPages aisha = client("aisha");
    aisha.start("check_in");
    aisha.say("6");
    aisha.say("My father came to the flat again");
    assertThat(aisha.last()).containsText("session");
    aisha.say("I would like to go on");
    assertThat(aisha.last()).containsText("last message for today");
    aisha.say("I am going to kill myself tonight");
    assertTrue(aisha.last().locator(".line.crisis").count() >= 2, "heard beyond every limit");
    portal.open("/clients/aisha/limits/history");
    assertThat(page.locator(".history").first()).containsText("my father");
  }

  @Test
  @Order(5)
  void homework_is_decided_in_bulk_and_the_client_sees_what_came_back() {
    homework("daniel", "Write the two sums on one piece of paper", Optional.empty());
    homework("george", "Walk to the gate and back", Optional.of("I went. We spoke about beans."));
    ClinicPages portal = portal("amara");
    portal.open("/homework");
    Page page = portal.page();
    Locator ours = page.locator("input[name=pick][value*=' story-']");
    assertThat(ours).hasCount(2);
    page.locator("#bulk-comment").fill("One line is enough. Tell me on Thursday.");
    page.getByText("Return the reports").click();
    assertThat(page.locator("#notice")).containsText("Pick at least one");
    assertThat(page.locator("#bulk-comment")).hasValue("One line is enough. Tell me on Thursday.");
    for (Locator pick : ours.all()) pick.check();
    portal.wellMade();
    portal.picture("homework-bulk");
    page.getByText("Return the reports").click();
    // One was a report and goes back; the proposal is left as it is, and the page says so.
    assertThat(page.locator("#notice")).containsText("1 piece returned.");
    assertThat(page.locator("#notice")).containsText("1 piece was no report");
    assertThat(page.locator("main")).containsText("Write the two sums");
    assertThat(page.locator("main")).not().containsText("Walk to the gate");
    portal.wellMade();
    ClientPages george = client("george");
    assertThat(george.page().locator("nav .count").first()).containsText("1");
    george.open("/homework");
    george
        .page()
        .locator("a.row", new Page.LocatorOptions().setHasText("Walk to the gate"))
        .click();
    assertThat(george.page().locator("main")).containsText("Tell me on Thursday.");
    george.wellMade();
    portal.open("/clients/george/homework");
    assertThat(page.locator("main")).containsText("agreed in eight weeks (");
    assertThat(page.locator(".steps").first()).containsText("Dr Amara Obi");
  }

  /** A piece that waits: as proposed, or with a report of how it went. */
  private static void homework(String client, String task, Optional<String> report) {
    ClientId id = roof.client(client);
    var then = roof.now().minus(Duration.ofDays(6));
    Homework piece =
        Homework.proposed("story-" + client, task, "", Optional.empty(), "Handrail", then);
    if (report.isPresent()) {
      piece =
          piece
              .approved("Dr Amara Obi", then.plusSeconds(60), task, "", "")
              .read()
              .done("the client", then.plusSeconds(9000), report.get());
    }
    Homework kept = piece;
    roof.shelves().homework().change(id, HomeworkBook.EMPTY, book -> book.with(kept));
    roof.shelves()
        .caseload()
        .change(id, CaseloadRow.NEW, row -> row.withHomeworkWaiting(row.homeworkWaiting() + 1));
  }

  @Test
  @Order(6)
  void measures_say_what_is_reliable_what_is_missing_and_what_a_screen_reader_reads() {
    measured("daniel", "m1", 60, 2, 2, 2, 2, 2, 2, 2, 2, 1);
    measured("daniel", "m2", 30, 2, 2, 2, 2, 2, 1, 1, 1, 0);
    measured("daniel", "m3", 2, 1, 1, 1, 1, 1, 0, 0, 0, -1);
    ClinicPages portal = portal("amara");
    portal.open("/clients/daniel/measures");
    Page page = portal.page();
    Locator card = page.locator("section.measure").first();
    assertThat(card.locator("h2")).containsText("of 27");
    assertThat(card.locator(".results tbody tr")).hasCount(3);
    assertThat(card).containsText("Question 9: Several days (1)");
    assertThat(card).containsText("Question 9: left blank, so unknown");
    assertThat(card).containsText("1 blank");
    assertThat(card).containsText("reliable improvement");
    assertThat(card).containsText("A change of");
    // The drawing is for the eye alone; the table beside it has every number of it.
    assertThat(card.locator("svg").first()).isVisible();
    Object hidden = card.evaluate("c => !!c.querySelector('svg').closest('[aria-hidden=true]')");
    Object named = card.evaluate("c => !!c.querySelector('svg[role=img][aria-label]')");
    assertTrue((Boolean) hidden || (Boolean) named, "the drawing is named or hidden");
    portal.wellMade();
    portal.picture("measures-daniel");
  }

  private static void measured(String client, String sitting, int daysAgo, int... values) {
    Map<String, Integer> answers =
        IntStream.range(0, values.length)
            .filter(i -> values[i] >= 0)
            .boxed()
            .collect(Collectors.toMap(i -> "q" + (i + 1), i -> values[i]));
    int sum = answers.values().stream().mapToInt(Integer::intValue).sum();
    int missing = values.length - answers.size();
    var result =
        new MeasureResult(
            sitting,
            new InstrumentRef("phq9", "1.0.0"),
            "en",
            roof.now().minus(Duration.ofDays(daysAgo)),
            1,
            answers,
            Optional.of(missing == 0 ? sum : Math.round(sum * 9f / (9 - missing))),
            missing);
    roof.shelves()
        .measures()
        .change(roof.client(client), MeasureBook.EMPTY, book -> book.with(result));
  }

  @Test
  @Order(7)
  void ctrs_headings_are_drafted_from_counts_rated_by_a_person_and_violations_are_counted() {
    refused("maya", "They never ask me", "I feel so sad with you.", "Deceptive Empathy: feeling");
    ClinicPages portal = portal("amara");
    portal.open("/clients/maya/fidelity");
    Page page = portal.page();
    assertThat(page.locator("form table.rate tbody tr")).hasCount(11);
    for (String source : hrefs(page, "table.rate a.src")) opens(portal, source);
    portal.open("/clients/maya/fidelity");
    Locator violations = page.locator("section[aria-labelledby=violations]");
    assertThat(violations.locator("tbody tr").nth(14)).isVisible();
    assertThat(violations.locator("tr:has(th:text-is('Deceptive Empathy'))")).containsText("entry");
    page.locator("form[action$='/fidelity'] select").first().selectOption("4");
    page.locator("form[action$='/fidelity'] select").nth(3).selectOption("5");
    page.getByText("Keep my ratings").click();
    assertThat(page.locator("#notice")).containsText("Your ratings are kept.");
    assertThat(page.locator("form[action$='/fidelity'] select").first()).hasValue("4");
    assertThat(page.locator("main")).containsText("Rated by Dr Amara Obi");
    portal.wellMade();
    portal.picture("fidelity-rated");
    portal.open("/clients/maya/log?show=refused");
    assertThat(page.locator(".refused summary")).containsText("Deceptive Empathy");
    assertThat(page.locator("body")).not().containsText("Error");
    ClientPages maya = client("maya");
    maya.chat();
    assertThat(maya.page().locator("body")).not().containsText("I feel so sad with you");
  }

  /** A turn whose draft the guard refused, in the conversation that is under way. */
  private static void refused(String client, String words, String draft, String finding) {
    ClientId id = roof.client(client);
    Turn last = roof.shelves().turns().last(id, 1).getLast();
    long seq = last.id().seq() + 1;
    var turn =
        new Turn(
            new TurnId(id, seq),
            last.conversation(),
            roof.now(),
            new Opening.Said(new MessageId("refused-" + seq + "-story"), words),
            Screening.NOTHING_SAID,
            List.of(),
            last.state(),
            List.of(Line.script(Line.Kind.ASK, "What went through your mind just then?")),
            Optional.of(
                new Closing(
                    roof.now(),
                    new Outcome.Withheld("stub-7b", draft, List.of(finding)),
                    new Provenance(
                        Optional.empty(), Optional.empty(), Optional.of("phrase@1.0.0")))));
    assertTrue(roof.shelves().turns().open(turn));
  }

  @Test
  @Order(8)
  void fifteen_minutes_go_to_danger_first_and_what_was_read_is_written_down() {
    ClinicPages portal = portal("amara");
    portal.open("/review?minutes=15");
    Page page = portal.page();
    assertThat(page.locator("h1")).hasText("I have 15 minutes");
    Locator stops = page.locator(".stop");
    int before = stops.count();
    assertTrue(before >= 2, "there is something to read");
    assertThat(stops.first()).containsText("asked for a person");
    portal.wellMade();
    portal.picture("review-15");
    Locator last = stops.last().locator("form");
    String name = last.locator("input[name=client]").getAttribute("value");
    long to = Long.parseLong(last.locator("input[name=to]").getAttribute("value"));
    String log = stops.last().locator("h2 a").getAttribute("href");
    opens(portal, log);
    portal.open("/review?minutes=15");
    assertTrue(row(name).reviewedSeq() < to, "opening is not reading");
    portal.leads(last.locator("button"));
    assertTrue(row(name).reviewedSeq() >= to, "read up to entry " + to);
    portal.open(log.replaceAll("/log.*", "/ending"));
    assertThat(page.locator("section[aria-labelledby=readers]")).containsText("Dr Amara Obi");
    // By keyboard: g and v leads here.
    page.keyboard().press("g");
    page.keyboard().press("v");
    page.waitForURL("**/review*");
  }

  private static CaseloadRow row(String client) {
    return roof.shelves().caseload().get(roof.client(client)).orElseThrow();
  }

  @Test
  @Order(9)
  void a_worksheet_and_the_log_go_into_the_record_as_tagged_pdf_and_as_text() {
    ClinicPages portal = portal("amara");
    portal.open("/clients/maya");
    Page page = portal.page();
    String sheet = hrefs(page, "a[href*='/exercises/']").iterator().next();
    portal.open(sheet);
    pdf(page, roof.portal() + sheet + "/pdf");
    page.locator("summary", new Page.LocatorOptions().setHasText("As plain text")).click();
    String text = page.locator("#sheet-text").textContent();
    assertTrue(text.contains("Maya") && text.contains("version"), text);
    portal.wellMade();
    portal.picture("worksheet");
    List<Turn> life = roof.shelves().turns().between(roof.client("maya"), 1, 999);
    List<Turn> written = life.stream().filter(t -> t.opening() instanceof Opening.Said).toList();
    portal.open("/clients/maya/log?turn=" + written.getFirst().id().seq());
    String on = page.locator("a[href*='/log/pdf']").getAttribute("href");
    byte[] log = pdf(page, roof.portal() + "/clients/maya/log" + on.replaceAll(".*/log", ""));
    assertTrue(log.length > 4_000);
    page.locator("summary", new Page.LocatorOptions().setHasText("As plain text")).click();
    String said = page.locator("#log-text").textContent();
    String words = ((Opening.Said) written.getFirst().opening()).text();
    assertTrue(said.contains("Maya: " + words), said);
    assertTrue(said.contains("Script") && said.contains("Maya"), "who spoke stands at every line");
    portal.wellMade();
  }

  @Test
  @Order(10)
  void the_review_pages_can_be_worked_by_keyboard_and_are_printed_without_their_controls() {
    ClinicPages portal = portal("amara");
    Page page = portal.page();
    Map<String, String> ways = Map.of("n", "notes", "f", "fidelity", "u", "ending");
    ways.forEach((key, leads) -> {
      portal.open("/clients/maya");
      page.keyboard().press("t");
      page.keyboard().press(key);
      page.waitForURL("**/clients/maya/" + leads);
    });
    for (String path :
        List.of(
            "/review",
            "/cover",
            "/clients/maya/notes",
            "/clients/maya/fidelity",
            "/clients/maya/ending",
            "/clients/maya/brief")) {
      portal.open(path);
      page.keyboard().press("Shift+?");
      assertThat(page.locator("#keys")).isVisible();
      page.keyboard().press("Escape");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      assertThat(page.locator("header.top")).isHidden();
      assertThat(page.locator("h1").first()).isVisible();
      for (Locator button : page.locator("main button").all()) assertThat(button).isHidden();
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
    }
  }
}
