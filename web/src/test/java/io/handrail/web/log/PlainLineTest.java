package io.handrail.web.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class PlainLineTest {
  private final LoggerContext logs = new LoggerContext();

  private String line(String logger, String message, Throwable fault, Object... arguments) {
    Logger from = logs.getLogger(logger);
    return new PlainLine()
        .doLayout(new LoggingEvent("x", from, Level.WARN, message, fault, arguments));
  }

  @Test
  void an_exception_is_named_and_placed_but_never_quoted() {
    var fault = new IllegalStateException("CANARY-1", new IllegalArgumentException("CANARY-2"));
    String line = line("io.handrail.web.x", "fault at {}", fault, "/log/{client}");
    assertFalse(line.contains("CANARY"), line);
    assertTrue(line.contains("fault at /log/{client}"), line);
    assertTrue(line.contains("java.lang.IllegalStateException"), line);
    assertTrue(line.contains("caused by java.lang.IllegalArgumentException"), line);
    assertTrue(line.contains("PlainLineTest"), line);
  }

  @Test
  void a_library_s_message_is_cut_before_it_can_quote_anything() {
    assertTrue(
        line("de.bwaldvogel.x", "failed to handle {}", null, "CANARY")
            .endsWith("failed to handle\n"));
    assertTrue(
        line("io.micronaut.http.x", "Unexpected error occurred: CANARY", null)
            .endsWith("Unexpected error occurred\n"));
    assertEquals(-1, line("x.y", "bad value \"CANARY\"", null).indexOf("CANARY"));
  }
}
