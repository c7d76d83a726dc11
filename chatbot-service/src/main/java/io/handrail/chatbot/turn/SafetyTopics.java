package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.safety.SafetyTopic;
import java.util.List;
import java.util.Set;

/** What a concern is about, by what the screen saw. */
final class SafetyTopics {
  /** Signals that say nothing of a wish to die by themselves. */
  private static final Set<String> OTHERWISE =
      Set.of("retraction_after_risk", "despair_after_risk", "safety_question_evaded");

  private SafetyTopics() {}

  /** Whether a wish or thoughts were heard in the very words. */
  static boolean suicidal(Screening own) {
    return own.signals().stream()
        .filter(s -> s.level().atLeast(Level.CONCERN) && !s.words().isBlank())
        .filter(s -> !s.name().startsWith("safety_") && !OTHERWISE.contains(s.name()))
        .anyMatch(s -> topic(s) == SafetyTopic.SUICIDE);
  }

  /** What the conversation is about: the most pressing signal decides. */
  static SafetyTopic of(Screening screening) {
    if (!screening.complete()) return SafetyTopic.UNREAD;
    List<SafetyTopic> topics =
        screening.signals().stream()
            .filter(s -> s.level().atLeast(Level.CONCERN))
            .map(SafetyTopics::topic)
            .toList();
    // Thoughts of dying come before whatever else was said.
    return topics.contains(SafetyTopic.SUICIDE)
        ? SafetyTopic.SUICIDE
        : topics.stream().findFirst().orElse(SafetyTopic.UNREAD);
  }

  private static SafetyTopic topic(Signal signal) {
    // What only sounds like it is named after the same things.
    String name = signal.name().replaceFirst("^sounds_like_", "");
    if (name.startsWith("screen_")) return SafetyTopic.UNREAD;
    if (name.startsWith("language_")) return SafetyTopic.LANGUAGE;
    if (name.startsWith("third_person")) return SafetyTopic.SOMEBODY;
    if (name.startsWith("self_harm")) return SafetyTopic.SELF_HARM;
    if (name.matches(".+_question_[0-9]+(_left_blank)?")) return SafetyTopic.ANSWER;
    return switch (name) {
      case "eating_disordered", "eating_disorder" -> SafetyTopic.EATING;
      case "psychosis",
          "hallucination",
          "delusion",
          "mania",
          "grandiosity",
          "sleepless_and_elated",
          "manic_episode" ->
          SafetyTopic.UNUSUAL;
      default -> SafetyTopic.SUICIDE;
    };
  }
}
