package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.Guidance.Pace;
import io.handrail.care.protocol.Advance.Happening;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a clinician's steering changes a scripted reply: which lines are said, never which step
 * follows. What a model is told of it stands in {@link CarePlan#notes()}.
 */
final class Steered {
  private static final int SAID_BEFORE_QUESTION = 1;

  /** A longer sentence than this, before a question, is not little. */
  private static final int WORDS_BEFORE_QUESTION = 12;

  private Steered() {}

  static Reply by(CarePlan plan, Reply reply, Turn opened, Sitter sitter, Optional<Move> move) {
    if (!(reply.outcome() instanceof Outcome.Scripted)) return reply;
    var lines = new ArrayList<Line>();
    var happened = new ArrayList<>(reply.happened());
    Optional<String> topic = avoided(plan, opened);
    if (topic.isPresent()) {
      String clinician = sitter.clinicianOr("limit.therapist");
      lines.add(
          Line.script(
              Kind.SAY, sitter.scripts().vary("steer.avoid", opened.id().seq(), clinician)));
      happened.add(new Happening.Noted("topic", topic.get()));
    }
    if (begins(move) && !plan.bounds().explore().isEmpty()) {
      String agreed = String.join(", ", plan.bounds().explore());
      String clinician = sitter.clinicianOr("limit.therapist");
      lines.add(Line.script(Kind.SAY, sitter.scripts().say("steer.explore", clinician, agreed)));
    }
    boolean shorter = plan.steered().pace() == Pace.SHORTER && !asksForMore(move);
    lines.addAll(shorter ? shortened(reply.lines()) : reply.lines());
    return new Reply(
        lines, reply.outcome(), reply.provenance(), reply.after(), happened, reply.flags());
  }

  private static boolean begins(Optional<Move> move) {
    return move.filter(m -> m instanceof Move.Start start && start.protocol().equals("check_in"))
        .isPresent();
  }

  private static boolean asksForMore(Optional<Move> move) {
    return move.filter(
            m -> m == Move.Button.WHY || m == Move.Button.EXAMPLE || m == Move.Button.HINT)
        .isPresent();
  }

  /** The question and what leads to it; where no question is asked nothing is left out. */
  private static List<Line> shortened(List<Line> lines) {
    if (lines.stream().noneMatch(line -> line.kind() == Kind.ASK)) return lines;
    var kept = new ArrayList<Line>();
    int said = 0;
    for (Line line : lines) {
      if (line.kind() == Kind.TEACH) continue;
      boolean wordy = line.text().strip().split("\\s+").length > WORDS_BEFORE_QUESTION;
      if (line.kind() == Kind.SAY && (wordy || ++said > SAID_BEFORE_QUESTION)) continue;
      kept.add(line);
    }
    return kept;
  }

  /** A topic that is left to the sessions and that these words name. */
  private static Optional<String> avoided(CarePlan plan, Turn opened) {
    if (!(opened.opening() instanceof Opening.Said said)) return Optional.empty();
    String words = folded(said.text());
    return plan.bounds().avoid().stream().filter(topic -> names(words, folded(topic))).findFirst();
  }

  private static boolean names(String words, String topic) {
    return !topic.isBlank()
        && Pattern.compile("(?<!\\p{L})" + Pattern.quote(topic) + "(?:s|es)?(?!\\p{L})")
            .matcher(words)
            .find();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
