package io.handrail.chatbot.http;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is responsible, as the client reads it.
 *
 * @param readAt when the log was last read; empty before the first time
 * @param standsInFor the client's own therapist, where somebody stands in for them
 */
public record Therapist(
    String name,
    String initials,
    String title,
    Optional<Instant> readAt,
    Optional<String> standsInFor) {

  Therapist(String name, String initials, String title, Optional<Instant> readAt) {
    this(name, initials, title, readAt, Optional.empty());
  }

  static String initials(String name) {
    var letters = new StringBuilder();
    for (String word : name.replaceAll("^(Dr|Dra|Prof|Mr|Mrs|Ms)\\.? ", "").split("[\\s-]+")) {
      if (!word.isEmpty() && letters.length() < 2) letters.appendCodePoint(word.codePointAt(0));
    }
    return letters.toString();
  }
}
