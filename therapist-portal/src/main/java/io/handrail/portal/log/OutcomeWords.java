package io.handrail.portal.log;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Outcome;
import io.handrail.portal.Spoken;

/** Says how a turn ended. */
final class OutcomeWords {

  private OutcomeWords() {}

  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Replied replied -> "Phrased by the model " + replied.model();
      case Outcome.Scripted scripted -> "Scripted wording: " + because(scripted.because());
      case Outcome.Held held -> "The exercise did not go on: " + limit(held.by());
      case Outcome.Escalated escalated ->
          escalated.level() == Level.CRISIS
              ? "The exercise stopped; the crisis reply was shown"
              : "The exercise paused; direct safety questions were shown";
      case Outcome.Withheld withheld ->
          "The guard refused the model's draft; the scripted wording was shown";
      case Outcome.AwaitingApproval waiting -> "The reply waits for approval";
      case Outcome.TakenOver taken -> taken.by() + " was writing; the program was silent";
      case Outcome.Unavailable fault ->
          "Something failed on our side and the client was told: " + Spoken.plain(fault.fault());
      case Outcome.Noted noted -> "";
    };
  }

  static String tone(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Escalated escalated -> "urgent";
      case Outcome.Held held -> "notice";
      case Outcome.Withheld withheld -> "notice";
      case Outcome.AwaitingApproval waiting -> "notice";
      case Outcome.Unavailable fault -> "notice";
      case Outcome.TakenOver taken -> "plain";
      case Outcome.Replied replied -> "plain";
      case Outcome.Scripted scripted -> "plain";
      case Outcome.Noted noted -> "plain";
    };
  }

  /** The reasons are names of the spine; one that is not known here is said as it stands. */
  private static String because(String reason) {
    return switch (reason) {
      case "tapped" -> "the client tapped";
      case "model_off" -> "the model is off";
      case "model_timeout" -> "the model took too long";
      case "model_down" -> "the model could not be reached";
      case "model_invalid" -> "the model's answer did not fit the step";
      case "off_step" -> "the model left the step";
      case "as_written" -> "a text of the exercise is said as it is written";
      case "budget" -> "the model's budget is spent";
      case "safety" -> "the safety questions ended";
      case "recovered" -> "finished after an interruption";
      default -> Spoken.plain(reason);
    };
  }

  private static String limit(String by) {
    return switch (by) {
      case "hold" -> "exercises are on hold";
      case "safety" -> "it rests after the safety questions until the client wants it";
      case "paused" -> "you paused the program";
      case "awaiting_approval" -> "a reply waits for a clinician\u2019s yes";
      case "minutes_a_day" -> "the day's minutes are used";
      case "messages_a_day" -> "the day's messages are used";
      case "hours" -> "outside the agreed hours";
      case "contraindicated" -> "something on the limits page speaks against this exercise";
      case "protocol_not_permitted" -> "this exercise is not permitted";
      case "no_plan" -> "no limits are set";
      default -> Spoken.plain(by);
    };
  }
}
