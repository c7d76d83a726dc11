package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Signs in one conversation that the program drifts from its task, or that it is asked to reassure
 * again and again. Both are counted, and each sign says on what.
 */
public record Signs(List<Sign> signs) {
  private static final Pattern REASSURE =
      Pattern.compile(
          "(?iU)\\b(are you sure|is (it|that|this) (really )?(ok|okay|normal|safe|alright)|will (it|I)"
              + " (all )?be (ok|okay|alright|fine)|am I (ok|okay|normal|crazy|dying|a bad)|do you think"
              + " I('m| am)|promise me|tell me (it|I)|what if|[¿]?est[aá]s segur|[¿]?es normal|va a"
              + " (ir|salir) bien|dime que|y si\\b)");
  private static final int REASSURE_FROM = 3;
  private static final int OFF_STEP_FROM = 2;
  private static final int REPLIES_MIN = 9;
  private static final double LONGER_BY = 1.5;
  private static final double SAME = 0.6;

  public Signs {
    signs = List.copyOf(signs);
  }

  /**
   * One sign.
   *
   * @param name {@code drift} or {@code reassurance}
   * @param basis what was counted
   * @param turns journal places it rests on
   */
  public record Sign(String name, String basis, List<Long> turns) {
    public Sign {
      turns = List.copyOf(turns);
    }
  }

  public static Signs of(List<Turn> turns) {
    var signs = new ArrayList<Sign>();
    offStep(turns, signs);
    longer(turns, signs);
    reassurance(turns, signs);
    return new Signs(signs);
  }

  private static void offStep(List<Turn> turns, List<Sign> signs) {
    List<Long> at =
        turns.stream()
            .filter(turn ->
                turn.closing()
                    .filter(c -> c.outcome().equals(new Outcome.Scripted("off_step")))
                    .isPresent())
            .map(turn -> turn.id().seq())
            .toList();
    if (at.size() < OFF_STEP_FROM) return;
    signs.add(
        new Sign(
            "drift",
            "A model left the step " + at.size() + " times; the script spoke instead.",
            at));
  }

  private static void longer(List<Turn> turns, List<Sign> signs) {
    List<Turn> replies = turns.stream().filter(turn -> words(turn) > 0).toList();
    if (replies.size() < REPLIES_MIN) return;
    int third = replies.size() / 3;
    double first = mean(replies.subList(0, third));
    List<Turn> last = replies.subList(replies.size() - third, replies.size());
    if (mean(last) < first * LONGER_BY) return;
    signs.add(
        new Sign(
            "drift",
            "A model’s replies grew from "
                + Math.round(first)
                + " to "
                + Math.round(mean(last))
                + " words.",
            last.stream().map(turn -> turn.id().seq()).limit(6).toList()));
  }

  private static double mean(List<Turn> turns) {
    return turns.stream().mapToInt(Signs::words).average().orElse(0);
  }

  private static int words(Turn turn) {
    return turn.shown().stream()
        .filter(line -> line.speaker() == Speaker.PROGRAM)
        .map(Line::text)
        .mapToInt(Counts::count)
        .sum();
  }

  private static void reassurance(List<Turn> turns, List<Sign> signs) {
    var at = new ArrayList<Long>();
    var before = new ArrayList<Set<String>>();
    for (Turn turn : turns) {
      if (!(turn.opening() instanceof Opening.Said said)) continue;
      boolean question = said.text().contains("?") || REASSURE.matcher(said.text()).find();
      Set<String> words = bag(said.text());
      boolean again = question && before.stream().anyMatch(b -> alike(b, words) >= SAME);
      if (REASSURE.matcher(said.text()).find() || again) at.add(turn.id().seq());
      if (question && words.size() >= 3) before.add(words);
    }
    if (at.size() < REASSURE_FROM) return;
    signs.add(
        new Sign(
            "reassurance",
            "Asked for reassurance, or the same question again, " + at.size() + " times.",
            at));
  }

  private static Set<String> bag(String text) {
    return new HashSet<>(
        List.of(
            text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip().split(" ")));
  }

  private static double alike(Set<String> one, Set<String> other) {
    var both = new HashSet<>(one);
    both.retainAll(other);
    var all = new HashSet<>(one);
    all.addAll(other);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }
}
