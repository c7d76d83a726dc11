package io.handrail.chatbot.crisis;

import io.handrail.web.up.Attention;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Chooses the table when the service starts; no table stops a start. */
@Factory
class CrisisWiring {
  static final String TABLE = "HANDRAIL_CRISIS_TABLE";
  static final String KEY = "HANDRAIL_CRISIS_KEY";

  @Context
  NumbersFile numbers(Clock clock) {
    return chosen(System.getenv(), clock);
  }

  /** The health page says that the numbers need somebody; it never says that they are gone. */
  @Singleton
  Attention numbersAttention(NumbersFile numbers, Clock clock) {
    return () -> numbers.trouble(clock).map(trouble -> "crisis_table");
  }

  static NumbersFile chosen(Map<String, String> settings, Clock clock) {
    return NumbersFile.chosen(said(settings, TABLE).map(Path::of), said(settings, KEY), clock);
  }

  private static Optional<String> said(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
