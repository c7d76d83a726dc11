package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.web.Browser;
import io.handrail.web.House;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
  private final House house = new House();
  private ApplicationContext chat;
  private ApplicationContext portal;

  @BeforeAll
  void open() {
    chat = house.service("chatbot");
    portal = house.service("portal");
    house.account(chat, "ana", House.ANA);
    house.account(chat, "ben", House.BEN);
  }

  @AfterAll
  void close() {
    house.close();
  }

  private Browser signedIn(ApplicationContext service, String name) {
    Browser browser = House.browser(service);
    assertEquals(303, browser.signIn(name, House.PASSWORD).statusCode());
    return browser;
  }

  @Test
  void a_client_signs_in_and_is_who_the_session_says() {
    Browser ana = signedIn(chat, "ana");
    assertEquals("willow/ana", ana.get("/rooms/client").body());
    assertEquals(Set.of("handrail_chatbot", "handrail_chatbot_renewal"), ana.cookies.keySet());
  }

  @Test
  void cookies_are_http_only_and_lax_and_secure_over_https() {
    var plain = House.browser(chat).signIn("ana", House.PASSWORD);
    for (String cookie : plain.headers().allValues("Set-Cookie")) {
      assertTrue(
          cookie.toLowerCase().contains("httponly") && cookie.contains("SameSite=Lax"), cookie);
      assertFalse(cookie.contains("Secure"), cookie);
    }
    var https = house.service("chatbot", Map.of("handrail.https", true));
    var sealed = House.browser(https).signIn("ana", House.PASSWORD);
    for (String cookie : sealed.headers().allValues("Set-Cookie")) {
      assertTrue(cookie.contains("Secure"), cookie);
    }
  }

  @Test
  void a_token_for_one_service_is_refused_by_the_other() {
    Browser ana = signedIn(chat, "ana");
    Browser thief = House.browser(portal);
    thief.cookies.put("handrail_portal", ana.cookies.get("handrail_chatbot"));
    assertEquals(401, thief.script("/rooms/anyone-else").statusCode());
    assertEquals(401, thief.script("/rooms/client").statusCode());
    assertEquals(401, House.browser(portal).signIn("ana", House.PASSWORD).statusCode());
    assertEquals(401, House.browser(chat).signIn("ben", House.PASSWORD).statusCode());
  }

  @Test
  void the_wrong_kind_of_actor_finds_nothing() {
    Browser ben = signedIn(portal, "ben");
    assertEquals("willow/ben", ben.get("/rooms/staff").body());
    assertEquals(404, ben.get("/rooms/client").statusCode());
    assertEquals(404, ben.get("/rooms/admins").statusCode());
    assertEquals(404, ben.get("/rooms/nowhere").statusCode());
  }

  @Test
  void a_page_for_anyone_may_ask_who_is_there() {
    assertEquals("nobody", House.browser(chat).get("/rooms/anyone").body());
    assertTrue(signedIn(chat, "ana").get("/rooms/anyone").body().contains("ana"));
    assertTrue(signedIn(chat, "ana").get("/rooms/anyone").body().endsWith("and known"));
  }

  @Test
  void a_stranger_is_led_to_the_sign_in_and_back() {
    Browser stranger = House.browser(chat);
    var away = stranger.get("/rooms/client?page=2");
    assertEquals(303, away.statusCode());
    assertEquals(
        "/sign-in?to=%2Frooms%2Fclient%3Fpage%3D2", away.headers().firstValue("Location").get());
    var back =
        stranger.post(
            "/sign-in",
            Map.of("name", "Ana ", "password", House.PASSWORD, "to", "/rooms/client?page=2"));
    assertEquals("/rooms/client?page=2", back.headers().firstValue("Location").get());
    assertEquals(
        "sign-in",
        House.browser(chat).script("/rooms/client").headers().firstValue("Handrail-Session").get());
  }

  @Test
  void nobody_is_led_to_another_site() {
    for (String to :
        new String[] {
          "//evil.example",
          "https://evil.example",
          "/\\evil.example",
          "javascript:alert(1)",
          "/a\r\nSet-Cookie: x=y"
        }) {
      assertEquals("/", ReturnPath.checked(to), to);
    }
    assertEquals("/log/ana?page=2#t-3", ReturnPath.checked("/log/ana?page=2#t-3"));
  }

  @Test
  void a_lapsed_access_token_is_renewed_on_the_way_to_a_page() {
    try (House own = new House()) {
      var service = own.service("chatbot");
      own.account(service, "ana", House.ANA);
      Browser ana = House.browser(service);
      ana.signIn("ana", House.PASSWORD);
      own.clock.forward(Duration.ofMinutes(11));
      var lapsed = ana.get("/rooms/client");
      assertEquals(
          "/session/renew?to=%2Frooms%2Fclient", lapsed.headers().firstValue("Location").get());
      var renewed = ana.get("/session/renew?to=%2Frooms%2Fclient");
      assertEquals("/rooms/client", renewed.headers().firstValue("Location").get());
      assertEquals("willow/ana", ana.get("/rooms/client").body());
    }
  }

  @Test
  void a_form_on_its_way_keeps_its_content_through_a_renewal() {
    try (House own = new House()) {
      var service = own.service("chatbot");
      own.account(service, "ana", House.ANA);
      Browser ana = House.browser(service);
      ana.signIn("ana", House.PASSWORD);
      own.clock.forward(Duration.ofMinutes(11));
      Map<String, String> form = Map.of("text", "what I typed");
      var first = ana.post("/rooms/say", form);
      assertEquals(307, first.statusCode());
      var second = ana.post(first.headers().firstValue("Location").get(), form);
      assertEquals(307, second.statusCode());
      assertEquals("/rooms/say", second.headers().firstValue("Location").get());
      assertEquals("said what I typed", ana.post("/rooms/say", form).body());
    }
  }

  @Test
  void a_script_is_told_to_renew_and_can() {
    try (House own = new House()) {
      var service = own.service("chatbot");
      own.account(service, "ana", House.ANA);
      Browser ana = House.browser(service);
      ana.signIn("ana", House.PASSWORD);
      own.clock.forward(Duration.ofMinutes(11));
      var lapsed = ana.script("/rooms/client");
      assertEquals(401, lapsed.statusCode());
      assertEquals("renew", lapsed.headers().firstValue("Handrail-Session").get());
      assertEquals(200, ana.renew().statusCode());
      assertEquals(200, ana.script("/rooms/client").statusCode());
    }
  }

  @Test
  void a_renewal_token_shown_again_later_ends_the_whole_family() {
    try (House own = new House()) {
      var service = own.service("chatbot");
      own.account(service, "ana", House.ANA);
      Browser ana = House.browser(service);
      ana.signIn("ana", House.PASSWORD);
      String stolen = ana.cookies.get("handrail_chatbot_renewal");
      assertEquals(200, ana.renew().statusCode());
      assertNotEquals(stolen, ana.cookies.get("handrail_chatbot_renewal"));
      own.clock.forward(Duration.ofSeconds(21));
      Browser thief = House.browser(service);
      thief.cookies.put("handrail_chatbot_renewal", stolen);
      assertEquals(401, thief.renew().statusCode());
      assertEquals(401, ana.script("/rooms/client").statusCode());
      assertEquals(401, ana.renew().statusCode());
    }
  }

  @Test
  void fifty_renewals_at_once_leave_one_live_child() throws Exception {
    Browser ana = signedIn(chat, "ana");
    String parent = ana.cookies.get("handrail_chatbot_renewal");
    Callable<String> renewal =
        () -> {
          Browser tab = House.browser(chat);
          tab.cookies.put("handrail_chatbot_renewal", parent);
          assertEquals(200, tab.renew().statusCode());
          return tab.cookies.get("handrail_chatbot_renewal");
        };
    Set<String> children = new HashSet<>();
    try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = tabs.invokeAll(java.util.Collections.nCopies(50, renewal));
      for (var one : all) children.add(one.get());
    }
    assertEquals(1, children.size());
    assertFalse(children.contains(parent));
  }

  @Test
  void signing_out_ends_the_session_for_every_copy_of_the_token() {
    Browser ana = signedIn(chat, "ana");
    Browser copy = House.browser(chat);
    copy.cookies.putAll(ana.cookies);
    assertEquals(200, copy.script("/rooms/client").statusCode());
    ana.post("/sign-out", Map.of());
    assertTrue(ana.cookies.isEmpty());
    assertEquals(401, copy.script("/rooms/client").statusCode());
    assertEquals(401, copy.renew().statusCode());
  }

  @Test
  void a_closed_account_and_a_new_password_end_old_sessions_within_a_second() throws Exception {
    Accounts accounts = chat.getBean(Accounts.class);
    house.account(chat, "cleo", House.ANA);
    Browser cleo = signedIn(chat, "cleo");
    accounts.setPassword("cleo", "seven grey herons wading");
    assertEquals(401, cleo.script("/rooms/client").statusCode());
    assertEquals(401, cleo.renew().statusCode());
    Browser again = House.browser(chat);
    assertEquals(303, again.signIn("cleo", "seven grey herons wading").statusCode());
    // Changed on another node: this one learns of it within a second.
    house
        .shelves
        .accounts()
        .change(
            "cleo",
            a ->
                new io.handrail.care.access.Account(
                    a.name(), a.passwordHash(), a.actor(), false, a.generation(), a.since()));
    Thread.sleep(1050);
    assertEquals(401, again.script("/rooms/client").statusCode());
    assertEquals(401, House.browser(chat).signIn("cleo", "seven grey herons wading").statusCode());
  }

  @Test
  void signing_in_makes_new_tokens_and_ends_the_session_that_was_there() {
    Browser ana = signedIn(chat, "ana");
    String before = ana.cookies.get("handrail_chatbot_renewal");
    ana.signIn("ana", House.PASSWORD);
    assertNotEquals(before, ana.cookies.get("handrail_chatbot_renewal"));
  }
}
