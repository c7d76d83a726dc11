package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.review.brief.BriefDesk;
import io.handrail.care.review.brief.Digest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The route table is data: every route with every role and every foreign id. */
class AccessTest {
  private static final String CANARY = "canary-of-amara-7731";

  /** Who may get through a route for a client of Maya's. */
  private enum For {
    CLINICIAN,
    ADMIN,
    SUPERVISOR,
    STAFF
  }

  private record Route(String method, String path, For who, String... fields) {}

  /** Every route of the portal. {@code ID} stands for a client. */
  private static final List<Route> ROUTES =
      List.of(
          new Route("GET", "/", For.STAFF),
          new Route("GET", "/caseload", For.CLINICIAN),
          new Route("GET", "/risk", For.CLINICIAN),
          new Route("GET", "/risk/count", For.CLINICIAN),
          new Route("GET", "/homework", For.CLINICIAN),
          new Route("GET", "/replies", For.CLINICIAN),
          new Route("POST", "/clients/ID/replies/1", For.CLINICIAN, "words", "x"),
          new Route("GET", "/clients/ID/live", For.CLINICIAN),
          new Route("GET", "/clients/ID/live/events", For.CLINICIAN),
          new Route("POST", "/clients/ID/live/take-over", For.CLINICIAN),
          new Route("POST", "/clients/ID/live/write", For.CLINICIAN, "text", "x"),
          new Route("POST", "/clients/ID/live/whisper", For.CLINICIAN, "text", "x"),
          new Route("POST", "/clients/ID/live/hand-back", For.CLINICIAN, "text", "x"),
          new Route("GET", "/clients/ID/steering", For.CLINICIAN),
          new Route("POST", "/clients/ID/steering", For.CLINICIAN, "note", "x"),
          new Route("POST", "/clients/ID/steering/preview", For.CLINICIAN, "turns", "1"),
          new Route("GET", "/clients/ID/limits/history", For.CLINICIAN),
          new Route("POST", "/clients/ID/limits/template", For.CLINICIAN, "template", "x"),
          new Route("POST", "/clients/ID/limits/template/remove", For.CLINICIAN, "template", "x"),
          new Route("POST", "/clients/ID/log/notes", For.CLINICIAN, "turn", "1", "text", "x"),
          new Route("POST", "/clients/ID/log/notes/remove", For.CLINICIAN, "turn", "1"),
          new Route("GET", "/clients/ID", For.CLINICIAN),
          new Route("GET", "/clients/ID/log", For.CLINICIAN),
          new Route("GET", "/clients/ID/log/pdf", For.CLINICIAN),
          new Route("GET", "/clients/ID/exercises/r1/pdf", For.CLINICIAN),
          new Route("GET", "/clients/ID/brief", For.CLINICIAN),
          new Route("GET", "/clients/ID/brief/pdf", For.CLINICIAN),
          new Route("GET", "/clients/ID/brief/1", For.CLINICIAN),
          new Route("GET", "/clients/ID/brief/1/pdf", For.CLINICIAN),
          new Route("POST", "/clients/ID/brief/sign", For.CLINICIAN, "seen", "x"),
          new Route("POST", "/clients/ID/brief/words", For.CLINICIAN, "since", "x"),
          new Route("POST", "/clients/ID/brief/words/plain", For.CLINICIAN, "since", "x"),
          new Route("POST", "/clinic/models", For.ADMIN, "briefs", "no"),
          new Route("GET", "/review", For.CLINICIAN),
          new Route("POST", "/review", For.CLINICIAN, "minutes", "5"),
          new Route("GET", "/cover", For.CLINICIAN),
          new Route("POST", "/cover", For.CLINICIAN, "to", "tom"),
          new Route("POST", "/cover/back", For.CLINICIAN, "client", "nobody"),
          new Route("GET", "/clients/ID/ending", For.CLINICIAN),
          new Route("POST", "/clients/ID/ending", For.CLINICIAN, "seen", "0"),
          new Route("POST", "/clients/ID/ending/stop", For.CLINICIAN, "x", "y"),
          new Route("GET", "/team", For.SUPERVISOR),
          new Route("GET", "/team/sample/ID", For.SUPERVISOR),
          new Route("GET", "/clinic/teams", For.ADMIN),
          new Route("POST", "/clinic/teams", For.ADMIN, "supervisor", "nobody"),
          new Route("GET", "/clients/ID/notes", For.CLINICIAN),
          new Route("POST", "/clients/ID/notes", For.CLINICIAN, "note", "x", "text", "x"),
          new Route("POST", "/clients/ID/notes/card", For.CLINICIAN, "seen", "0"),
          new Route("GET", "/clients/ID/fidelity", For.CLINICIAN),
          new Route("POST", "/clients/ID/fidelity", For.CLINICIAN, "conversation", "c1"),
          new Route("POST", "/clients/ID/fidelity/mark", For.CLINICIAN, "turn", "1"),
          new Route("POST", "/homework/bulk", For.CLINICIAN, "decision", "approve"),
          new Route("GET", "/clients/ID/homework", For.CLINICIAN),
          new Route("GET", "/clients/ID/limits", For.CLINICIAN),
          new Route("GET", "/clients/ID/safety-plan", For.CLINICIAN),
          new Route(
              "POST",
              "/clients/ID/safety-plan",
              For.CLINICIAN,
              "step",
              "helpers",
              "decision",
              "set",
              "seen",
              "0",
              "text",
              "x"),
          new Route("GET", "/clients/ID/exercises/r1", For.CLINICIAN),
          new Route("GET", "/clients/ID/measures", For.CLINICIAN),
          new Route("GET", "/clients/ID/measures/m1/fhir", For.CLINICIAN),
          new Route(
              "POST",
              "/clients/ID/measures/ask",
              For.CLINICIAN,
              "instrument",
              "phq9",
              "often",
              "weekly"),
          new Route("POST", "/clients/ID/log/read", For.CLINICIAN, "upTo", "1"),
          new Route(
              "POST", "/clients/ID/flags/acknowledge", For.CLINICIAN, "flag", "x", "action", "y"),
          new Route("POST", "/clients/ID/hold/release", For.CLINICIAN, "note", "x"),
          new Route(
              "POST",
              "/clients/ID/homework",
              For.CLINICIAN,
              "homework",
              "h1",
              "decision",
              "approve",
              "seen",
              "1",
              "task",
              "x"),
          new Route(
              "POST",
              "/clients/ID/limits",
              For.CLINICIAN,
              "seen",
              "1",
              "messages",
              "5",
              "model",
              "off"),
          new Route("POST", "/clients/ID/pause", For.CLINICIAN, "paused", "true"),
          new Route("GET", "/account", For.STAFF),
          new Route("POST", "/account/second-factor", For.STAFF),
          new Route("POST", "/account/second-factor/confirm", For.STAFF, "code", "000000"),
          new Route("POST", "/account/second-factor/off", For.STAFF, "code", "000000"),
          new Route("POST", "/account/recovery", For.STAFF, "code", "000000"),
          new Route("GET", "/audit", For.ADMIN),
          new Route("GET", "/audit/csv", For.ADMIN),
          new Route("GET", "/clinic/sign-ins", For.ADMIN),
          new Route("POST", "/clinic/sign-ins/rule", For.ADMIN, "required", "perhaps"),
          new Route("POST", "/clinic/sign-ins/reset", For.ADMIN, "staff", "nobody"),
          new Route("POST", "/clinic/sign-ins/code", For.ADMIN, "staff", "nobody"),
          new Route("GET", "/clients/ID/sign-in", For.CLINICIAN),
          new Route("POST", "/clients/ID/sign-in/code", For.CLINICIAN),
          new Route("GET", "/clients/ID/data", For.CLINICIAN),
          new Route("GET", "/clients/ID/data/copy", For.CLINICIAN),
          new Route("POST", "/clients/ID/data/erasure", For.CLINICIAN),
          new Route("POST", "/clients/ID/data/erasure/withdraw", For.CLINICIAN),
          new Route("POST", "/clients/ID/data/erasure/confirm", For.CLINICIAN, "sure", "x"),
          new Route("GET", "/clinic/clients/ID/data", For.ADMIN),
          new Route("POST", "/clinic/clients/ID/data/order", For.ADMIN, "to", "client"),
          new Route("POST", "/clinic/clients/ID/data/erasure", For.ADMIN),
          new Route("POST", "/clinic/clients/ID/data/erasure/withdraw", For.ADMIN),
          new Route("POST", "/clinic/clients/ID/data/erasure/confirm", For.ADMIN, "sure", "x"),
          new Route("GET", "/clinic/erasures", For.ADMIN),
          new Route("GET", "/clinic/erasures/nobody", For.ADMIN),
          new Route("GET", "/clinic/erasures/nobody/pdf", For.ADMIN),
          new Route("POST", "/clinic/erasures/nobody/finish", For.ADMIN),
          new Route("GET", "/clinic", For.ADMIN),
          new Route("GET", "/clinic/invite", For.ADMIN),
          new Route("POST", "/clinic/invite", For.ADMIN, "name", ""),
          new Route("GET", "/clinic/import", For.ADMIN),
          new Route("POST", "/clinic/import", For.ADMIN, "text", ""),
          new Route("POST", "/clinic/import/enrol", For.ADMIN, "text", ""),
          new Route("GET", "/clinic/staff", For.ADMIN),
          new Route("POST", "/clinic/staff", For.ADMIN, "name", ""),
          new Route("POST", "/clinic/alerts", For.ADMIN, "urgent", ""),
          new Route("GET", "/clinic/clients/ID", For.ADMIN),
          new Route("POST", "/clinic/clients/ID/code", For.ADMIN),
          new Route(
              "POST",
              "/clinic/clients/ID/clinician",
              For.ADMIN,
              "clinician",
              "tom",
              "seen",
              "maya"));

  private static Practice practice;
  private static Map<StaffId, Browser> browsers;

  @BeforeAll
  static void open() {
    practice = new Practice();
    Life amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofHours(3), CANARY, "What happened?");
    amara.alarms(Duration.ofHours(1), CANARY + " tonight", "tonight");
    amara.proposes("h1", CANARY, "soon");
    amara.finishes("r1", Map.of("situation", CANARY));
    amara.measures("m1", Duration.ofDays(2), 2, 2, 2, 1, 1, 1, 1, 0, 0);
    signs(amara);
    practice.client("elmar", "Elmar", Practice.OLA).says(Duration.ofHours(1), CANARY, "What?");
    browsers =
        List.of(Practice.MAYA, Practice.TOM, Practice.INES, Practice.OLA).stream()
            .collect(Collectors.toMap(id -> id, practice::signedIn));
  }

  private static void signs(Life life) {
    BriefDesk desk = practice.context().getBean(BriefDesk.class);
    var client = practice.shelves.clients().get(life.id).orElseThrow();
    Instant now = practice.clock.instant();
    Instant since = now.minus(Duration.ofDays(3));
    var by = new BriefDesk.Signature(Practice.MAYA, "Maya Lindqvist", now, "");
    desk.sign(client, since, Digest.of(desk.draft(client, since, now)), by);
  }

  @AfterAll
  static void close() {
    practice.close();
  }

  private static HttpResponse<String> go(StaffId who, Route route, String client) {
    String path = route.path().replace("ID", client);
    Browser browser = browsers.get(who);
    return route.method().equals("GET") ? browser.get(path) : browser.post(path, route.fields());
  }

  private static void assertNothing(HttpResponse<String> answer, Route route) {
    assertEquals(404, answer.statusCode(), route.method() + " " + route.path());
    assertFalse(answer.body().contains(CANARY), route.path());
    assertFalse(answer.body().contains("Amara"), route.path());
    assertTrue(answer.body().contains("There is nothing here for you"), "a page says so plainly");
  }

  @Test
  void every_route_of_the_portal_is_in_the_table() {
    Set<String> listed =
        ROUTES.stream()
            .map(route -> route.method() + " " + route.path().replace("ID", "{id}"))
            .map(route -> route.replace("exercises/r1", "exercises/{run}"))
            .map(route -> route.replace("measures/m1", "measures/{result}"))
            .map(route -> route.replace("brief/1", "brief/{version}"))
            .map(route -> route.replace("replies/1", "replies/{turn}"))
            .map(route -> route.replace("erasures/nobody", "erasures/{client}"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        practice
            .context()
            .getBean(Router.class)
            .uriRoutes()
            .filter(AccessTest::ofThePortal)
            .map(route -> route.getHttpMethodName() + " " + path(route))
            .collect(Collectors.toCollection(TreeSet::new));
    // The one door that needs no session; a code is all that it takes (ClinicTest).
    assertTrue(there.removeAll(Set.of("GET /join", "POST /join")));
    assertEquals(listed, there);
  }

  private static boolean ofThePortal(UriRouteInfo<?, ?> route) {
    return route.getDeclaringType().getPackageName().startsWith("io.handrail.portal")
        && !route.getHttpMethodName().equals("HEAD");
  }

  private static String path(UriRouteInfo<?, ?> route) {
    String path = route.getUriMatchTemplate().toPathString();
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @Test
  void nobody_gets_anywhere_without_signing_in() {
    Browser stranger = practice.stranger();
    for (Route route : ROUTES) {
      HttpResponse<String> answer =
          route.method().equals("GET")
              ? stranger.get(route.path().replace("ID", "amara"))
              : stranger.post(route.path().replace("ID", "amara"), route.fields());
      assertTrue(Set.of(303, 401).contains(answer.statusCode()), route.path());
      assertFalse(answer.body().contains(CANARY), route.path());
    }
  }

  @Test
  void a_colleague_who_is_not_assigned_finds_nothing() {
    for (Route route : ROUTES) {
      if (route.path().contains("ID")) assertNothing(go(Practice.TOM, route, "amara"), route);
    }
  }

  @Test
  void a_clinician_of_another_clinic_finds_nothing() {
    for (Route route : ROUTES) {
      if (route.path().contains("ID")) assertNothing(go(Practice.OLA, route, "amara"), route);
    }
  }

  @Test
  void another_clinics_client_cannot_even_be_named() {
    for (Route route : ROUTES) {
      if (!route.path().contains("ID")) continue;
      for (String id : List.of("elmar", "elm%2Felmar", "no-such-client", "%24ne", "A..B")) {
        assertNothing(go(Practice.MAYA, route, id), route);
        assertNothing(go(Practice.INES, route, id), route);
      }
    }
  }

  @Test
  void an_administrator_cannot_open_anything_of_a_clients_care() {
    for (Route route : ROUTES) {
      boolean clinical = route.who() == For.CLINICIAN || route.who() == For.SUPERVISOR;
      if (clinical) assertNothing(go(Practice.INES, route, "amara"), route);
    }
  }

  @Test
  void a_clinician_does_no_office_work() {
    for (Route route : ROUTES) {
      if (route.who() == For.ADMIN) assertNothing(go(Practice.MAYA, route, "amara"), route);
    }
  }

  @Test
  void what_an_administrator_sees_holds_nothing_that_a_client_wrote() {
    for (String path :
        List.of(
            "/clinic",
            "/clinic/invite",
            "/clinic/clients/amara",
            "/clinic/sign-ins",
            "/audit",
            "/clinic/clients/amara/data",
            "/clinic/erasures")) {
      HttpResponse<String> answer = browsers.get(Practice.INES).get(path);
      assertEquals(200, answer.statusCode(), path);
      assertFalse(answer.body().contains(CANARY), path);
      assertFalse(answer.body().matches("(?is).*(flag|hold|homework|worksheet)s? (to|on|wait).*"));
    }
  }

  @Test
  void what_is_foreign_and_what_is_not_there_look_the_same() {
    Browser tom = browsers.get(Practice.TOM);
    HttpResponse<String> foreign = tom.get("/clients/amara/log");
    HttpResponse<String> missing = tom.get("/clients/nobody/log");
    assertEquals(missing.statusCode(), foreign.statusCode());
    assertEquals(missing.body(), foreign.body());
  }

  @Test
  void the_assigned_clinician_opens_every_page() {
    for (Route route : ROUTES) {
      if (!route.method().equals("GET") || route.who() != For.CLINICIAN) continue;
      if (route.path().endsWith("/events")) continue; // a stream has no end to wait for
      HttpResponse<String> answer =
          route.path().equals("/risk/count")
              ? browsers.get(Practice.MAYA).json(route.path())
              : go(Practice.MAYA, route, "amara");
      assertEquals(200, answer.statusCode(), route.path());
    }
  }
}
