package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Screen.ContextLine;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what must not be shown. Deterministic; nothing a model judges is needed; never throws.
 */
public interface Guard {

  /**
   * Findings on one sentence that is about to be shown, given those shown before it in this reply;
   * empty lets it pass.
   */
  List<Finding> sentence(String sentence, List<String> before, About about);

  /**
   * Whether a reply to this may be shown only once all of it is there: what the client said asks
   * for an answer that holds something, and no single sentence shows whether it does.
   */
  boolean wholeOnly(About about);

  /**
   * Whether what there is of a reply must wait for the rest before it is shown: it is not so
   * plainly good that no end could spoil it.
   */
  boolean waits(String sofar, About about);

  /** Findings on a whole reply, as {@code ./handrail guard} reports them. */
  List<Finding> whole(String reply, About about);

  /**
   * What a reply is about.
   *
   * @param said the client's message
   * @param level what the screen made of it
   * @param language BCP 47 tag of the client's language
   * @param context the last lines before it, oldest first
   * @param wordsMax the longest reply in words: about 60, or 90 for psychoeducation
   * @param asked the question that the step asks, where the reply has to keep to it; in the
   *     product's own turns {@link Leeway} sees to that and it is empty
   */
  record About(
      String said,
      Level level,
      String language,
      List<ContextLine> context,
      int wordsMax,
      Optional<String> asked) {
    public About {
      context = List.copyOf(context);
    }

    public About(
        String said, Level level, String language, List<ContextLine> context, int wordsMax) {
      this(said, level, language, context, wordsMax, Optional.empty());
    }
  }

  /**
   * Why a sentence is refused.
   *
   * @param violation one of the 15 names of Iftikhar et al. 2025, or one of our own
   * @param rule the rule that fired, for the log
   * @param words the words it rests on
   */
  record Finding(String violation, String rule, String words) {}
}
