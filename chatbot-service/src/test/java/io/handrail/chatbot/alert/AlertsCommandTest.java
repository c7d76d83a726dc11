package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.alert.Channel;
import io.handrail.care.conversation.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees in a shell. */
class AlertsCommandTest {
  @TempDir Path data;
  private final Clinic clinic = new Clinic();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(String... words) {
    out.reset();
    errors.reset();
    return AlertsCommand.run(
        List.of(words),
        data,
        clinic.clock,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  private void written() throws IOException {
    Bulletin.read(clinic.shelves, clinic.clock.instant()).write(data);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String wrong() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void it_lists_what_is_open_without_a_name_or_a_word() throws IOException {
    clinic.raise(Level.CRISIS);
    clinic.node("a", new Bag(Channel.EMAIL)).pass();
    written();
    clinic.clock.forward(Duration.ofSeconds(4));
    assertEquals(0, run("--data", data.toString()));
    assertTrue(said().contains("1 flag open. Written 4 s ago."), said());
    assertTrue(said().contains("harbour  answer now"), said());
    assertTrue(said().contains("told     clinician"), said());
    assertTrue(said().contains("email at "), said());
    assertTrue(said().contains("next     2026-03-04T10:57:00Z"), said());
    assertEquals("", wrong());
    String file = Files.readString(data.resolve(Bulletin.FILE));
    for (String text : List.of(said(), file)) {
      assertFalse(text.contains("amara"), text);
      assertFalse(text.contains("Obi"), text);
      assertFalse(text.contains(Clinic.WORDS), text);
    }
  }

  @Test
  void trouble_is_said_with_its_mend() throws IOException {
    clinic.raise(Level.CRISIS);
    clinic.node("a").pass();
    written();
    assertEquals(0, run("--data", data.toString()));
    assertTrue(said().contains("TROUBLE"), said());
    assertTrue(said().contains("HANDRAIL_SMTP_URL"), said());
  }

  @Test
  void a_list_that_is_not_refreshed_is_a_failure() throws IOException {
    written();
    assertEquals(0, run("--data", data.toString()));
    assertTrue(said().contains("No flag is open."));
    clinic.clock.forward(Duration.ofMinutes(9));
    assertEquals(1, run("--data", data.toString()));
    assertTrue(wrong().contains("has not refreshed this list for 9 min"), wrong());
  }

  @Test
  void no_list_and_a_damaged_one_are_said_plainly() throws IOException {
    assertEquals(1, run("--data", data.toString()));
    assertTrue(wrong().contains("Is the service running there?"));
    Files.writeString(data.resolve(Bulletin.FILE), "{\"writtenAt\":");
    assertEquals(1, run("--data", data.toString()));
    assertTrue(wrong().contains("damaged"));
    assertEquals(2, run("--colour"));
  }
}
