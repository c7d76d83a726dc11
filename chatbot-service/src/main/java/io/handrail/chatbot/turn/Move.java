package io.handrail.chatbot.turn;

import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyQuestion;
import java.util.List;
import java.util.Locale;
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

  /** What stays open during a hold and at every other time. */
  sealed interface Help extends Move {}

  /**
   * A step of the client's safety plan, walked in order.
   *
   * @param step from 1 to 6
   */
  record Walk(int step) implements Help {
    public static final int STEPS = 6;

    /** The step that follows; empty after the last. */
    public Optional<Walk> next() {
      return step < STEPS ? Optional.of(new Walk(step + 1)) : Optional.empty();
    }
  }

  /** Something that makes it hard to call, to be talked through. */
  record Hard(Barrier barrier) implements Help {}

  /** A way to feel steadier, chosen by the client. */
  record Steady(Steadying way) implements Help {}

  /** A step towards a person that is smaller than a call. */
  record Toward(SmallStep step) implements Help {}

  /**
   * New lines on the client's safety plan, written with care, that a clinician should see. It comes
   * from the plan's page and from no button in the chat.
   */
  record Noted(PlanStep step) implements Move {}

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

  /** The first tap at what stays open. */
  enum Support implements Help {
    NUMBERS,
    GROUNDING,
    BARRIERS
  }

  /**
   * Reads the form a page sends: {@code start:NAME}, {@code pick:ID,ID}, {@code goto:STEP}, {@code
   * measure:DEED,NAME,ITEM,VALUE}, {@code plan:NUMBER}, {@code safety:QUESTION,REPLY}, {@code
   * hard:BARRIER}, {@code steady:WAY}, {@code toward:STEP}, {@code noted:STEP}, a button's or a
   * support's name in lower case. Empty when it is none of these.
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
        case "hard" -> Barrier.read(rest).map(Hard::new);
        case "steady" -> Steadying.read(rest).map(Steady::new);
        case "toward" -> SmallStep.read(rest).map(Toward::new);
        case "noted" -> PlanStep.read(rest).map(Noted::new);
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
      case Hard hard -> "hard:" + hard.barrier().key();
      case Steady steady -> "steady:" + steady.way().key();
      case Toward toward -> "toward:" + toward.step().key();
      case Noted noted -> "noted:" + noted.step().key();
      case Safety safety ->
          "safety:"
              + safety.question().key()
              + ","
              + safety.reply().name().toLowerCase(Locale.ROOT);
      case Button button -> button.name().toLowerCase(Locale.ROOT);
      case Support support -> support.name().toLowerCase(Locale.ROOT);
    };
  }
}
