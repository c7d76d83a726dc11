package io.handrail.portal;

import io.handrail.care.conversation.Turn;
import io.handrail.care.safety.SafetyAnswer;
import java.util.List;

/**
 * Says how the program read an answer to a direct safety question. No level of risk is made of it.
 */
public final class SafetyAnswers {
  private SafetyAnswers() {}

  /** For example {@code read as: yes}. */
  public static String read(SafetyAnswer answer) {
    String meaning =
        switch (answer.reply()) {
          case YES -> "yes";
          case NO -> "no";
          case DECLINED -> "would rather not say";
          case UNKNOWN -> "unclear, asked twice; unknown, not a no";
        };
    return switch (answer.question()) {
      case RECENT -> "within three months: " + meaning;
      case HURT, WOUND, VOICES, BODY, WISH, THOUGHTS, METHOD, INTENT, PLAN, EVER -> meaning;
    };
  }

  /** What was answered in this turn, a sentence for each question. */
  public static List<String> in(Turn turn) {
    long seq = turn.id().seq();
    return turn.state().safety().stream()
        .flatMap(talk -> talk.answers().stream())
        .filter(answer -> answer.turn() == seq)
        .map(answer -> "Answer to “" + answer.asked() + "”, read as: " + read(answer))
        .toList();
  }
}
