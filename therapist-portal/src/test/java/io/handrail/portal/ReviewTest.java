package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.Team;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.Readings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reading by minutes, cover, use and ending, and a supervisor's look: who reads what, and how long.
 */
class ReviewTest {
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

  private Readings readings(Life life) {
    String month = Readings.month(practice.clock.instant());
    return practice.shelves.readings().get(new OfClient<>(life.id, month)).orElse(Readings.EMPTY);
  }

  @Test
  void risk_comes_first_then_what_teaches_most_one_is_by_lot_and_the_rest_is_counted() {
    amara.alarms(Duration.ofHours(2), "I want it to be over", "be over");
    for (int i = 0; i < 12; i++) {
      Life other = practice.client("c" + i, "Client " + i, Practice.MAYA);
      for (int j = 0; j < 10; j++) other.says(Duration.ofHours(30 - j), "entry " + j, "And?");
    }
    String page = maya.get("/review?minutes=10").body();
    int risk = page.indexOf("asked for a person, or exercises are on hold");
    int lot = page.indexOf("Chosen by lot today");
    assertTrue(risk > 0 && lot > risk, "risk stands first, the lot last");
    assertTrue(page.contains("You have not read anything of this client yet."));
    assertTrue(page.contains("with new entries did not fit"));
    assertEquals(page, maya.get("/review?minutes=10").body(), "the lot falls once a day");
    String few = maya.get("/review?minutes=1").body();
    assertTrue(few.contains("asked for a person, or exercises are on hold"), "risk has no budget");
  }

  @Test
  void what_was_read_is_written_down_with_name_time_and_entries() {
    for (int i = 0; i < 5; i++) amara.says(Duration.ofHours(9 - i), "entry " + i, "And?");
    HttpResponse<String> read =
        maya.post("/review", "client", "amara", "from", "1", "to", "5", "minutes", "15");
    assertEquals(303, read.statusCode());
    assertEquals(5, amara.row().reviewedSeq());
    Readings.Reading reading = readings(amara).readings().getFirst();
    assertEquals("Maya Lindqvist", reading.name());
    assertEquals(1, reading.from());
    assertEquals(5, reading.to());
    maya.get("/clients/amara/log");
    assertEquals(1, readings(amara).readings().size(), "the same entries again soon are one");
    assertTrue(maya.get("/clients/amara/ending").body().contains("entries 1 to 5"));
  }

  @Test
  void cover_opens_what_it_should_tells_nothing_private_and_ends_by_itself() {
    amara.says(Duration.ofHours(9), "It was a hard week at work for me", "And?");
    Browser tom = practice.signedIn(Practice.TOM);
    assertEquals(404, tom.get("/clients/amara/log").statusCode());
    String today = practice.clock.instant().toString().substring(0, 10);
    HttpResponse<String> over =
        maya.post(
            "/cover",
            "clients",
            "amara",
            "to",
            "tom",
            "from",
            today,
            "until",
            today,
            "note",
            "Call her on Friday");
    assertEquals(303, over.statusCode());
    assertEquals(200, tom.get("/clients/amara/log").statusCode());
    assertEquals(Readings.Why.COVER, readings(amara).readings().getFirst().why());
    assertTrue(tom.get("/caseload").body().contains("Amara"));
    assertTrue(tom.get("/cover").body().contains("Call her on Friday"));
    assertEquals(200, maya.get("/clients/amara/log").statusCode(), "hers she stays");
    assertEquals(404, tom.post("/cover/back", "client", "nobody").statusCode());
    practice
        .shelves
        .clients()
        .change(
            amara.id,
            c ->
                c.coveredBy(
                    c.cover()
                        .map(cover ->
                            new io.handrail.care.clinic.Cover(
                                cover.to(),
                                cover.by(),
                                cover.from(),
                                practice.clock.instant().plusSeconds(60),
                                cover.note()))));
    practice.clock.forward(Duration.ofSeconds(59));
    assertEquals(200, tom.get("/clients/amara/log").statusCode());
    practice.clock.forward(Duration.ofSeconds(2));
    assertEquals(404, tom.get("/clients/amara/log").statusCode(), "over by itself");
    assertFalse(tom.get("/caseload").body().contains("Amara"));
  }

  @Test
  void it_can_be_handed_back_before_its_time_by_either() {
    Browser tom = practice.signedIn(Practice.TOM);
    String today = practice.clock.instant().toString().substring(0, 10);
    for (Browser by : List.of(tom, maya)) {
      maya.post("/cover", "clients", "amara", "to", "tom", "from", today, "until", today);
      assertEquals(200, tom.get("/clients/amara").statusCode());
      assertEquals(303, by.post("/cover/back", "client", "amara").statusCode());
      assertEquals(404, tom.get("/clients/amara").statusCode());
    }
    assertEquals(
        422,
        maya.post("/cover", "clients", "amara", "to", "tom", "from", today, "until", "2099-01-01")
            .statusCode());
    assertEquals(
        422,
        maya.post("/cover", "clients", "amara", "to", "ines", "from", today, "until", today)
            .statusCode());
    assertTrue(practice.shelves.clients().get(amara.id).orElseThrow().cover().isEmpty());
  }

  @Test
  void night_use_and_a_rise_are_counted_and_explained_and_quiet_use_is_not() {
    assertTrue(maya.get("/clients/amara/ending").body().contains("Nothing stands out."));
    for (int i = 0; i < 10; i++) {
      amara.says(Duration.ofDays(20).minusMinutes(i), "earlier " + i, "And?");
    }
    for (int i = 0; i < 30; i++)
      amara.says(Duration.ofHours(12).minusMinutes(i), "now " + i, "And?");
    String page = maya.get("/clients/amara/ending").body();
    assertTrue(page.contains("Messages rose from 10 to 30 in two weeks."), page);
    assertTrue(page.contains("/clients/amara/log?turn=40#turn-40"));
  }

  @Test
  void a_taper_lowers_by_dates_never_raises_and_can_be_stopped() {
    String begins = practice.clock.instant().plus(Duration.ofDays(3)).toString().substring(0, 10);
    assertEquals(422, plan(begins, "4", "200").statusCode(), "a taper never raises");
    assertEquals(422, plan("2001-01-01", "4", "5").statusCode());
    assertEquals(303, plan(begins, "4", "5").statusCode());
    var taper = practice.shelves.tapers().get(amara.id).orElseThrow();
    assertEquals(List.of(46, 33, 19, 5), taper.steps().stream().map(s -> s.messages()).toList());
    CarePlan plan = practice.shelves.plans().get(amara.id).orElseThrow();
    var first = taper.steps().getFirst().from();
    assertEquals(60, taper.lowering(plan, first.minusDays(1)).messagesPerDayMax());
    assertEquals(46, taper.lowering(plan, first).messagesPerDayMax());
    assertEquals(5, taper.lowering(plan, first.plusDays(400)).messagesPerDayMax());
    assertTrue(maya.get("/clients/amara/ending").body().contains("We planned this together."));
    maya.submit("/clients/amara/ending/stop");
    var stopped = practice.shelves.tapers().get(amara.id).orElseThrow();
    assertEquals(60, stopped.lowering(plan, first).messagesPerDayMax());
  }

  private HttpResponse<String> plan(String begins, String weeks, String down) {
    return maya.post(
        "/clients/amara/ending",
        "seen",
        "0",
        "begins",
        begins,
        "weeks",
        weeks,
        "down",
        down,
        "word",
        "We planned this together.");
  }

  @Test
  void a_supervisor_sees_counts_reads_the_sample_and_nothing_else_and_is_written_down() {
    var sue = new StaffId(Practice.HARBOUR, "sue");
    Set<Role> roles = Set.of(Role.SUPERVISOR);
    practice
        .shelves
        .staff()
        .insert(sue, new Staff(sue, "Sue Park", "Supervisor", "", roles, List.of()));
    practice.shelves.clinics().change(Practice.HARBOUR, c -> c.withStaff(sue));
    for (int i = 0; i < 6; i++) {
      Life life = practice.client("s" + i, "Sam " + i, Practice.MAYA);
      life.says(Duration.ofDays(12), "canary words of sam " + i, "And?");
    }
    practice.client("tina", "Tina", Practice.TOM).says(Duration.ofDays(1), "of tom", "And?");
    Browser supervisor = practice.signedIn(sue);
    assertTrue(supervisor.get("/team").body().contains("Nobody is in your team yet"));
    Browser ines = practice.signedIn(Practice.INES);
    assertEquals(
        303, ines.post("/clinic/teams", "supervisor", "sue", "clinicians", "maya").statusCode());
    assertEquals(new Team(List.of(Practice.MAYA)), practice.shelves.teams().get(sue).orElseThrow());
    String page = supervisor.get("/team").body();
    assertTrue(page.contains("Maya Lindqvist") && !page.contains("Tom Okafor"));
    assertTrue(page.contains("longest 40 days"), "an overdue review shows to the supervisor");
    assertFalse(page.contains("canary words"));
    int drawn = 0;
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> sample = supervisor.get("/team/sample/s" + i);
      if (sample.statusCode() != 200) continue;
      drawn++;
      assertTrue(sample.body().contains("canary words of sam " + i));
      Readings.Reading reading =
          practice
              .shelves
              .readings()
              .get(
                  new OfClient<>(
                      new io.handrail.care.clinic.ClientId(Practice.HARBOUR, "s" + i),
                      Readings.month(practice.clock.instant())))
              .orElseThrow()
              .readings()
              .getFirst();
      assertEquals(Readings.Why.SUPERVISION, reading.why());
      assertEquals("Sue Park", reading.name());
    }
    assertEquals(2, drawn, "two of the six are in the sample of the week");
    assertEquals(404, supervisor.get("/team/sample/tina").statusCode());
    assertEquals(404, supervisor.get("/clients/s0/log").statusCode());
    assertEquals(404, maya.get("/team").statusCode());
  }

  @Test
  void two_hundred_clients_are_ranked_and_chosen_from_quickly() {
    for (int i = 0; i < 200; i++) {
      practice
          .client("m" + i, "Client " + i, Practice.MAYA)
          .says(Duration.ofDays(i % 20), "x", "And?");
    }
    for (String path : List.of("/caseload", "/review")) {
      maya.get(path);
      long start = System.nanoTime();
      assertEquals(200, maya.get(path).statusCode());
      long ms = (System.nanoTime() - start) / 1_000_000;
      assertTrue(ms < 1500, path + " took " + ms + " ms");
    }
  }
}
