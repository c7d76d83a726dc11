package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import java.util.Optional;

/** Does what a client asks of the program rather than of the step. */
final class Wishes {
  private Wishes() {}

  static void grant(Draft d, Step.Question q, Intent intent) {
    switch (intent) {
      case STOP -> Taking.control(d, q, Answer.Control.STOP);
      case SKIP -> Taking.control(d, q, Answer.Control.SKIP);
      case BACK -> Taking.control(d, q, Answer.Control.BACK);
      case WHY -> Taking.control(d, q, Answer.Control.WHY);
      case EXAMPLE -> Taking.control(d, q, Answer.Control.EXAMPLE);
      case HINT -> Taking.control(d, q, Answer.Control.HINT);
      case UNCLEAR -> explain(d, q);
      case CORRECTION -> Going.correct(d, Optional.empty());
      case DONT_KNOW -> help(d, q);
      case WHERE -> Helping.sayAndAsk(d, d.fresh(Phrase.RESUMED));
      case PERSON -> {
        d.note(q.id(), "asked_for_person");
        d.happens(new Happening.ForClinician("asked_for_person"));
        Helping.sayAndAsk(d, d.word(Phrase.ASKED_PERSON));
      }
      case HUMAN -> Helping.sayAndAsk(d, d.word(Phrase.ASKED_HUMAN));
      case WHO_READS -> Helping.sayAndAsk(d, d.word(Phrase.ASKED_WHO_READS));
      case ADVICE -> Helping.sayAndAsk(d, d.word(Phrase.ASKED_ADVICE));
      case FRUSTRATED -> Helping.sayAndAsk(d, d.word(Phrase.FRUSTRATED));
      case GREETED -> Helping.miss(d, q, d.word(Phrase.GREETED));
    }
  }

  /** An example says more than the same question once more; the reason is the next best. */
  private static void explain(Draft d, Step.Question q) {
    Optional<String> example = d.fresh("example:" + q.id(), q.example());
    Helping.sayAndAsk(d, example.or(() -> d.fresh("why:" + q.id(), q.why())));
  }

  /** First a hint that asks, then an example, then the step is left. */
  private static void help(Draft d, Step.Question q) {
    d.tries++;
    if (d.tries >= q.maxAttempts()) {
      Helping.fail(d, q);
      return;
    }
    if (q.hints().isEmpty() && q.example().in(d.language()).isEmpty()) {
      Field field = d.protocol().fields().get(q.collect());
      Helping.sayAndAsk(d, d.word(Helping.reask(field)));
      return;
    }
    boolean hint = d.mark("hint:" + q.id()) < q.hints().size();
    d.say(Kind.TEACH, Phrase.DONT_KNOW);
    if (hint && (d.tries == 1 || q.example().in(d.language()).isEmpty())) {
      Helping.hint(d, q);
    } else {
      Helping.sayAndAsk(d, d.fresh("example:" + q.id(), q.example()));
    }
  }
}
