package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import java.util.Optional;

/** Asks again kindly, explains, hints, and leaves a step that does not work out. */
final class Helping {
  private Helping() {}

  /** Asks again, or leaves the step at the last allowed try. */
  static void miss(Draft d, Step.Question q, Optional<String> say) {
    d.tries++;
    if (d.tries >= q.maxAttempts()) {
      fail(d, q);
    } else {
      sayAndAsk(d, say);
    }
  }

  static void fail(Draft d, Step.Question q) {
    d.note(q.id(), "third_try");
    switch (q.onFail()) {
      case STOP -> Ending.stop(d, "refusals", Phrase.STOPPED_REFUSALS);
      case SKIP_AND_FLAG -> {
        d.happens(new Happening.ForClinician("refusals"));
        d.say(Kind.TEACH, Phrase.LEFT);
        Flow.leave(d, q);
      }
      case SKIP_AND_NOTE -> {
        d.say(Kind.TEACH, Phrase.LEFT);
        Flow.leave(d, q);
      }
    }
  }

  /** What asks is the one question of the turn; what only tells goes ahead of the step's own. */
  static void sayAndAsk(Draft d, Optional<String> text) {
    if (text.filter(t -> t.contains("?")).isPresent()) {
      d.say(Kind.ASK, text);
    } else {
      d.say(Kind.TEACH, text);
      Flow.ask(d);
    }
  }

  static void tell(Draft d, Optional<String> text, Phrase otherwise) {
    sayAndAsk(d, text.isPresent() ? text : d.word(otherwise));
  }

  static void hint(Draft d, Step.Question q) {
    if (q.hints().isEmpty()) {
      sayAndAsk(d, d.word(Phrase.NO_HINT));
      return;
    }
    int at = d.mark("hint:" + q.id());
    if (at >= q.hints().size()) {
      sayAndAsk(d, d.word(Phrase.NO_MORE_HINTS));
      return;
    }
    d.mark("hint:" + q.id(), at + 1);
    tell(d, d.word("hint:" + q.id() + ":" + at, q.hints().get(at)), Phrase.NO_HINT);
  }

  static Phrase reask(Field field) {
    return switch (field) {
      case Field.OfText text -> Phrase.REASK_TEXT;
      case Field.OfNumber number when number.unit() == Field.Unit.MINUTES -> Phrase.REASK_MINUTES;
      case Field.OfNumber number -> Phrase.REASK_NUMBER;
      case Field.OfTime time -> Phrase.REASK_TIME;
      case Field.OfChoice choice -> Phrase.REASK_PICK;
      case Field.OfList list ->
          list.words().kind() == Field.Kind.WORD ? Phrase.REASK_MOOD : Phrase.REASK_LIST;
    };
  }
}
