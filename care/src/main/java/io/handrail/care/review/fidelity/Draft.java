package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drafted ratings of one conversation, each from what can be counted and nothing else. The bounds
 * are ours and await a clinician's check [K]; what cannot be counted is left to the clinician.
 */
public record Draft(List<Item> items) {
  private static final int TURNS_SHOWN = 6;

  /** Messages of a client under which nothing is counted. */
  public static final int MESSAGES_MIN = 3;

  public Draft {
    items = List.copyOf(items);
  }

  /**
   * One heading.
   *
   * @param score 0 to 6; empty where nothing that can be counted says anything
   * @param basis what was counted, in a sentence
   * @param turns journal places that speak for it, the first few
   * @param against journal places that speak against it, the first few
   */
  public record Item(
      Heading heading,
      Optional<Integer> score,
      String basis,
      List<Long> turns,
      List<Long> against) {
    public Item {
      turns = List.copyOf(turns);
      against = List.copyOf(against);
    }
  }

  public static Draft of(List<Turn> turns) {
    var counts = new Counts(turns);
    var items = new ArrayList<Item>();
    for (Heading heading : Heading.values()) items.add(item(heading, counts));
    return new Draft(items);
  }

  /** The drafted scores by the names of their headings. */
  public Map<String, Integer> scores() {
    var scores = new LinkedHashMap<String, Integer>();
    items.forEach(
        item -> item.score().ifPresent(score -> scores.put(item.heading().name(), score)));
    return scores;
  }

  private static Item item(Heading heading, Counts c) {
    if (heading != Heading.INTERPERSONAL && heading != Heading.STRATEGY && c.said < MESSAGES_MIN) {
      return none(heading, "Fewer than three messages: too little to count.");
    }
    return switch (heading) {
      case AGENDA -> agenda(c);
      case FEEDBACK ->
          scored(
              heading,
              2 * c.feedback.size(),
              (c.feedback.isEmpty()
                      ? "The client was not asked"
                      : times(
                          c.feedback.size(),
                          "The client was asked once",
                          "The client was asked %d times"))
                  + " whether that was right or how it was.",
              c.feedback,
              List.of());
      case UNDERSTANDING -> understanding(c);
      case COLLABORATION -> collaboration(c);
      case PACING -> pacing(c);
      case DISCOVERY -> discovery(c);
      case FOCUS ->
          scored(
              heading,
              round(6.0 * c.saidInSteps.size() / c.said),
              c.saidInSteps.size() + " of " + c.said + " messages were work on a step.",
              c.saidInSteps,
              c.saidBeside);
      case TECHNIQUE -> technique(c);
      case HOMEWORK ->
          c.finished.isEmpty() && c.homework.isEmpty()
              ? none(heading, "The exercise did not come to its end, where homework is agreed.")
              : scored(
                  heading,
                  c.homework.isEmpty() ? 1 : 5,
                  c.homework.isEmpty() ? "No homework was agreed." : "Homework was agreed.",
                  c.homework,
                  c.homework.isEmpty() ? c.finished : List.of());
      case INTERPERSONAL, STRATEGY -> none(heading, "Cannot be counted; read the conversation.");
    };
  }

  private static Item agenda(Counts c) {
    int score =
        (c.choices.isEmpty() ? 0 : 2)
            + (c.offStep.isEmpty() ? 2 : 0)
            + (c.finished.isEmpty() ? 0 : 2);
    String basis =
        (c.choices.isEmpty() ? "The client made no choice of their own" : "The client chose")
            + "; "
            + times(c.offStep.size(), "one reply left the step", "%d replies left the step")
            + "; "
            + (c.finished.isEmpty() ? "not brought to its end." : "brought to its end.");
    return scored(Heading.AGENDA, score, basis, join(c.choices, c.finished), c.offStep);
  }

  private static Item understanding(Counts c) {
    if (c.reflections.size() < 2) {
      return none(Heading.UNDERSTANDING, "Fewer than two reflections: too little to count.");
    }
    return scored(
        Heading.UNDERSTANDING,
        round(6.0 * c.ownWords.size() / c.reflections.size()),
        c.ownWords.size() + " of " + c.reflections.size() + " reflections used the client’s words.",
        c.ownWords,
        c.otherWords);
  }

  private static Item collaboration(Counts c) {
    int share = (int) Math.round(100 * c.talkShare());
    int score =
        Math.min(3, round(3 * c.talkShare() / 0.5))
            + (c.crowded.isEmpty() ? 2 : 0)
            + (c.choices.isEmpty() ? 0 : 1);
    return scored(
        Heading.COLLABORATION,
        score,
        "The client said "
            + share
            + " % of the words; "
            + times(c.choices.size(), "one choice of theirs", "%d choices of theirs")
            + "; "
            + times(c.crowded.size(), "one reply was crowded", "%d replies were crowded")
            + ".",
        c.choices,
        c.crowded);
  }

  private static Item pacing(Counts c) {
    if (c.programTurns == 0) return none(Heading.PACING, "The program did not speak.");
    int words = c.programWords / c.programTurns;
    int score =
        (words <= 40 ? 3 : words <= 60 ? 2 : 0)
            + (c.crowded.size() * 10 <= c.programTurns ? 2 : 0)
            + (c.repeated.isEmpty() ? 1 : 0);
    return scored(
        Heading.PACING,
        score,
        words
            + " words a reply; "
            + times(c.crowded.size(), "one was crowded", "%d were crowded")
            + "; "
            + times(
                c.repeated.size(),
                "one step was asked four times",
                "%d steps were asked four times")
            + ".",
        List.of(),
        join(c.crowded, c.repeated, c.longest));
  }

  private static Item discovery(Counts c) {
    if (c.asked.isEmpty()) return none(Heading.DISCOVERY, "Nothing was asked.");
    return scored(
        Heading.DISCOVERY,
        round(6.0 * c.open.size() / c.asked.size()),
        c.open.size() + " of " + c.asked.size() + " questions were open ones.",
        c.open,
        c.closed);
  }

  private static Item technique(Counts c) {
    if (c.steps.isEmpty()) return none(Heading.TECHNIQUE, "No exercise was worked on.");
    int score = !c.finished.isEmpty() ? 6 : !c.stopped.isEmpty() ? 2 : 3;
    String end =
        !c.finished.isEmpty() ? "finished" : !c.stopped.isEmpty() ? "stopped" : "left part way";
    return scored(
        Heading.TECHNIQUE,
        score,
        times(c.steps.size(), "One step was worked on", "%d steps were worked on")
            + ", and it was "
            + end
            + ".",
        c.finished,
        c.stopped);
  }

  private static Item scored(
      Heading heading, int score, String basis, List<Long> turns, List<Long> against) {
    int kept = Math.clamp(score, 0, Heading.HIGHEST);
    return new Item(heading, Optional.of(kept), basis, some(turns), some(against));
  }

  private static Item none(Heading heading, String why) {
    return new Item(heading, Optional.empty(), why, List.of(), List.of());
  }

  private static List<Long> some(List<Long> turns) {
    return turns.stream().distinct().sorted().limit(TURNS_SHOWN).toList();
  }

  @SafeVarargs
  private static List<Long> join(List<Long>... turns) {
    var all = new ArrayList<Long>();
    for (List<Long> some : turns) all.addAll(some);
    return all;
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  private static String times(int count, String one, String many) {
    if (count == 1) return one;
    return count == 0 && many.startsWith("%d")
        ? "no" + many.substring(2)
        : many.replace("%d", count == 0 ? "no" : String.valueOf(count));
  }
}
