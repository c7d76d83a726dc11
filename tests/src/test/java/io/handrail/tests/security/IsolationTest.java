package io.handrail.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.stage.Device;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every route that the two routers know, tried by everybody it is not for, with the ids of a client
 * who is not theirs. The routes come from the routers themselves, so a new one is tried too.
 */
class IsolationTest extends TwoServices {
  private static final int ROUTES_LEAST = 30;

  @Test
  void nobody_reads_or_changes_what_is_not_theirs_at_any_address_of_the_clients_service() {
    List<Route> routes = routes(chat);
    assertTrue(routes.size() > ROUTES_LEAST / 2, "routes: " + routes.size());
    var wrong = new TreeSet<String>();
    for (String who : List.of("nobody", "fellow client", "foreign client"))
      tryAll(chatUrl, routes, who, wrong);
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
