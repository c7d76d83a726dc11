package io.handrail.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route that the two routers know, tried by everybody it is not for, with the ids of a client
 * who is not theirs. The routes come from the routers themselves, so a new one is tried too.
 */
class IsolationTest {
  private static final String CANARY = "marzipan lighthouse";
  private static final String TASK_CANARY = "walk the velvet canal";
  private static final int ROUTES_LEAST = 30;
  @TempDir static Path data;
  private static StoredShelves shelves;
  private static ApplicationContext chat;
  private static ApplicationContext portal;
  private static String chatUrl;
  private static String portalUrl;
  private static final Map<String, SignIn> PEOPLE = new HashMap<>();
  private static ClientId victim;
  private static String flag;
  private static String run;
  private static String homework;
  private static String before;

  @BeforeAll
  static void open() {
    shelves = StoredShelves.inMemory();
    enrol();
    var settings =
        new Settings(Product.home(), data, 0, 0, Optional.empty(), Clock.systemUTC());
    chat = Contexts.builder("chatbot", 0, settings, shelves).start();
    portal = Contexts.builder("portal", 0, settings, shelves).start();
    chatUrl = "http://localhost:" + chat.getBean(EmbeddedServer.class).start().getPort();
    portalUrl = "http://localhost:" + portal.getBean(EmbeddedServer.class).start().getPort();
    live();
    before = picture(shelves);
  }

  @AfterAll
  static void close() {
    if (portal != null) portal.stop();
    if (chat != null) chat.stop();
    if (shelves != null) shelves.close();
  }

  private static void enrol() {
    var north = new MadeUpClinic(shelves, "north");
    PEOPLE.put("own clinician", north.staff("owner", Role.CLINICIAN));
    PEOPLE.put("colleague", north.staff("colleague", Role.CLINICIAN));
    PEOPLE.put("supervisor", north.staff("supervisor", Role.SUPERVISOR));
    PEOPLE.put("auditor", north.staff("auditor", Role.AUDITOR));
    PEOPLE.put("admin", north.staff("boss", Role.ADMIN));
    PEOPLE.put("victim", north.client("victim", "owner", false));
    PEOPLE.put("fellow client", north.client("fellow", "owner", false));
    var south = new MadeUpClinic(shelves, "south");
    PEOPLE.put("foreign clinician", south.staff("foreigner", Role.CLINICIAN));
    PEOPLE.put("foreign admin", south.staff("farboss", Role.ADMIN));
    PEOPLE.put("foreign client", south.client("stranger", "foreigner", false));
    victim = north.clientId("victim");
  }

  /** The victim leaves something of every kind: words, a worksheet, homework, a flag, a hold. */
  private static void live() {
    try (Device device = Device.signedIn(chatUrl, PEOPLE.get("victim"))) {
      device.tap("start:thought_record");
      device.say("On Tuesday at noon I saw the " + CANARY + " and cried");
      for (int i = 0; i < 30 && homework == null; i++) {
        String step = step(device);
        switch (step) {
          case "thoughts" -> device.say("The " + CANARY + " is my fault");
          case "homework" -> device.tap("pick:change");
          case "homework_own" -> device.say(TASK_CANARY);
          case "homework_when" -> device.say("Wednesday after dinner");
          default -> device.tap("skip");
        }
        homework =
            shelves.homework().get(victim).map(b -> b.items().getFirst().id()).orElse(null);
      }
      device.say("I want to kill myself at the " + CANARY);
    }
    run = shelves.exerciseIndex().get(victim).orElseThrow().entries().getFirst().run();
    flag = shelves.riskQueues().get(victim.clinic()).orElseThrow().of(victim).getFirst().flag();
  }

  private static String step(Device device) {
    return device.get("/chat").body().replaceAll("(?s).*data-step=\"([a-z_]*)\".*", "$1");
  }

  /** Everything of the victim's that somebody could have changed. */
  private static String picture(Shelves from) {
    return String.join(
        "\n",
        from.turns().between(victim, 1, 1000).toString(),
        from.plans().get(victim).toString(),
        from.homework().get(victim).toString(),
        from.consents().get(victim).toString(),
        from.clients().get(victim).toString(),
        from.risk().get(new OfClient<>(victim, flag)).toString(),
        from.riskQueues().get(victim.clinic()).toString(),
        from.exercises().get(new OfClient<>(victim, run)).toString());
  }

  /** A route: method and template. */
  private record Route(String method, String template) {
    boolean streams() {
      return template.equals("/chat/events");
    }
  }

  private static List<Route> routes(ApplicationContext context) {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .map(r -> new Route(r.getHttpMethodName(), template(r)))
        .filter(r -> !r.method().equals("HEAD") && !r.method().equals("OPTIONS"))
        .distinct()
        .toList();
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }

  @Test
  void nobody_reads_or_changes_what_is_not_theirs_at_any_address_of_the_clients_service() {
    List<Route> routes = routes(chat);
    assertTrue(routes.size() > ROUTES_LEAST / 2, "routes: " + routes.size());
    var wrong = new TreeSet<String>();
    for (String who : List.of("nobody", "fellow client", "foreign client")) tryAll(chatUrl, routes, who, wrong);
    for (String who : List.of("own clinician", "admin")) tryAll(chatUrl, routes, who, wrong);
    assertEquals(Set.of(), wrong);
    assertEquals(before, picture(shelves), "nothing of the victim's changed");
  }

  @Test
  void nobody_reads_or_changes_what_is_not_theirs_at_any_address_of_the_portal() {
    List<Route> routes = routes(portal);
    assertTrue(routes.size() > ROUTES_LEAST / 2, "routes: " + routes.size());
    var wrong = new TreeSet<String>();
    for (String who :
        List.of(
            "nobody",
            "victim",
            "colleague",
            "supervisor",
            "auditor",
            "admin",
            "foreign clinician",
            "foreign admin")) {
      tryAll(portalUrl, withoutActsOf(who, routes), who, wrong);
    }
    assertEquals(Set.of(), wrong);
    assertEquals(before, picture(shelves), "nothing of the victim's changed");
  }

  /** An administrator of the clinic may assign and invite: that is their work, not a trespass. */
  private static List<Route> withoutActsOf(String who, List<Route> routes) {
    if (!who.equals("admin")) return routes;
    return routes.stream().filter(r -> !r.template().startsWith("/clinic")).toList();
  }

  @Test
  void the_owner_of_the_words_and_their_clinician_do_see_them() {
    try (Device own = Device.signedIn(portalUrl, PEOPLE.get("own clinician"));
        Device client = Device.signedIn(chatUrl, PEOPLE.get("victim"))) {
      assertTrue(own.get("/clients/victim/log").body().contains(CANARY));
      assertTrue(own.get("/clients/victim/homework").body().contains(TASK_CANARY));
      assertTrue(client.get("/records/" + run).body().contains(CANARY));
      assertTrue(client.get("/homework/" + homework).body().contains(TASK_CANARY));
    }
  }

  @Test
  void an_administrator_sees_who_is_enrolled_and_no_word_of_theirs() {
    try (Device admin = Device.signedIn(portalUrl, PEOPLE.get("admin"))) {
      List<String> pages = List.of("/clinic", "/clinic/clients/victim", "/clinic/invite");
      for (String page : pages) {
        HttpResponse<String> answer = admin.get(page);
        assertEquals(200, answer.statusCode(), page);
        assertFalse(leaks(answer.body()), page);
      }
      assertTrue(admin.get("/clinic").body().contains("Victim"));
    }
  }

  private static boolean leaks(String body) {
    return body.contains(CANARY) || body.contains(TASK_CANARY);
  }

  private static void tryAll(String base, List<Route> routes, String who, Set<String> wrong) {
    try (Device device =
        who.equals("nobody") || !signsInAt(base, who)
            ? new Device(base)
            : Device.signedIn(base, PEOPLE.get(who))) {
      for (Route route : routes) {
        // Signing out would end the trespasser's own session and prove nothing after it.
        if (route.template().startsWith("/sign-out") || route.streams()) continue;
        for (String path : paths(route.template())) attempt(device, who, route, path, wrong);
      }
    }
  }

  private static boolean signsInAt(String base, String who) {
    boolean client = PEOPLE.get(who).role().equals("client");
    return client == base.equals(chatUrl);
  }

  private static void attempt(
      Device device, String who, Route route, String path, Set<String> wrong) {
    HttpResponse<String> answer;
    if (route.method().equals("GET")) {
      answer = device.get(path);
    } else {
      answer = device.send(route.method(), path, "text/html", form());
    }
    String where = who + ": " + route.method() + " " + path + " -> " + answer.statusCode();
    if (leaks(answer.body())) wrong.add(where + " shows the victim's words");
    if (answer.statusCode() >= 500) wrong.add(where);
  }

  /** The template filled with what is the victim's. */
  private static List<String> paths(String template) {
    List<String> all = new ArrayList<>();
    for (String client : List.of("victim", "north%2Fvictim", "..%2Fnorth%2Fvictim")) {
      String path =
          template
              .replaceAll("\\{[?&#][^}]*}", "")
              .replaceAll("/clients/\\{id}", "/clients/" + client)
              .replaceAll("/homework/\\{id}", "/homework/" + homework)
              .replaceAll("\\{run}", run)
              .replaceAll("\\{code}", "AAAA-BBBB-CCCC")
              .replaceAll("\\{[^}]*}", "victim");
      if (!all.contains(path)) all.add(path);
    }
    return all;
  }

  /** Every field that any form has, all pointing at the victim. */
  private static String form() {
    Map<String, String> fields = new HashMap<>();
    fields.put("id", "trespass-" + System.nanoTime());
    fields.put("text", "");
    fields.put("flag", flag);
    fields.put("action", "I did it");
    fields.put("note", "I release it");
    fields.put("homework", homework);
    fields.put("seen", "1");
    fields.put("decision", "approve");
    fields.put("comment", "mine now");
    fields.put("task", "another task");
    fields.put("paused", "true");
    fields.put("messages", "1");
    fields.put("model", "off");
    fields.put("protocols", "thought_record");
    fields.put("upTo", "5");
    fields.put("client", "victim");
    fields.put("clinician", "colleague");
    fields.put("code", "AAAA-BBBB-CCCC");
    fields.put("went", "yes");
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().replace(" ", "+"))
        .collect(Collectors.joining("&"));
  }
}
