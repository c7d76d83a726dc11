package io.handrail.web.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.web.Browser;
import io.handrail.web.House;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
  private final House house = new House();
  private ApplicationContext chat;
  private Browser ana;

  @BeforeAll
  void open() {
    chat = house.service("chatbot");
    house.account(chat, "ana", House.ANA);
    ana = House.browser(chat);
    ana.signIn("ana", House.PASSWORD);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void a_fault_says_nothing_of_the_inside() {
    var page = ana.get("/rooms/breaks");
    assertEquals(500, page.statusCode());
    assertTrue(page.body().contains("Something went wrong on our side"), page.body());
    var script = ana.script("/rooms/breaks");
    assertEquals(500, script.statusCode());
    assertEquals("{\"fault\":\"broken\"}", script.body());
    for (String body : new String[] {page.body(), script.body()}) {
      assertFalse(body.contains("CANARY") || body.contains("Exception"), body);
    }
  }

  @Test
  void what_does_not_exist_and_what_is_not_yours_look_the_same() {
    var unknown = ana.get("/rooms/nowhere");
    var foreign = ana.get("/rooms/staff");
    var wrongMethod = ana.get("/rooms/say");
    assertEquals(404, unknown.statusCode());
    assertEquals(404, foreign.statusCode());
    assertEquals(unknown.body(), foreign.body());
    assertEquals(unknown.body(), wrongMethod.body());
    assertEquals("{\"fault\":\"not-found\"}", ana.script("/rooms/nowhere").body());
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    var large = ana.post("/rooms/say", Map.of("text", "x".repeat(300_000)));
    assertEquals(413, large.statusCode());
    assertTrue(large.body().contains("That was too long"), large.body());
  }

  @Test
  void nothing_is_unpacked() {
    var packed = ana.post("/rooms/say", Map.of("text", "x"), "Content-Encoding", "gzip");
    assertEquals(415, packed.statusCode());
  }

  @Test
  void a_body_that_cannot_be_read_is_not_repeated() {
    var broken = ana.raw("/rooms/say", "application/json", "{\"text\": CANARY");
    assertEquals(400, broken.statusCode());
    assertFalse(broken.body().contains("CANARY"), broken.body());
    assertFalse(broken.body().contains("json"), broken.body());
  }

  @Test
  void health_is_open_and_without_details() {
    var health = House.browser(chat).script("/health");
    assertEquals(200, health.statusCode());
    assertEquals("{\"status\":\"up\"}", health.body());
  }

  @Test
  void the_framework_s_own_doors_are_shut() {
    Browser stranger = House.browser(chat);
    for (String path :
        new String[] {
          "/login",
          "/logout",
          "/oauth/access_token",
          "/keys",
          "/token_info",
          "/beans",
          "/env",
          "/routes",
          "/loggers",
          "/stop"
        }) {
      assertNotEquals(200, stranger.script(path).statusCode(), path);
      assertEquals(404, ana.script(path).statusCode(), path);
    }
  }
}
