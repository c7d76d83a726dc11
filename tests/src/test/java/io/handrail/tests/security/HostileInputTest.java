package io.handrail.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.stage.Device;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Input that nobody sends by mistake. */
class HostileInputTest extends TwoServices {
  private static final String MARKUP =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus=alert(3) {{7*7}} ${7*7}";
  private static final List<String> ODD =
      List.of(
          "-1",
          "0",
          "99999999999999999999",
          "NaN",
          "%00",
          "%ff",
          "'",
          "%F0%9F%98%80",
          "..%2f..%2fetc%2fpasswd",
          "a".repeat(3000));

  @Test
  void no_odd_address_makes_a_service_fail() {
    var wrong = new TreeSet<String>();
    try (Device clinician = Device.signedIn(portalUrl, PEOPLE.get("own clinician"));
        Device client = Device.signedIn(chatUrl, PEOPLE.get("victim"))) {
      for (String odd : ODD) {
        for (String path :
            List.of(
                "/clients/victim/log?page=" + odd,
                "/clients/victim/log?turn=" + odd,
                "/clients/" + odd,
                "/clients/" + odd + "/log",
                "/clients/victim/exercises/" + odd,
                "/clinic/clients/" + odd,
                "/caseload?" + odd + "=" + odd)) {
          notFailing(clinician, path, wrong);
        }
        for (String path :
            List.of(
                "/chat?from=" + odd,
                "/records/" + odd,
                "/homework/" + odd,
                "/join/" + odd,
                "/join?code=" + odd,
                "/help-now?region=" + odd,
                "/sign-in?to=" + odd,
                "/sign-in?lang=" + odd,
                "/session/renew?to=" + odd,
                "/assets/" + odd)) {
          notFailing(client, path, wrong);
        }
      }
    }
    assertEquals(Set.of(), wrong);
  }

  private static void notFailing(Device device, String path, Set<String> wrong) {
    HttpResponse<String> answer = device.get(path);
    if (answer.statusCode() >= 500) wrong.add(path.substring(0, Math.min(60, path.length())));
    if (answer.body().contains("Exception") || answer.body().contains("io.handrail")) {
      wrong.add("tells of the inside: " + path);
    }
  }

  @Test
  void a_message_that_cannot_be_taken_is_refused_and_none_makes_the_service_fail() {
    try (Device device = Device.signedIn(chatUrl, PEOPLE.get("fellow client"))) {
      String id = "\"id\":\"odd-message-0001\"";
      for (String json :
          List.of(
              "",
              "{",
              "[]",
              "null",
              "{}",
              "{\"text\":\"no id\"}",
              "{\"id\":\"x\",\"text\":\"short id\"}",
              "{" + id + ",\"text\":\"   \"}",
              "{" + id + ",\"move\":\"dance\"}",
              "{" + id + ",\"move\":\"pick:\"}",
              "{" + id + ",\"text\":\"" + "long ".repeat(1000) + "\"}",
              "{" + id + ",\"text\":\"" + "x".repeat(400_000) + "\"}")) {
        int status = device.stream("/chat/messages", json).statusCode();
        String shown = json.substring(0, Math.min(50, json.length()));
        assertTrue(status >= 400 && status < 500, status + " for " + shown);
      }
      assertTrue(shelves.turns().last(clientId("fellow"), 1).isEmpty(), "nothing was taken");
    }
  }

  @Test
  void what_a_client_writes_is_text_on_every_page() {
    try (Device client = Device.signedIn(chatUrl, PEOPLE.get("foreign client"));
        Device clinician = Device.signedIn(portalUrl, PEOPLE.get("foreign clinician"))) {
      assertTrue(client.tap("start:thought_record").whole());
      Device.Reply reply = client.say("At work on Monday " + MARKUP + " and I cried");
      assertTrue(reply.whole());
      client.tap("stop");
      for (String path : List.of("/chat", "/records", "/")) escaped(client.get(path), path);
      for (String path : List.of("/clients/stranger", "/clients/stranger/log", "/caseload")) {
        escaped(clinician.get(path), path);
      }
      String log = clinician.get("/clients/stranger/log").body();
      assertTrue(log.contains("&lt;script&gt;"), "the words are there, as text");
      assertTrue(log.contains("${7*7}"), "and are no template");
    }
  }

  private static void escaped(HttpResponse<String> answer, String path) {
    assertEquals(200, answer.statusCode(), path);
    assertFalse(answer.body().contains("<script>alert"), path);
    assertFalse(answer.body().contains("<img src=x"), path);
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("script-src 'self'"), path);
  }

  @Test
  void what_changes_something_is_taken_from_our_own_pages_alone() {
    try (Device device = Device.signedIn(chatUrl, PEOPLE.get("fellow client"))) {
      String body = "id=cross-site-0001&text=" + URLEncoder.encode("hello", StandardCharsets.UTF_8);
      int status = device.sendFrom("http://evil.example", "/chat/messages", body).statusCode();
      assertEquals(403, status);
      assertTrue(shelves.turns().last(clientId("fellow"), 1).isEmpty(), "nothing was taken");
    }
  }
}
