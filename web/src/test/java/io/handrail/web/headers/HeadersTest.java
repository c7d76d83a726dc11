package io.handrail.web.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.web.Browser;
import io.handrail.web.House;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
  private final House house = new House();
  private ApplicationContext chat;
  private Browser ana;
  private String host;

  @BeforeAll
  void open() {
    chat = house.service("chatbot");
    house.account(chat, "ana", House.ANA);
    ana = House.browser(chat);
    ana.signIn("ana", House.PASSWORD);
    host = "localhost:" + chat.getBean(EmbeddedServer.class).getPort();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void every_answer_carries_the_policy_faults_and_redirects_too() {
    for (String path :
        new String[] {
          "/sign-in",
          "/rooms/page",
          "/rooms/breaks",
          "/rooms/nowhere",
          "/health",
          "/session/renew",
          "/assets/shared/tokens.css",
          "/assets/none.css",
          "/rooms/client"
        }) {
      var headers = ana.get(path).headers();
      String policy = headers.firstValue("Content-Security-Policy").orElse("none at " + path);
      assertTrue(policy.startsWith("default-src 'self'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(path));
      assertEquals("same-origin", headers.firstValue("Referrer-Policy").orElse(path));
      if (!path.startsWith("/assets/shared")) {
        assertEquals("no-store", headers.firstValue("Cache-Control").orElse(path), path);
      }
      assertTrue(headers.firstValue("Strict-Transport-Security").isEmpty());
    }
    var https = house.service("chatbot", Map.of("handrail.https", true));
    assertTrue(
        House.browser(https)
            .get("/sign-in")
            .headers()
            .map()
            .containsKey("strict-transport-security"));
  }

  @Test
  void what_changes_something_has_to_come_from_our_own_pages() {
    Map<String, String> form = Map.of("text", "hello");
    assertEquals(200, ana.post("/rooms/say", form, "Origin", "http://" + host).statusCode());
    assertEquals(200, ana.post("/rooms/say", form, "Sec-Fetch-Site", "same-origin").statusCode());
    assertEquals(200, ana.post("/rooms/say", form).statusCode());
    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          "http://localhost:1",
          "http://" + host + ".evil.example",
          "http://" + host + "@evil.example",
          "%%%"
        }) {
      for (String path : new String[] {"/rooms/say", "/sign-in", "/sign-out", "/session/renew"}) {
        assertEquals(403, ana.post(path, form, "Origin", origin).statusCode(), path + origin);
      }
    }
    for (String site : new String[] {"cross-site", "same-site"}) {
      assertEquals(403, ana.post("/rooms/say", form, "Sec-Fetch-Site", site).statusCode());
    }
  }
}
