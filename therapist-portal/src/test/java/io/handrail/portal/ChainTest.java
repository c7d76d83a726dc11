package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.alert.Fault;
import io.handrail.care.alert.Standing;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.WorkingDays;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskQueue;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of a flag, as the portal shows it and an administrator sets it. */
class ChainTest {
  private static final String WORDS = "I want to kill myself tonight";

  private Practice practice;
  private Life amara;
  private String flag;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    flag = amara.alarms(Duration.ofMinutes(20), WORDS, "kill myself");
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private static OfClient<String> key(RiskQueue.Entry entry) {
    return new OfClient<>(entry.client(), entry.flag());
  }

  /** One round of the chain, as the service that delivers would store it. */
  private Delivery round(Rota rota, Set<Channel> ways) {
    var entry = new RiskDesk(practice.shelves).open(amara.id).getFirst();
    var standing =
        new Standing(Optional.of(Practice.MAYA), rota, Set.of(Practice.MAYA, Practice.TOM), ways);
    var now = practice.clock.instant();
    return practice
        .shelves
        .deliveries()
        .change(key(entry), Delivery.of(entry), d -> d.climbed(standing, now, "node"));
  }

  private void told(Delivery delivery, StaffId who, Optional<Fault> fault) {
    Errand errand =
        delivery.errands().stream()
            .filter(e -> e.isFor(Channel.EMAIL, Optional.of(who)))
            .findFirst()
            .orElseThrow();
    var now = practice.clock.instant();
    practice
        .shelves
        .deliveries()
        .change(
            new OfClient<>(amara.id, flag),
            d -> d.told(errand, errand.round(), fault, now, "node"));
  }

  private void heard(List<Channel> ways) {
    var now = practice.clock.instant();
    practice
        .shelves
        .alertLeases()
        .change(AlertLease.KEY, AlertLease.NOBODY, lease -> lease.held("node", now, ways));
  }

  private Rota rota() {
    return new Rota(
        List.of(Practice.TOM), List.of(Practice.TOM), Duration.ofMinutes(5), Duration.ofHours(4));
  }

  @Test
  void the_queue_says_who_was_told_by_what_what_failed_and_who_is_next() {
    practice.shelves.clinics().change(Practice.HARBOUR, clinic -> clinic.withRota(rota()));
    heard(List.of(Channel.EMAIL));
    Delivery first = round(rota(), Set.of(Channel.EMAIL));
    told(first, Practice.MAYA, Optional.of(Fault.UNREACHABLE));
    Browser maya = practice.signedIn(Practice.MAYA);
    String page = maya.get("/risk").body();
    assertTrue(page.contains(Delivery.reference(flag)));
    assertTrue(page.contains("Maya Lindqvist, e-mail: failed (nothing answers there)"), page);
    assertTrue(page.contains("told next: Tom Okafor, "), page);
    told(first, Practice.MAYA, Optional.empty());
    assertTrue(maya.get("/risk").body().contains("Maya Lindqvist, e-mail: sent today"));
    assertFalse(maya.get("/risk").body().contains("Alerts are not going out"));
  }

  @Test
  void a_chain_that_is_silent_or_has_no_way_out_is_said_plainly() {
    Browser maya = practice.signedIn(Practice.MAYA);
    String page = maya.get("/risk").body();
    assertTrue(page.contains("has never been heard of"), page);
    assertTrue(page.contains("neither e-mail nor a webhook is set up"));
    assertTrue(page.contains("Nobody is on call"));
    assertTrue(page.contains("Nobody has been told yet."));
    heard(List.of(Channel.EMAIL));
    practice.clock.forward(Duration.ofMinutes(5));
    assertTrue(maya.get("/risk").body().contains("has not been heard of since today"));
    String office = practice.signedIn(Practice.INES).get("/clinic").body();
    assertTrue(office.contains("has not been heard of since today"));
    assertTrue(office.contains("Nobody is on call"));
    assertFalse(office.contains(WORDS));
  }

  @Test
  void what_the_delivering_service_remarks_stands_on_the_risk_and_clinic_pages() {
    var now = practice.clock.instant();
    var ways = List.of(Channel.EMAIL);
    var old = Optional.of("The crisis numbers of 2026-11-21 should have been checked");
    practice
        .shelves
        .alertLeases()
        .change(AlertLease.KEY, AlertLease.NOBODY, lease -> lease.held("node", now, ways, old));
    String warning = "The crisis numbers of 2026-11-21 should have been checked.";
    assertTrue(practice.signedIn(Practice.MAYA).get("/risk").body().contains(warning));
    assertTrue(practice.signedIn(Practice.INES).get("/clinic").body().contains(warning));
    heard(ways);
    assertFalse(practice.signedIn(Practice.MAYA).get("/risk").body().contains(warning));
  }

  @Test
  void who_was_asked_to_stand_in_sees_the_flag_and_answers_it_and_nothing_else() {
    Browser tom = practice.signedIn(Practice.TOM);
    assertEquals("{\"waiting\":0}", tom.json("/risk/count").body());
    assertEquals(404, answer(tom).statusCode());
    round(rota(), Set.of(Channel.EMAIL));
    assertFalse(tom.get("/risk").body().contains(WORDS), "not asked yet");
    practice.clock.forward(Duration.ofMinutes(6));
    round(rota(), Set.of(Channel.EMAIL));
    String page = tom.get("/risk").body();
    assertTrue(page.contains(WORDS));
    assertTrue(page.contains("In the care of Maya Lindqvist"));
    assertFalse(page.contains("/clients/amara/log"));
    assertEquals("{\"waiting\":1}", tom.json("/risk/count").body());
    assertEquals(404, tom.get("/clients/amara/log").statusCode());
    assertEquals(404, tom.get("/clients/amara").statusCode());
    assertEquals(404, tom.post("/clients/amara/hold/release", "note", "all is well").statusCode());
    assertEquals(303, answer(tom).statusCode());
    assertFalse(tom.get("/risk").body().contains(WORDS), "it ended with the answer");
    assertEquals(404, answer(tom).statusCode());
  }

  @Test
  void another_clinics_clinician_is_never_asked() {
    round(rota(), Set.of(Channel.EMAIL));
    Browser ola = practice.signedIn(Practice.OLA);
    assertFalse(ola.get("/risk").body().contains(WORDS));
    assertEquals(404, answer(ola).statusCode());
  }

  private HttpResponse<String> answer(Browser browser) {
    return browser.post("/clients/amara/flags/acknowledge", "flag", flag, "action", "Called");
  }

  @Test
  void an_administrator_says_who_is_told_and_when() {
    Browser ines = practice.signedIn(Practice.INES);
    assertTrue(ines.get("/clinic").body().contains("maya@example.org"));
    String seen = ";;15;240";
    HttpResponse<String> stored =
        ines.post(
            "/clinic/alerts",
            "seen",
            seen,
            "cover",
            "maya",
            "onCall",
            "maya",
            "onCall",
            "tom",
            "urgent",
            "10",
            "sameDay",
            "120");
    assertEquals(303, stored.statusCode());
    Rota rota = practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().rota();
    assertEquals(List.of(Practice.MAYA), rota.cover());
    assertEquals(List.of(Practice.MAYA, Practice.TOM), rota.onCall());
    assertEquals(Duration.ofMinutes(10), rota.urgentEvery());
    assertEquals(Duration.ofHours(2), rota.sameDayEvery());
    HttpResponse<String> late =
        ines.post("/clinic/alerts", "seen", seen, "urgent", "20", "sameDay", "120");
    assertEquals(409, late.statusCode());
    assertEquals(rota, practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().rota());
  }

  @Test
  void an_administrator_says_when_the_clinic_works_and_what_is_no_date_is_refused() {
    Browser ines = practice.signedIn(Practice.INES);
    String page = ines.get("/clinic").body();
    assertTrue(page.contains("value=\"MONDAY\" checked"), "the usual week until somebody says");
    assertFalse(page.contains("value=\"SATURDAY\" checked"));
    assertEquals(422, hours(ines, "25 December").statusCode());
    assertEquals(303, hours(ines, "2026-12-25\n2027-01-01").statusCode());
    assertEquals(
        new WorkingDays(
            Set.of(DayOfWeek.SATURDAY),
            LocalTime.of(10, 0),
            LocalTime.of(14, 30),
            Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01"))),
        practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().rota().workingDays());
    String after = ines.get("/clinic").body();
    assertTrue(after.contains("value=\"SATURDAY\" checked"));
    assertTrue(after.contains("2026-12-25\n2027-01-01"));
  }

  private static HttpResponse<String> hours(Browser ines, String holidays) {
    return ines.post(
        "/clinic/alerts",
        "seen",
        ";;15;240",
        "urgent",
        "15",
        "sameDay",
        "240",
        "days",
        "SATURDAY",
        "opens",
        "10:00",
        "closes",
        "14:30",
        "holidays",
        holidays);
  }

  @Test
  void what_cannot_be_a_rota_is_refused_and_nothing_typed_is_lost() {
    Browser ines = practice.signedIn(Practice.INES);
    HttpResponse<String> refused =
        ines.post(
            "/clinic/alerts",
            "seen",
            ";;15;240",
            "onCall",
            "ola",
            "urgent",
            "1",
            "sameDay",
            "a while");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("Choose from 2 to 120 minutes."));
    assertTrue(refused.body().contains("Choose clinicians of this clinic."));
    assertTrue(refused.body().contains("value=\"a while\""));
    assertEquals(
        Rota.NOBODY, practice.shelves.clinics().get(Practice.HARBOUR).orElseThrow().rota());
    Browser maya = practice.signedIn(Practice.MAYA);
    assertEquals(
        404,
        maya.post("/clinic/alerts", "seen", ";;15;240", "urgent", "5", "sameDay", "60")
            .statusCode());
  }
}
