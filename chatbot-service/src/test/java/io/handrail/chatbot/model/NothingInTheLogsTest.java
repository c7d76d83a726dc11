package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.model.stub.Answers;
import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.chatbot.prompt.Prompts;
import io.handrail.chatbot.turn.Phrasing.Listener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NothingInTheLogsTest {
  private static final String SAID = "canary-said sad 80";
  private static final String ANSWERED = "canary-answered";

  @Test
  void no_log_line_at_any_level_holds_what_was_said_or_answered_or_the_key() {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    try (var stub = StubModel.start().answer(a -> Answers.good(a, ANSWERED + " one. And two?"))) {
      try (var phrasing = phrasing(stub)) {
        for (Mode mode : Mode.values()) {
          stub.mode(mode);
          phrasing.phrase(Cases.moods(ModelUse.GUIDED, SAID, Set.of("canary-name")), new Heard());
        }
        stub.mode(Mode.NORMAL);
        failing(phrasing);
      }
    } finally {
      root.detachAppender(lines);
      root.setLevel(before);
    }
    List<String> written = lines.list.stream().map(NothingInTheLogsTest::whole).toList();
    assertTrue(written.stream().anyMatch(l -> l.contains("model_timeout")), "faults are logged");
    for (String line : written) {
      assertFalse(line.contains("canary"), line);
      assertFalse(line.contains("secret-key"), line);
      assertFalse(line.contains("You are the wording part"), line);
    }
  }

  private static void failing(ModelPhrasing phrasing) {
    try {
      phrasing.phrase(
          Cases.moods(ModelUse.GUIDED, SAID, Set.of()),
          new Listener() {
            @Override
            public boolean captured(Map<String, Object> captures, String next) {
              return true;
            }

            @Override
            public boolean sentence(String sentence) {
              throw new IllegalStateException("the listener's own");
            }
          });
    } catch (IllegalStateException e) {
      assertEquals("the listener's own", e.getMessage());
    }
  }

  private static ModelPhrasing phrasing(StubModel stub) {
    return ModelPhrasing.from(
        new ModelSettings(
            stub.url(),
            "stub",
            Optional.of("secret-key"),
            Optional.empty(),
            false,
            new Deadlines(Duration.ofMillis(900), Duration.ofMillis(200), Duration.ofSeconds(3)),
            10_000_000,
            1_000_000,
            new ModelSettings.BreakerSettings(1000, 1000, Duration.ofSeconds(1))),
        Prompts.bundled(),
        Clock.systemUTC());
  }

  private static String whole(ILoggingEvent event) {
    String thrown =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown;
  }
}
