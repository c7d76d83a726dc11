package io.handrail.chatbot.http;

import java.time.Instant;
import java.util.Optional;

/**
 * Who is responsible, as the client reads it.
 *
 * @param readAt when they last read the log; empty before the first time
 */
public record Therapist(String name, String initials, String title, Optional<Instant> readAt) {

  static String initials(String name) {
    var letters = new StringBuilder();
    for (String word : name.replaceAll("^(Dr|Dra|Prof|Mr|Mrs|Ms)\\.? ", "").split("[\\s-]+")) {
      if (!word.isEmpty() && letters.length() < 2) letters.appendCodePoint(word.codePointAt(0));
    }
    return letters.toString();
  }
}
