package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hears every client message first. Deterministic, in-process, no network; never throws. */
public interface Screen {

  Screening screen(Heard heard);

  /**
   * A message and its context.
   *
   * @param text as the client wrote it
   * @param language BCP 47 tag of the language the client works in
   * @param context the last lines of the conversation, oldest first
   * @param asked the question being answered; empty outside an exercise
   * @param carried the highest earlier level that still carries
   * @param sinceFlag time since the last flag was raised
   */
  record Heard(
      String text,
      String language,
      List<ContextLine> context,
      Optional<String> asked,
      Level carried,
      Optional<Duration> sinceFlag) {
    public Heard {
      context = List.copyOf(context);
    }
  }

  /** A line of the conversation. */
  record ContextLine(Role role, String text) {}

  /** Whose line it was. */
  enum Role {
    CLIENT,
    PROGRAM,
    PERSON
  }
}
