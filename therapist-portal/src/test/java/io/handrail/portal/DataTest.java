package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.record.audit.AuditTrail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy of a record goes to its readers alone; its end takes two people and leaves a receipt. */
class DataTest {
  private static final String CANARY = "canary-of-amara-5521";
  private Practice practice;
  private Browser maya;
  private Browser ines;

  @BeforeEach
  void open() {
    practice = new Practice();
    Life amara = practice.client("amara", "Amara", Practice.MAYA);
    amara.says(Duration.ofHours(3), CANARY + " <b>", "What happened?");
    amara.proposes("h1", CANARY, "soon");
    amara.finishes("r1", Map.of("situation", CANARY));
    amara.measures("m1", Duration.ofDays(2), 2, 2, 2, 1, 1, 1, 1, 0, 0);
    maya = practice.signedIn(Practice.MAYA);
    ines = practice.signedIn(Practice.INES);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private List<String> kinds() {
    return practice
        .context()
        .getBean(AuditTrail.class)
        .before(Practice.HARBOUR, 0, 5)
        .reversed()
        .stream()
        .map(entry -> entry.deed().kind().name())
        .filter(kind -> kind.startsWith("COPY") || kind.startsWith("ERAS"))
        .toList();
  }

  private static Map<String, String> unzipped(byte[] file) {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return files;
  }

  @Test
  void the_clinician_takes_a_copy_in_five_forms() {
    Map<String, String> files = unzipped(maya.bytes("/clients/amara/data/copy"));
    assertEquals(
        List.of("README.txt", "fhir-bundle.json", "record.html", "record.json", "record.pdf"),
        List.copyOf(files.keySet()));
    assertTrue(files.get("record.html").contains(CANARY + " &lt;b&gt;"));
    assertTrue(files.get("record.json").contains(CANARY));
    assertTrue(files.get("record.pdf").startsWith("%PDF-"));
    assertTrue(files.get("fhir-bundle.json").contains("\"resourceType\": \"Bundle\""));
    assertTrue(files.get("fhir-bundle.json").contains("44261-6"), "the LOINC code of the PHQ-9");
    assertEquals(List.of("COPY_TAKEN"), kinds());
  }

  @Test
  void an_administrator_orders_a_copy_and_never_holds_it() {
    assertEquals(422, ines.post("/clinic/clients/amara/data/order", "to", "me").statusCode());
    String done = ines.submit("/clinic/clients/amara/data/order", "to", "clinician").body();
    assertTrue(done.contains("you do not get to see it"));
    assertEquals(404, ines.get("/clients/amara/data/copy").statusCode());
    assertFalse(ines.get("/clinic/clients/amara/data").body().contains(CANARY));
    assertTrue(maya.get("/clients/amara/data").body().contains("It waits for you"));
    maya.bytes("/clients/amara/data/copy");
    assertTrue(ines.get("/clinic/clients/amara/data").body().contains("It was fetched"));
    assertEquals(List.of("COPY_ORDERED", "COPY_TAKEN"), kinds());
  }

  @Test
  void an_erasure_takes_two_people_and_the_name() {
    ines.submit("/clinic/clients/amara/data/erasure");
    assertEquals(
        422, ines.post("/clinic/clients/amara/data/erasure/confirm", "sure", "Amara").statusCode());
    String wrong = "/clients/amara/data/erasure/confirm";
    assertEquals(422, maya.post(wrong, "sure", "Amira").statusCode());
    String receipt = maya.post(wrong, "sure", "amara").body();
    assertTrue(receipt.contains("Erased, and signed"), receipt);
    assertFalse(receipt.contains(CANARY));
    assertEquals(404, maya.get("/clients/amara/log").statusCode());
    assertEquals(200, maya.get("/caseload").statusCode());
    assertFalse(ines.get("/clinic").body().contains("Amara"));
    assertTrue(ines.get("/clinic/erasures").body().contains("Client number amara"));
    assertTrue(ines.get("/clinic/erasures/amara").body().contains("Erased, and signed"));
    byte[] paper = ines.bytes("/clinic/erasures/amara/pdf");
    assertTrue(new String(paper, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    assertEquals(404, maya.get("/clinic/erasures/amara").statusCode());
    String trail = ines.get("/audit?area=DATA").body();
    assertTrue(trail.contains("erased client amara"));
    assertTrue(trail.contains("The chain holds"));
    assertEquals(List.of("ERASURE_ASKED", "ERASURE_CONFIRMED", "ERASED"), kinds());
  }

  @Test
  void a_wish_can_be_taken_back_and_an_open_flag_comes_first() {
    ines.submit("/clinic/clients/amara/data/erasure");
    ines.submit("/clinic/clients/amara/data/erasure/withdraw");
    assertEquals(200, maya.get("/clients/amara/log").statusCode());
    practice
        .client("bela", "Bela", Practice.MAYA)
        .alarms(Duration.ofHours(1), "tonight", "tonight");
    ines.submit("/clinic/clients/bela/data/erasure");
    var refused = maya.post("/clients/bela/data/erasure/confirm", "sure", "Bela");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("A person answers"));
    assertEquals(List.of("ERASURE_ASKED", "ERASURE_WITHDRAWN", "ERASURE_ASKED"), kinds());
  }
}
