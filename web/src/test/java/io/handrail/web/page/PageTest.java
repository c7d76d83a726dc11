package io.handrail.web.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.web.Browser;
import io.handrail.web.House;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
  private final House house = new House();
  private ApplicationContext chat;
  private Browser browser;

  @BeforeAll
  void open() {
    chat = house.service("chatbot");
    browser = House.browser(chat);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void what_a_person_wrote_is_escaped() {
    String page = browser.get("/rooms/page").body();
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertFalse(page.contains("<script>alert"), page);
  }

  @Test
  void an_empty_optional_is_missing_and_times_are_shown_in_words() {
    String page = browser.get("/rooms/page").body();
    assertTrue(page.contains("<p>here|none|"), page);
    assertTrue(page.contains("|Monday 2 March|2 Mar 2026|09:05|Sign in"), page);
  }

  @Test
  void the_browser_s_language_is_spoken_where_there_is_one() {
    String page = browser.get("/rooms/page", "Accept-Language", "fr, es-MX;q=0.8, en;q=0.2").body();
    assertTrue(page.contains("<html lang=\"es\">"), page);
    assertTrue(page.contains("|lunes 2 de marzo|"), page);
    String other = browser.get("/rooms/page", "Accept-Language", "fr").body();
    assertTrue(other.contains("<html lang=\"en\">"), other);
  }

  @Test
  void a_chosen_language_is_kept() {
    Browser own = House.browser(chat);
    assertTrue(own.get("/sign-in?lang=es").body().contains("Contraseña"));
    assertTrue(own.get("/sign-in").body().contains("Contraseña"));
    assertTrue(own.get("/sign-in?lang=xx").body().contains("lang=\"en\""));
  }

  @Test
  void a_readers_own_language_and_clock_win() {
    record Letter(String language, ZoneId zone, Instant at) implements Localised {}
    FreemarkerPages<?> pages = chat.getBean(FreemarkerPages.class);
    var late = Instant.parse("2026-03-02T23:30:00Z");
    String page = pages.text("letter", new Letter("es-MX", ZoneId.of("Europe/Madrid"), late), null);
    assertEquals("martes 3 de marzo 00:30 3 cosas 1 cosa", page.strip());
  }

  @Test
  void a_missing_word_or_value_is_a_fault_and_no_half_page() {
    var broken = browser.get("/rooms/broken-page");
    assertEquals(500, broken.statusCode());
    assertFalse(broken.body().contains("CANARY"), broken.body());
    assertThrows(Messages.Missing.class, () -> Messages.of("chatbot").text("es", "no.such.key"));
  }

  @Test
  void no_class_can_be_reached_from_a_template() {
    FreemarkerPages<?> pages = chat.getBean(FreemarkerPages.class);
    for (String view : new String[] {"reach-new", "reach-class", "reach-api"}) {
      assertThrows(FreemarkerPages.BrokenPage.class, () -> pages.text(view, new Object(), null));
    }
  }

  @Test
  void every_language_of_a_service_has_every_word() {
    assertEquals(Set.of("en", "es"), Messages.of("chatbot").languages());
    assertEquals(Set.of(), Messages.of("chatbot").gaps());
    assertEquals(Set.of(), Messages.of("portal").gaps());
  }

  @Test
  void an_asset_with_its_hash_is_kept_and_without_is_asked_for_each_time() {
    String page = browser.get("/sign-in").body();
    String address = page.replaceAll("(?s).*\"(/assets/shared/tokens.css[^\"]*)\".*", "$1");
    var kept = browser.get(address);
    assertEquals(200, kept.statusCode());
    assertTrue(kept.headers().firstValue("Cache-Control").get().contains("immutable"));
    assertTrue(kept.headers().firstValue("Content-Type").get().startsWith("text/css"));
    var asked = browser.get("/assets/shared/tokens.css");
    assertEquals("public, no-cache", asked.headers().firstValue("Cache-Control").get());
    String tag = asked.headers().firstValue("ETag").get();
    var again = browser.get("/assets/shared/tokens.css", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
  }

  @Test
  void assets_do_not_lead_out_of_their_folder() {
    Assets assets = new Assets();
    for (String path :
        new String[] {
          "../application.properties", "shared/../../views/room.ftlh", "/etc/passwd", "shared",
          "shared/", "a\0.css", "..%2f..%2fapplication.properties", "shared/nothing.css"
        }) {
      assertTrue(assets.find(path).isEmpty(), path);
    }
    assertNotEquals(200, browser.get("/assets/..%2f..%2fapplication.properties").statusCode());
  }

  @Test
  void fonts_are_there_whole() {
    var font = new Assets().find("shared/fonts/literata-latin-400-normal.woff2").orElseThrow();
    assertArrayEquals(
        "wOF2".getBytes(StandardCharsets.US_ASCII), java.util.Arrays.copyOf(font.bytes(), 4));
  }
}
