package io.handrail.chatbot.crisis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.record.Ed25519;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose numbers are shown: never nobody's. */
class NumbersFileTest {
  private static final Clock IN_TIME = on("2026-12-01");
  private static final Clock LATE = on("2027-06-01");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  @TempDir Path folder;
  private Path table;
  private Path secret;
  private String key;

  private static Clock on(String day) {
    return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
  }

  @BeforeEach
  void a_table_of_the_clinics_own_is_signed() throws IOException {
    table = folder.resolve("ours.yaml");
    secret = folder.resolve("secret.key");
    assertEquals(0, run("key", secret.toString()));
    key = out.toString(StandardCharsets.UTF_8).strip();
    try (InputStream in = NumbersFile.class.getResourceAsStream(NumbersFile.BUILT_IN)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      write(text.replace("clinical lead", "Dr Obi").replace("2026-11-21", "2026-11-30"));
    }
    assertEquals(0, run("sign", table.toString(), secret.toString()));
  }

  private void write(String text) throws IOException {
    Files.writeString(table, text);
  }

  private int run(String... words) {
    out.reset();
    errors.reset();
    return CrisisTableCommand.run(
        List.of(words),
        IN_TIME,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private NumbersFile chosen(Clock clock) {
    return CrisisWiring.chosen(
        Map.of(CrisisWiring.TABLE, table.toString(), CrisisWiring.KEY, key), clock);
  }

  private void builtInWithAlarm(String why) {
    NumbersFile shown = chosen(IN_TIME);
    assertEquals(NumbersFile.builtIn().content(), shown.content());
    assertTrue(shown.trouble(IN_TIME).orElseThrow().contains(why), shown::toString);
  }

  @Test
  void the_table_that_came_with_the_program_is_signed_as_it_is() {
    assertEquals(Optional.empty(), NumbersFile.builtIn().refused());
    assertEquals(Optional.empty(), NumbersFile.builtIn().trouble(IN_TIME));
    assertEquals(0, run("check"));
  }

  @Test
  void a_table_that_its_owner_signed_is_used() {
    NumbersFile shown = chosen(IN_TIME);
    assertEquals("Dr Obi", shown.owner());
    assertEquals(LocalDate.parse("2026-11-30"), shown.asOf());
    assertEquals(Optional.empty(), shown.trouble(IN_TIME));
    assertEquals(0, run("check", table.toString(), key));
  }

  @Test
  void one_changed_digit_and_the_programs_own_is_shown_and_it_is_said() throws IOException {
    write(Files.readString(table).replaceFirst("116 123", "116 124"));
    builtInWithAlarm("its signature is not by the owner of the key, or it was changed since");
    assertEquals(1, run("check", table.toString(), key));
  }

  @Test
  void somebody_elses_signature_counts_for_nothing() {
    assertTrue(
        CrisisWiring.chosen(Map.of(CrisisWiring.TABLE, table.toString()), IN_TIME)
            .refused()
            .isPresent());
    key = "no key at all";
    builtInWithAlarm("its signature is not by the owner of the key");
  }

  @Test
  void a_table_that_is_away_or_unsigned_leaves_the_programs_own() throws IOException {
    Files.delete(Path.of(table + NumbersFile.SEAL));
    builtInWithAlarm("there is no signature beside it");
    Files.delete(table);
    builtInWithAlarm("the file cannot be read");
  }

  @Test
  void a_signed_table_without_what_a_card_needs_is_not_used_and_not_signed() throws IOException {
    for (String lacking :
        List.of(
            Files.readString(table).replace("code: EU", "code: XX"),
            Files.readString(table).replaceAll("emergency: true, ", ""),
            Files.readString(table).replace("review_by", "later"),
            "regions: []",
            "not a table")) {
      write(lacking);
      assertEquals(1, run("sign", table.toString(), secret.toString()), lacking.substring(0, 11));
      Files.writeString(
          Path.of(table + NumbersFile.SEAL),
          Ed25519.sign(lacking.getBytes(StandardCharsets.UTF_8), Files.readString(secret)));
      builtInWithAlarm("is not used");
    }
  }

  @Test
  void past_its_review_a_table_is_shown_and_its_owner_is_asked_for() {
    NumbersFile shown = chosen(LATE);
    assertEquals("Dr Obi", shown.owner(), "it is newer than the program's own");
    assertEquals(
        "The crisis numbers of 2026-11-30 should have been checked by 2026-12-22. Ask their owner"
            + " (Dr Obi) to check and sign them again",
        shown.trouble(LATE).orElseThrow());
    assertFalse(shown.old(on("2026-12-22")), "the day itself is in time");
    assertTrue(NumbersFile.builtIn().trouble(LATE).isPresent());
  }

  @Test
  void past_its_review_and_older_than_the_programs_own_it_is_not_used() throws IOException {
    write(Files.readString(table).replace("2026-11-30", "2020-01-01"));
    assertEquals(0, run("sign", table.toString(), secret.toString()));
    NumbersFile shown = chosen(LATE);
    assertEquals("clinical lead", shown.owner());
    assertTrue(shown.trouble(LATE).orElseThrow().contains("older than the program's"));
  }

  @Test
  void a_key_is_never_overwritten_and_what_is_not_understood_is_refused() {
    assertEquals(1, run("key", secret.toString()));
    assertEquals(1, run("sign", table.toString(), table.toString()));
    assertEquals(2, run("shout"));
    assertEquals(0, run());
  }
}
