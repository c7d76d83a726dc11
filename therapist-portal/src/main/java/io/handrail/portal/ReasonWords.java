package io.handrail.portal;

import static io.handrail.portal.Spoken.counted;

import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Level;
import io.handrail.care.review.Reason;
import java.time.Duration;

/** Says why a client stands where they stand, and where the clinician acts on it. */
public final class ReasonWords {

  private ReasonWords() {}

  /**
   * A reason in words.
   *
   * @param href where the clinician acts on it
   */
  public record Why(String text, String href) {}

  public static Why of(Reason reason, Client client, Frame frame) {
    String id = client.id().value();
    String chart = "/clients/" + id;
    return switch (reason) {
      case Reason.Held held -> new Why("Exercises are on hold", "/risk#" + id);
      case Reason.OpenFlags flags -> new Why(flags(flags, frame), "/risk#" + id);
      case Reason.TakenOver taken ->
          new Why(
              "The chat is taken over since " + frame.said(taken.since()) + "; the program waits",
              chart + "/live");
      case Reason.ReplyWaiting reply ->
          new Why(
              "A reply waits for your yes since " + frame.said(reply.since()), "/replies#" + id);
      case Reason.Worse worse ->
          new Why(
              Spoken.measure(worse.instrument())
                  + " went from "
                  + worse.before()
                  + " to "
                  + worse.now()
                  + ", more than ordinary ups and downs",
              chart + "/measures");
      case Reason.LeftPartWay left -> new Why(partWay(left, frame), chart + "/measures");
      case Reason.HomeworkWaiting waiting ->
          new Why(
              counted(waiting.count(), "piece", "pieces") + " of homework to decide",
              chart + "/homework");
      case Reason.SafetyPlanWaiting plan ->
          new Why(
              counted(plan.steps(), "step", "steps") + " of the safety plan to check",
              chart + "/safety-plan");
      case Reason.Unread unread -> new Why(unread(unread), chart + "/log");
      case Reason.Overdue overdue -> new Why(overdue(overdue, frame), chart + "/log");
      case Reason.ToBeRead finished -> new Why(finished(finished, frame), chart + "/log");
      case Reason.Rising rising ->
          new Why(
              "Writes more: from "
                  + rising.before()
                  + " to "
                  + rising.lately()
                  + " messages in two weeks",
              chart + "/ending");
      case Reason.Quiet quiet -> new Why("Quiet for " + counted(quiet.days(), "day"), chart);
      case Reason.NotStarted none ->
          new Why(
              (none.invited() ? "Invited " : "Enrolled ")
                  + frame.said(none.since())
                  + (none.invited() ? ", has not joined yet" : ", has not written yet"),
              chart);
    };
  }

  private static String partWay(Reason.LeftPartWay left, Frame frame) {
    String blanks =
        left.blanks().isEmpty()
            ? ""
            : "; question " + left.blanks().getFirst().replace("q", "") + " has no answer";
    return Spoken.measure(left.instrument())
        + " left part way "
        + frame.said(left.since())
        + blanks;
  }

  private static String flags(Reason.OpenFlags flags, Frame frame) {
    String waited = Spoken.span(Duration.between(flags.oldest(), frame.now()));
    return counted(flags.count(), "flag")
        + " to answer"
        + (flags.highest() == Level.CRISIS ? " now" : " the same working day")
        + ", waiting "
        + waited;
  }

  private static String unread(Reason.Unread unread) {
    String entries = counted(unread.turns(), "new entry", "new entries");
    return switch (unread.highest()) {
      case NONE -> entries;
      case WATCH, CONCERN, CRISIS -> entries + ", some to read closely";
    };
  }

  private static String overdue(Reason.Overdue overdue, Frame frame) {
    return "Review due: "
        + overdue
            .last()
            .map(last -> "last read " + frame.said(last))
            .orElse("not read yet, " + counted(overdue.days(), "day") + " in your care");
  }

  private static String finished(Reason.ToBeRead finished, Frame frame) {
    String what = "Finished " + Spoken.plain(finished.protocol());
    String by = Spoken.day(finished.due(), frame.now(), frame.zone());
    return finished.past() ? what + " not read yet, due " + by : what + " to be read by " + by;
  }
}
