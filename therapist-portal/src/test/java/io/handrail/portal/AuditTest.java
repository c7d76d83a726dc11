package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.record.audit.AuditEntry;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditPage;
import io.handrail.care.record.audit.AuditTrail;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what: written down, looked through, checked; and the second step as staff meet it. */
class AuditTest {
  private static final String CANARY = "canary-of-amara-4410";
  private Practice practice;
  private Browser maya;
  private Browser ines;

  @BeforeEach
  void open() {
    practice = new Practice();
    practice
        .client("amara", "Amara", Practice.MAYA)
        .says(Duration.ofHours(3), CANARY, "What happened?");
    maya = practice.signedIn(Practice.MAYA);
    ines = practice.signedIn(Practice.INES);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private List<String> written() {
    return practice
        .context()
        .getBean(AuditTrail.class)
        .before(Practice.HARBOUR, 0, 20)
        .reversed()
        .stream()
        .map(AuditTest::said)
        .toList();
  }

  private static String said(AuditEntry entry) {
    var deed = entry.deed();
    return deed.by().map(id -> id.value()).orElse("-")
        + " "
        + deed.kind()
        + deed.client().map(id -> " " + id.value()).orElse("")
        + deed.colleague().map(id -> " " + id.value()).orElse("");
  }

  @Test
  void what_is_done_in_the_portal_is_written_down_once_and_what_is_refused_is_not() {
    practice.signedIn(Practice.TOM).get("/clients/amara/log");
    maya.get("/clients/amara/log");
    maya.get("/clients/amara");
    maya.get("/clients/amara/brief/pdf");
    maya.post("/clients/amara/pause", "paused", "true");
    maya.post("/clients/amara/limits", "seen", "1", "messages", "nonsense");
    ines.post("/clinic/clients/amara/clinician", "clinician", "tom", "seen", "maya");
    assertEquals(
        List.of(
            "maya SIGNED_IN",
            "ines SIGNED_IN",
            "tom SIGNED_IN",
            "maya RECORD_OPENED amara",
            "maya DOCUMENT_TAKEN amara",
            "maya PAUSE_CHANGED amara",
            "ines CLIENT_ASSIGNED amara"),
        written());
    practice.clock.forward(Duration.ofMinutes(16));
    practice.signedInAgain(Practice.TOM).get("/clients/amara/log");
    assertEquals("tom RECORD_OPENED amara", written().getLast());
  }

  @Test
  void enrolling_is_written_down_person_by_person() {
    ines.post(
        "/clinic/staff",
        "name",
        "Uma Roth",
        "title",
        "Therapist",
        "email",
        "u@example.org",
        "role",
        "clinician",
        "roles",
        "clinician",
        "clinician",
        "yes");
    assertTrue(written().getLast().startsWith("ines STAFF_INVITED s"), written().getLast());
  }

  @Test
  void an_administrator_looks_through_the_trail_and_finds_no_word_of_a_clients() {
    maya.get("/clients/amara/log");
    HttpResponse<String> page = ines.get("/audit");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Opened a record"));
    assertTrue(page.body().contains("Amara"));
    assertTrue(page.body().contains("The chain holds"));
    assertFalse(page.body().contains(CANARY));
    String reading = ines.get("/audit?area=READING").body();
    assertTrue(reading.contains("Opened a record"));
    assertFalse(reading.contains("<td>Signed in"));
    String own = ines.get("/audit?person=ines").body();
    assertFalse(own.contains("Opened a record"));
    assertEquals(404, maya.get("/audit").statusCode());
  }

  @Test
  void a_long_trail_is_shown_in_pages_that_follow_each_other() {
    var trail = practice.context().getBean(AuditTrail.class);
    for (int i = 0; i < 250; i++) {
      trail.write(
          Practice.HARBOUR,
          io.handrail.care.record.audit.AuditDeed.of(AuditKind.SIGNED_IN, Practice.TOM));
    }
    String path = "/audit";
    int seen = 0;
    for (int page = 0; page < 5 && !path.isEmpty(); page++) {
      String body = ines.get(path).body();
      seen += body.split("<tr><td><time", -1).length - 1;
      Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    assertEquals(252, seen);
  }

  @Test
  void an_altered_entry_shows_on_the_page() {
    practice
        .shelves
        .auditPages()
        .change(
            new OfClinic<>(Practice.HARBOUR, 0),
            p -> new AuditPage(p.before(), p.first(), p.entries().subList(1, 2)));
    assertTrue(ines.get("/audit").body().contains("The chain is broken at entry 1"));
  }

  @Test
  void the_sheet_holds_no_formula_and_the_hashes() {
    practice
        .shelves
        .staff()
        .change(
            Practice.TOM,
            s ->
                new io.handrail.care.clinic.Staff(
                    s.id(), "=HYPERLINK(1)", s.title(), s.email(), s.roles(), s.caseload()));
    practice.signedIn(Practice.TOM);
    String sheet = ines.get("/audit/csv").body();
    assertTrue(sheet.startsWith("number,time,what,area,by,by_id,about,about_id,hash"));
    assertTrue(sheet.contains(",'=HYPERLINK(1),tom"), sheet);
    assertTrue(sheet.lines().skip(1).allMatch(line -> line.matches(".*,[0-9a-f]{64}")));
  }

  @Test
  void the_second_step_is_set_up_asked_for_and_reset_by_another_administrator() {
    String begun = maya.post("/account/second-factor").body();
    assertTrue(begun.contains("class=\"qr\""));
    assertEquals(422, maya.post("/account/second-factor/confirm", "code", "1").statusCode());
    String secret = practice.shelves.secondFactors().get("maya").orElseThrow().secret();
    assertTrue(begun.replace(" ", "").contains(secret));
    String codes =
        maya.post("/account/second-factor/confirm", "code", practice.oneTimeCode(secret)).body();
    assertTrue(codes.contains("recovery-codes"));
    assertEquals(
        "/sign-in/second",
        practice
            .stranger()
            .post("/sign-in", "name", "maya", "password", Practice.PASSWORD)
            .headers()
            .firstValue("Location")
            .orElseThrow());
    assertTrue(ines.get("/clinic/sign-ins").body().contains("Second step on"));
    assertEquals(404, maya.post("/clinic/sign-ins/reset", "staff", "maya").statusCode());
    assertEquals(422, ines.post("/clinic/sign-ins/reset", "staff", "ines").statusCode());
    ines.submit("/clinic/sign-ins/reset", "staff", "maya");
    assertTrue(List.of(303, 401).contains(maya.get("/caseload").statusCode()), "signed out");
    assertEquals(
        List.of("maya SECOND_FACTOR_ON", "ines SECOND_FACTOR_RESET maya"), written().subList(2, 4));
  }

  @Test
  void a_clinic_asks_everyone_and_then_nobody_can_turn_it_off() {
    ines.submit("/clinic/sign-ins/rule", "required", "yes");
    assertEquals("ines SECOND_FACTOR_REQUIRED", written().getLast());
    assertEquals(
        "/sign-in/second",
        practice
            .stranger()
            .post("/sign-in", "name", "maya", "password", Practice.PASSWORD)
            .headers()
            .firstValue("Location")
            .orElseThrow());
    assertEquals(422, maya.post("/account/second-factor/off", "code", "123456").statusCode());
  }
}
