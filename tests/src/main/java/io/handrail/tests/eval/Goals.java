package io.handrail.tests.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What the sessions come to, and what they should. */
final class Goals {
  private Goals() {}

  /**
   * A figure beside its goal.
   *
   * @param met whether the figure reaches it
   */
  record Goal(String name, String figure, String goal, boolean met) {}

  static List<Goal> of(List<GuideEval.Result> results) {
    int steps = sum(results, Figures::steps);
    int illegal = sum(results, f -> f.illegal().size());
    List<GuideEval.Result> cooperative =
        results.stream().filter(r -> r.persona().cooperative()).toList();
    double completed =
        share(sum(cooperative, Figures::finished), sum(cooperative, Figures::sittings));
    double talk = talk(exercises(results));
    List<GuideEval.Result> talks = exercises(results);
    double ratio = share(sum(talks, Figures::clientWords), sum(talks, Figures::programWords));
    int alarms = sum(results, Figures::alarms);
    int turns = sum(results, Figures::turns);
    int reframes = sum(results, Figures::reframes);
    double own = share(sum(results, Figures::ownWords), reframes);
    int questions = sum(results, Figures::manyQuestions);
    int tooLong = sum(results, Figures::longTurns);
    int repeated = sum(results, f -> f.repeated().size());
    return List.of(
        new Goal(
            "Steps that the file allows",
            percent(1 - share(illegal, steps)),
            "100 %",
            illegal == 0),
        new Goal("Finished, of those who mean to", percent(completed), ">= 90 %", completed >= 0.9),
        new Goal("Turns with more than one question", "" + questions, "0", questions == 0),
        new Goal("Turns too long (60 words, explaining 90)", "" + tooLong, "0", tooLong == 0),
        new Goal("Wordings heard twice in a conversation", "" + repeated, "0", repeated == 0),
        new Goal(
            "Clients' share of the words, where words are asked for",
            percent(talk),
            ">= 50 %",
            talk >= 0.5),
        new Goal(
            "Client words for each word of the program, ratings and taps included",
            String.format(Locale.ROOT, "%.2f", ratio),
            ">= 0.50",
            ratio >= 0.5),
        new Goal(
            "Messages of people at no risk that are met with a question about it",
            alarms + " of " + turns,
            "<= 2 %",
            share(alarms, turns) <= 0.02),
        new Goal("Reframes in the client's own words", percent(own), "100 %", own == 1));
  }

  /** What clients tell, over it and all that is shown to ask for it. */
  static double talk(List<GuideEval.Result> results) {
    int told = sum(results, Figures::toldWords);
    return share(told, told + sum(results, Figures::askedWords));
  }

  /** Of all words of a session: ratings, times, what is shown with them, and choices tapped. */
  static double all(List<GuideEval.Result> results) {
    int client = sum(results, Figures::clientWords);
    return share(client, client + sum(results, Figures::programWords));
  }

  /** The same with what was tapped left out. */
  static double written(List<GuideEval.Result> results) {
    int client = sum(results, Figures::writtenWords);
    return share(client, client + sum(results, Figures::programWords));
  }

  /** Those in which the client is meant to talk: a short read is read. */
  static List<GuideEval.Result> exercises(List<GuideEval.Result> results) {
    return results.stream().filter(r -> !r.heard().session().reading()).toList();
  }

  /** The same counts by a name of a session. */
  static Map<String, List<GuideEval.Result>> by(
      List<GuideEval.Result> results, java.util.function.Function<GuideEval.Result, String> name) {
    var groups = new LinkedHashMap<String, List<GuideEval.Result>>();
    for (GuideEval.Result result : results) {
      groups.computeIfAbsent(name.apply(result), n -> new java.util.ArrayList<>()).add(result);
    }
    return groups;
  }

  static int sum(List<GuideEval.Result> results, ToIntFunction<Figures> of) {
    return results.stream().map(GuideEval.Result::figures).mapToInt(of).sum();
  }

  static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
