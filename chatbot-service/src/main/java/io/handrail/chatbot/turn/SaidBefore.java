package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Turns;
import io.handrail.care.protocol.Run;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the program has said in this conversation, so that a model says none of it again. The script
 * sees to that by itself.
 */
final class SaidBefore {
  /** Shorter statements are nods: "Thank you.", "I see." */
  private static final int WORDS = 4;

  /** More than any exercise takes. */
  private static final int TURNS_READ = 120;

  /** Quoted are the client's own words; the wording is what stands around them. */
  private static final Pattern QUOTED = Pattern.compile("[“\"«][^”\"»]*[”\"»]");

  private final Set<String> sentences = new HashSet<>();

  private SaidBefore() {}

  /**
   * Reads the turns of the exercise and of the sitting it is done in.
   *
   * @param recent the last turns, which spare reading more where they reach back far enough
   */
  static SaidBefore of(Turn opened, List<Turn> recent, Turns turns) {
    var said = new SaidBefore();
    long end = opened.id().seq() - 1;
    long first = Math.max(1, opened.id().seq() - TURNS_READ);
    boolean reaches =
        !recent.isEmpty()
            && (recent.getFirst().id().seq() <= first || !together(recent.getFirst(), opened));
    List<Turn> before =
        reaches || end < first ? recent : turns.between(opened.id().client(), first, end);
    before.stream().filter(turn -> together(turn, opened)).forEach(said::add);
    return said;
  }

  /** In the same sitting, or on the same exercise in an earlier one. */
  private static boolean together(Turn turn, Turn opened) {
    Optional<Run> run = opened.state().run();
    return turn.conversation().equals(opened.conversation())
        || run.isPresent() && turn.state().run().map(Run::id).equals(run.map(Run::id));
  }

  private void add(Turn turn) {
    for (Line line : turn.shown()) {
      if (line.speaker() == Speaker.PERSON) continue;
      Arrays.stream(line.text().split("(?<=[.!?])\\s+"))
          .filter(SaidBefore::counts)
          .map(SaidBefore::plain)
          .forEach(sentences::add);
    }
  }

  /** True for a question that was asked in these words, and for a statement that was made. */
  boolean has(String sentence) {
    return counts(sentence) && sentences.contains(plain(sentence));
  }

  private static boolean counts(String sentence) {
    String plain = plain(sentence);
    return !plain.isEmpty() && (sentence.contains("?") || plain.split(" ").length >= WORDS);
  }

  private static String plain(String sentence) {
    return Content.folded(QUOTED.matcher(sentence).replaceAll(" "));
  }
}
