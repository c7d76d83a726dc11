package io.handrail.web.up;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a start is told.
 *
 * @param home the project's folder; {@code protocols/} and {@code prompts/} are in it
 * @param data the folder of everything that is kept
 * @param chatPort TCP port of the chatbot service; 0 takes any free one
 * @param portalPort TCP port of the therapist portal; 0 takes any free one
 * @param mongodb connection string of a real server; empty for the embedded one
 * @param clock what every service reads the time from
 */
public record Settings(
    Path home, Path data, int chatPort, int portalPort, Optional<String> mongodb, Clock clock) {

  public Path protocols() {
    return home.resolve("protocols");
  }

  public Path prompts() {
    return home.resolve("prompts");
  }

  /** Secrets that never leave this machine. */
  public Path keys() {
    return data.resolve("keys");
  }

  public Path logs() {
    return data.resolve("logs");
  }
}
