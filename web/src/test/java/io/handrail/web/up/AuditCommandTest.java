package io.handrail.web.up;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditPage;
import io.handrail.care.record.audit.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
  private static final ClinicId CLINIC = new ClinicId("harbour");
  @TempDir Path data;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int command(String... words) {
    said.reset();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return AuditCommand.run(List.of(words), data, Map.of(), out, out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private void store(Consumer<Shelves> acts) {
    var settings = new Settings(data, data, 0, 0, Optional.empty(), Clock.systemUTC());
    try (Store store = Store.open(settings, Map.of())) {
      acts.accept(store.shelves());
    }
  }

  @Test
  void a_trail_that_holds_gives_a_line_to_note_and_an_altered_one_fails() {
    assertEquals(2, command("check", "--data", data.resolve("nowhere").toString()));
    store(shelves -> {
      var trail = new AuditTrail(shelves, Clock.systemUTC());
      for (int i = 0; i < 60; i++) {
        trail.write(CLINIC, AuditDeed.of(AuditKind.SIGNED_IN, new StaffId(CLINIC, "maya")));
      }
    });
    assertEquals(0, command("check", "--data", data.toString()), said());
    assertTrue(said().matches("harbour  holds  60:[0-9a-f]{64}\n"), said());
    String noted = said().substring(said().indexOf("60:")).strip();
    String[] again = {"check", "--data", data.toString(), "--clinic", "harbour", "--noted", noted};
    assertEquals(0, command(again), said());
    store(shelves ->
        shelves
            .auditPages()
            .change(
                new OfClinic<>(CLINIC, 1),
                p -> new AuditPage(p.before(), p.first(), p.entries().subList(0, 4))));
    assertEquals(1, command(again), said());
    assertEquals("harbour  BROKEN at entry 55: entries are missing\n", said());
  }

  @Test
  void a_word_that_is_not_understood_is_said() {
    assertEquals(2, command());
    assertEquals(2, command("check", "--nonsense"));
    assertEquals(2, command("check", "--noted", "12"));
    assertEquals(0, command("--help"));
  }
}
