package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Kind;
import java.util.Optional;

/** Takes a client past a step, back to one, or back to put one right. */
final class Going {
  private Going() {}

  static void skip(Draft d, Step.Question q) {
    if (d.mark("more:" + q.id()) > 0) {
      Taking.done(d, q);
    } else if (d.mark(Flow.REVISIT) > 0 && d.value(q.collect()).isPresent()) {
      Taking.keep(d, q);
    } else if (!q.skippable()) {
      Helping.miss(d, q, d.word(Phrase.CANNOT_SKIP));
    } else {
      d.note(q.id(), "skipped");
      d.say(Kind.TEACH, Phrase.SKIPPED);
      Flow.leave(d, q);
    }
  }

  /** The step before the one that waits, on the way that was gone. */
  static Optional<String> before(Draft d) {
    int at = d.path.indexOf(d.step);
    if (at < 0) at = d.path.size();
    return at > 0 ? Optional.of(d.path.get(at - 1)) : Optional.empty();
  }

  static void back(Draft d) {
    Optional<String> to = before(d);
    if (to.isEmpty()) {
      Helping.sayAndAsk(d, d.word(Phrase.BACK_NOTHING));
      return;
    }
    revisit(d, to.get());
    Flow.ask(d);
  }

  static void goTo(Draft d, String step) {
    if (d.path.contains(step)) revisit(d, step);
    Flow.ask(d);
  }

  private static void revisit(Draft d, String step) {
    d.mark("more:" + d.step, 0);
    d.step = step;
    d.tries = 0;
    d.mark(Flow.REVISIT, 1);
  }

  /** The client puts right what was taken down at the step before. */
  static void correct(Draft d, Optional<String> meant) {
    // Half way through a list, what was just written down is what was got wrong.
    boolean here = d.mark("more:" + d.step) > 0;
    Optional<String> to = here ? Optional.of(d.step) : before(d);
    if (to.isEmpty()) {
      Helping.sayAndAsk(d, d.word(Phrase.BACK_NOTHING));
      return;
    }
    revisit(d, to.get());
    Step.Question q = d.waiting().orElseThrow();
    if (meant.isPresent()
        && Reading.of(d, q, meant.get()) instanceof Reading.Got(Value value, boolean cut)) {
      d.say(Kind.TEACH, Phrase.CORRECTED);
      Taking.accept(d, q, value, cut);
    } else {
      Flow.ask(d);
    }
  }
}
