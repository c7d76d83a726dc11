package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Invitation;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.StaffDesk;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClinicTest {
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

  private Practice practice;
  private Browser ines;

  @BeforeEach
  void open() {
    practice = new Practice();
    ines = practice.signedIn(Practice.INES);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private HttpResponse<String> invite(String id, String name, String zone, String clinician) {
    return ines.post(
        "/clinic/invite",
        "id",
        id,
        "name",
        name,
        "language",
        "es",
        "zone",
        zone,
        "clinician",
        clinician);
  }

  private Client client(String id) {
    return practice.shelves.clients().get(new ClientId(Practice.HARBOUR, id)).orElseThrow();
  }

  private static String code(String page) {
    Matcher found = CODE.matcher(page);
    assertTrue(found.find(), "a code is shown");
    return found.group();
  }

  @Test
  void a_large_clinic_is_shown_in_pages_and_a_client_is_found_by_name() {
    for (int n = 0; n < 130; n++) {
      var id = new ClientId(Practice.HARBOUR, "many" + n);
      practice
          .shelves
          .clients()
          .insert(
              id,
              new Client(
                  id,
                  "Person Number" + n,
                  ZoneId.of("Europe/London"),
                  "en",
                  Client.Enrolment.ACTIVE,
                  Instant.parse("2026-03-01T09:00:00Z"),
                  Optional.of(Practice.MAYA),
                  Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
                  true));
      new Roll(practice.shelves).enrol(id);
    }

    String first = ines.get("/clinic").body();
    assertTrue(first.contains("Person Number129"), "the latest enrolled come first");
    assertFalse(first.contains("Person Number0<"));
    assertTrue(first.contains("Page 1 of 2"));
    assertTrue(ines.get("/clinic?page=2").body().contains("Person Number0<"));
    assertTrue(ines.get("/clinic?page=99").body().contains("Page 1 of 2"));

    String found = ines.get("/clinic?name=number7").body();
    assertTrue(found.contains("Person Number7<") && found.contains("Person Number71<"));
    assertFalse(found.contains("Person Number8<"));
    assertTrue(ines.get("/clinic?name=nobody-of-this-name").body().contains("No client"));
  }

  @Test
  void an_invitation_enrols_a_client_and_shows_its_code_once() {
    HttpResponse<String> answer = invite("c1", " Rosa  Gil ", "America/Bogota", "maya");
    assertEquals(200, answer.statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    Client rosa = client("c1");
    assertEquals("Rosa Gil", rosa.name());
    assertEquals(ZoneId.of("America/Bogota"), rosa.zone());
    assertEquals("es", rosa.language());
    assertEquals(Client.Enrolment.INVITED, rosa.enrolment());
    assertEquals(Optional.of(Practice.MAYA), rosa.clinician());
    assertTrue(practice.shelves.plans().get(rosa.id()).isPresent());
    String code = code(answer.body());
    Invitation kept =
        practice
            .shelves
            .invitations()
            .get(InvitationCode.read(code.toLowerCase()).orElseThrow().key())
            .orElseThrow();
    assertEquals(rosa.id(), kept.client());
    assertTrue(kept.openAt(practice.clock.instant().plus(Duration.ofDays(13))));
    assertFalse(kept.openAt(practice.clock.instant().plus(Duration.ofDays(14))));
    assertTrue(answer.body().contains("/join?code=" + code));
    for (String path : new String[] {"/clinic", "/clinic/clients/c1"}) {
      String page = ines.get(path).body();
      assertTrue(page.contains("Rosa Gil"), path);
      assertFalse(page.contains(code), path);
    }
    assertTrue(
        practice.signedIn(Practice.MAYA).get("/caseload").body().contains("has not joined yet"));
  }

  @Test
  void sending_the_form_twice_enrols_one_client() {
    invite("c1", "Rosa", "Europe/Madrid", "maya");
    HttpResponse<String> again = invite("c1", "Rosa", "Europe/Madrid", "maya");
    assertEquals(409, again.statusCode());
    assertFalse(CODE.matcher(again.body()).find());
    assertEquals(
        1, practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().clients().size());
  }

  @Test
  void a_lost_code_is_made_anew_only_before_the_client_has_joined() {
    String first = code(invite("c1", "Rosa", "Europe/Madrid", "maya").body());
    String second = code(ines.post("/clinic/clients/c1/code").body());
    assertFalse(first.equals(second));
    practice.shelves.clients().change(client("c1").id(), Client::active);
    assertEquals(409, ines.post("/clinic/clients/c1/code").statusCode());
  }

  @Test
  void each_wrong_field_says_so_and_nothing_typed_is_lost() {
    HttpResponse<String> refused = invite("c1", "", "Mars/Olympus", "nobody");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("What should the program call them?"));
    assertTrue(refused.body().contains("Choose a time zone from the list"));
    assertTrue(refused.body().contains("Choose who answers for this client"));
    assertTrue(refused.body().contains("value=\"Mars/Olympus\""));
    assertTrue(practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().clients().isEmpty());
  }

  @Test
  void a_namesake_is_asked_about_before_a_second_enrolment() {
    invite("c1", "Rosa", "Europe/Madrid", "maya");
    HttpResponse<String> asked = invite("c2", "rosa", "Europe/Madrid", "tom");
    assertEquals(422, asked.statusCode());
    assertTrue(asked.body().contains("already is a client of this name"));
    HttpResponse<String> another =
        ines.post(
            "/clinic/invite",
            "id",
            "c2",
            "name",
            "rosa",
            "language",
            "en",
            "zone",
            "Europe/Madrid",
            "clinician",
            "tom",
            "again",
            "yes");
    assertEquals(200, another.statusCode());
  }

  @Test
  void staff_who_are_no_clinicians_or_work_elsewhere_cannot_be_given_a_client() {
    for (String clinician : new String[] {"ines", "ola", "elm/ola", ""}) {
      assertEquals(422, invite("c1", "Rosa", "Europe/Madrid", clinician).statusCode(), clinician);
    }
  }

  @Test
  void a_transfer_moves_everything_to_the_new_clinician_at_once() {
    Life amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.alarms(Duration.ofMinutes(9), "I took all the pills", "pills");
    Browser maya = practice.signedIn(Practice.MAYA);
    Browser tom = practice.signedIn(Practice.TOM);
    assertEquals(404, tom.get("/clients/amara/log").statusCode());
    String page =
        ines.submit("/clinic/clients/amara/clinician", "clinician", "tom", "seen", "maya").body();
    assertTrue(page.contains("Tom Okafor"));
    assertEquals(404, maya.get("/clients/amara/log").statusCode());
    assertFalse(maya.get("/caseload").body().contains("Amara"));
    assertEquals("{\"waiting\":0}", maya.json("/risk/count").body());
    assertTrue(tom.get("/risk").body().contains("I took all the pills"));
    assertTrue(tom.get("/caseload").body().contains("Amara"));
  }

  @Test
  void a_transfer_from_a_page_that_is_out_of_date_changes_nothing() {
    practice.client("amara", "Amara", Practice.MAYA);
    ines.post("/clinic/clients/amara/clinician", "clinician", "tom", "seen", "maya");
    HttpResponse<String> late =
        ines.post("/clinic/clients/amara/clinician", "clinician", "maya", "seen", "maya");
    assertEquals(409, late.statusCode());
    assertTrue(late.body().contains("is with Tom Okafor"));
    assertEquals(Optional.of(Practice.TOM), client("amara").clinician());
  }

  @Test
  void what_is_not_in_the_form_cannot_be_set_by_it() {
    ines.post(
        "/clinic/invite",
        "id",
        "c9",
        "name",
        "Rosa",
        "language",
        "en",
        "zone",
        "Europe/Madrid",
        "clinician",
        "maya",
        "clinic",
        "elm",
        "enrolment",
        "ACTIVE",
        "synthetic",
        "true");
    assertEquals(Client.Enrolment.INVITED, client("c9").enrolment());
    assertFalse(client("c9").synthetic());
    assertTrue(practice.shelves.clients().get(new ClientId(Practice.ELM, "c9")).isEmpty());
  }

  @Test
  void a_colleague_is_invited_joins_once_and_works() {
    String page =
        ines.post(
                "/clinic/staff",
                "name",
                "Dr Ana Ruiz",
                "title",
                "CBT therapist",
                "email",
                "ana@harbour.example",
                "role",
                "clinician")
            .body();
    String code = code(page);
    assertTrue(ines.get("/clinic").body().contains("Dr Ana Ruiz"));

    var ana = practice.stranger();
    assertTrue(ana.get("/join?code=" + code).body().contains("Welcome, Dr Ana Ruiz"));
    assertEquals(
        422, ana.post("/join", "code", code, "user", "ana", "password", "short").statusCode());
    var in =
        ana.post("/join", "code", code, "user", "ana", "password", "four words only mine know");
    assertEquals(303, in.statusCode());
    assertEquals("/caseload", in.headers().firstValue("location").orElseThrow());
    assertEquals(200, ana.get("/caseload").statusCode());
    assertEquals(404, ana.get("/clinic").statusCode());
    assertEquals(404, practice.stranger().get("/join?code=" + code).statusCode());
  }

  @Test
  void only_an_administrator_invites_colleagues() {
    Browser clinician = practice.signedIn(Practice.TOM);
    assertEquals(404, clinician.get("/clinic/staff").statusCode());
    assertEquals(
        404,
        clinician
            .post("/clinic/staff", "name", "X", "title", "Y", "email", "", "role", "both")
            .statusCode());
  }

  @Test
  void the_first_code_founds_one_clinic_and_only_one() {
    var desk = new StaffDesk(practice.shelves, new SecureRandom());
    String first = desk.founding(Instant.now()).orElseThrow().shown();
    String second = desk.founding(Instant.now()).orElseThrow().shown();
    var founder = practice.stranger();
    assertTrue(founder.get("/join?code=" + first).body().contains("Found your clinic"));
    assertEquals(422, found(founder, first, "Nowhere/Land").statusCode());

    var in = found(founder, first, "Europe/Madrid");
    assertEquals("/clinic", in.headers().firstValue("location").orElseThrow());
    String clinic = founder.get("/clinic").body();
    assertTrue(clinic.contains("Clinica del Puerto"));
    assertFalse(clinic.contains("Demonstration clinic"));

    assertEquals(404, found(practice.stranger(), second, "Europe/Madrid").statusCode());
    assertTrue(desk.founding(Instant.now()).isEmpty());
  }

  private static HttpResponse<String> found(Browser who, String code, String zone) {
    return who.post(
        "/join",
        "code",
        code,
        "clinic",
        "Clinica del Puerto",
        "region",
        "ES",
        "zone",
        zone,
        "person",
        "Luz Marin",
        "title",
        "Practice manager",
        "user",
        "luz-" + code.toLowerCase(java.util.Locale.ROOT),
        "password",
        "four words only mine know");
  }
}
