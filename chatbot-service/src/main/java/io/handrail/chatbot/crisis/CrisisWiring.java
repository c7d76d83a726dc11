package io.handrail.chatbot.crisis;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
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

  static NumbersFile chosen(Map<String, String> settings, Clock clock) {
    return NumbersFile.chosen(said(settings, TABLE).map(Path::of), said(settings, KEY), clock);
  }

  private static Optional<String> said(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
