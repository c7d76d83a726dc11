package io.handrail.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.Role;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of crisis numbers grows old or is tampered with: who hears of it, and what is shown.
 */
class CrisisTableStoryTest {
  private static final String SOUND = "{\"status\":\"up\"}";
  private static final String WANTED = "{\"status\":\"up\",\"attention\":[\"crisis_table\"]}";
  private static final Duration SOON = Duration.ofSeconds(45);
  @TempDir Path folder;

  @Test
  void past_its_review_the_health_page_and_the_portal_say_so_and_the_card_stays() {
    try (OneRoof roof = OneRoof.open()) {
      var anybody = new Device(roof.chat());
      assertEquals(SOUND, anybody.get("/health").body());
      roof.later(Duration.ofDays(400));
      assertEquals(200, anybody.get("/health").statusCode());
      assertEquals(WANTED, anybody.get("/health").body());
      assertTrue(anybody.get("/help-now").body().contains("href=\"tel:999\""));
      Device desk = Device.signedIn(roof.portal(), roof.who("amara"));
      String warning = "should have been checked by";
      await(() -> desk.get("/risk").body().contains(warning), "the portal says it");
    }
  }

  @Test
  void a_table_that_was_changed_after_it_was_signed_is_not_shown_and_everybody_is_told()
      throws IOException {
    Path table = folder.resolve("numbers.yaml");
    Files.writeString(table, text("/crisis/numbers.yaml").replace("\"999\"", "\"0900 1234\""));
    Files.writeString(Path.of(table + ".sig"), text("/crisis/numbers.yaml.sig"));
    Path data = folder.resolve("data");
    Map<String, SignIn> people =
        MadeUpClinic.in(
            data,
            shelves -> {
              var clinic = new MadeUpClinic(shelves, "north");
              return Map.of("therapist", clinic.staff("therapist", Role.CLINICIAN, Role.ADMIN));
            });
    var start =
        Product.Start.on(data)
            .with("--empty")
            .jvm("-XX:TieredStopAtLevel=1")
            .environment(Map.of("HANDRAIL_CRISIS_TABLE", table.toString()));
    try (Product product = Product.start(start)) {
      var anybody = new Device(product.chat());
      assertEquals(WANTED, anybody.get("/health").body());
      String card = anybody.get("/help-now").body();
      assertTrue(card.contains("href=\"tel:999\""));
      assertFalse(card.contains("0900"));
      Device desk = Device.signedIn(product.portal(), people.get("therapist"));
      String warning = "its signature is not by the owner of the key, or it was changed since";
      for (String page : List.of("/risk", "/clinic")) {
        await(() -> desk.get(page).body().contains(warning), page + " says it");
      }
      assertTrue(product.log().contains("ALARM: "), "and so does the log");
    }
  }

  private static String text(String resource) throws IOException {
    try (var in = CrisisTableStoryTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static void await(BooleanSupplier so, String what) {
    long until = System.nanoTime() + SOON.toNanos();
    while (!so.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, what);
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
