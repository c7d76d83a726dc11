package io.handrail.portal.log;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.portal.Spoken;

/** Says what an exercise brought about. */
final class HappeningWords {

  private HappeningWords() {}

  static String of(Happening happening) {
    return switch (happening) {
      case Happening.Finished finished -> "Exercise finished";
      case Happening.Stopped stopped -> "Exercise stopped: " + stopped(stopped.why());
      case Happening.Noted noted ->
          "For the next session: " + Spoken.plain(noted.step()) + ", " + Spoken.plain(noted.why());
      case Happening.ForClinician asked ->
          "For you, the same working day: " + Spoken.plain(asked.why());
      case Happening.HomeworkAgreed homework ->
          "Homework proposed: "
              + homework.task()
              + (homework.when().isBlank() ? "" : ", ")
              + homework.when();
      case Happening.Added added ->
          "Put on " + Spoken.plain(added.part().replace('.', ',').replace(",", ", "));
      case Happening.BranchTo branch -> "Goes on with " + Spoken.plain(branch.protocol());
      case Happening.Ended ended ->
          Spoken.plain(ended.run().protocol().name()) + " kept as a worksheet";
      case Happening.ApprovalAsked asked -> "Your yes is asked for: " + asked.entry();
    };
  }

  private static String stopped(String why) {
    return switch (why) {
      case "client" -> "the client chose to";
      case "worse" -> "it made things worse";
      case "refusals" -> "no answer after several tries";
      default -> Spoken.plain(why);
    };
  }
}
