package io.handrail.chatbot.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The labelled replies. Rules are tuned on train and dev; unseen was written by somebody who saw no
 * rule and nobody tunes on it, so only counts are taken from it.
 */
class GuardCorpusTest {
  private static final RuleGuard GUARD = new RuleGuard();

  @Test
  void replies_that_were_tuned_on_are_judged_as_labelled() {
    for (String split : new String[] {"train", "train-a", "train-b", "dev", "dev-b", "test"}) {
      GuardFigures figures = GuardFigures.of("guard-" + split + ".jsonl", GUARD);
      System.out.print("guard, " + split + "\n" + figures.table());
      assertTrue(figures.bad.right * 100 >= figures.bad.cases * 90, figures.wrong.toString());
      assertTrue(figures.good.right * 100 >= figures.good.cases * 97, figures.wrong.toString());
    }
  }

  @Test
  void replies_by_somebody_else_are_judged_no_worse_than_the_data_sheet_says() {
    GuardFigures figures = GuardFigures.of("guard-unseen.jsonl", GUARD);
    System.out.print("guard, unseen\n" + figures.table());
    assertTrue(figures.bad.right * 100 >= figures.bad.cases * 73, "bad: " + figures.bad.right);
    assertTrue(figures.good.right * 100 >= figures.good.cases * 89, "good: " + figures.good.right);
  }
}
