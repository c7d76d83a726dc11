package io.handrail.chatbot.turn;

import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyQuestion;
import java.util.List;
import java.util.Optional;

/** Something a client taps that carries no words of their own. */
public sealed interface Move {

  /** Begin this protocol. */
  record Start(String protocol) implements Move {}

  /** Options of the waiting step, by id. */
  record Pick(List<String> options) implements Move {
    public Pick {
      options = List.copyOf(options);
    }
  }

  /**
   * Something done on a questionnaire.
   *
   * @param item the question it was done on; empty where it concerns the whole
   * @param value the answer; below 0 where there is none
   */
  record Measure(Deed deed, String instrument, String item, int value) implements Move {}

  /** What can be done on a questionnaire. */
  enum Deed {
    START,
    ANSWER,
    SKIP,
    BACK,
    /** Puts it aside, to be taken up again. */
    STOP,
    RESUME
  }

  /** To an earlier step. */
  record GoTo(String step) implements Move {}

  /**
   * A step of the client's safety plan, walked in order.
   *
   * @param step from 1 to 6
   */
  record Walk(int step) implements Move {
    public static final int STEPS = 6;

    /** The step that follows; empty after the last. */
    public Optional<Walk> next() {
      return step < STEPS ? Optional.of(new Walk(step + 1)) : Optional.empty();
    }
  }

  /** An answer to a direct safety question, tapped: yes, no, or rather not. */
  record Safety(SafetyQuestion question, SafetyAnswer.Reply reply) implements Move {
    private static Optional<Move> read(String text) {
      for (SafetyQuestion question : SafetyQuestion.values()) {
        for (SafetyAnswer.Reply reply : SafetyAnswer.Reply.values()) {
          var move = new Safety(question, reply);
          if (reply != SafetyAnswer.Reply.UNKNOWN && move.written().equals("safety:" + text)) {
            return Optional.of(move);
          }
        }
      }
      return Optional.empty();
    }
  }

  /** The buttons beside the box. */
  enum Button implements Move {
    BACK,
    SKIP,
    STOP,
    RESUME,
    WHY,
    EXAMPLE,
    HINT
  }

  /** What stays open during a hold and at every other time. */
  enum Support implements Move {
    NUMBERS,
    GROUNDING,
    BARRIERS
  }

  /**
   * Reads the form a page sends: {@code start:NAME}, {@code pick:ID,ID}, {@code goto:STEP}, {@code
   * measure:DEED,NAME,ITEM,VALUE}, {@code plan:NUMBER}, {@code safety:QUESTION,REPLY}, a button's
   * or a support's name in lower case. Empty when it is none of these.
   */
  static Optional<Move> read(String text) {
    if (text == null || text.length() > 400) return Optional.empty();
    int colon = text.indexOf(':');
    if (colon > 0) {
      String rest = text.substring(colon + 1);
      if (rest.isBlank()) return Optional.empty();
      return switch (text.substring(0, colon)) {
        case "start" -> Optional.of(new Start(rest));
        case "pick" -> Optional.of(new Pick(List.of(rest.split(","))));
        case "goto" -> Optional.of(new GoTo(rest));
        case "measure" -> MeasureMove.read(rest);
        case "plan" ->
            rest.matches("[1-" + Walk.STEPS + "]")
                ? Optional.of(new Walk(Integer.parseInt(rest)))
                : Optional.empty();
        case "safety" -> Safety.read(rest);
        default -> Optional.empty();
      };
    }
    for (Button button : Button.values()) {
      if (button.name().equalsIgnoreCase(text)) return Optional.of(button);
    }
    for (Support support : Support.values()) {
      if (support.name().equalsIgnoreCase(text)) return Optional.of(support);
    }
    return Optional.empty();
  }

  /** The form that {@link #read} takes and that the journal keeps. */
  default String written() {
    return switch (this) {
      case Start start -> "start:" + start.protocol();
      case Pick pick -> "pick:" + String.join(",", pick.options());
      case GoTo goTo -> "goto:" + goTo.step();
      case Measure measure -> MeasureMove.written(measure);
      case Walk walk -> "plan:" + walk.step();
      case Safety safety ->
          "safety:"
              + safety.question().key()
              + ","
              + safety.reply().name().toLowerCase(java.util.Locale.ROOT);
      case Button button -> button.name().toLowerCase(java.util.Locale.ROOT);
      case Support support -> support.name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
