package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Kind;
import java.util.Optional;

/**
 * Gives an answer back where that helps. Whoever hears each of their own sentences again feels
 * talked to by a machine; so what the file says of any answer is said now and then, and what it
 * says of this one always.
 */
final class Mirror {
  private static final int FEW_WORDS = 5;

  /** After one, as many answers go by without. */
  private static final int APART = 3;

  private static final String LAST = "reflected";

  private Mirror() {}

  static void reflect(Draft d, Step.Question q) {
    for (int i = 0; i < q.reflect().size(); i++) {
      Step.Told told = q.reflect().get(i);
      if (!told.when().holds(d)) continue;
      boolean plain = told.when().equals(Condition.ALWAYS);
      if (plain && (parrots(d, q) || lately(d))) return;
      Optional<String> said = d.word("reflect:" + q.id() + ":" + i, told.say());
      // A quote that breaks off gives nothing back.
      if (plain) said = said.filter(text -> !text.contains("…"));
      if (d.say(Kind.REFLECT, said)) {
        d.mark(LAST, d.turns);
        return;
      }
    }
  }

  private static boolean lately(Draft d) {
    return d.mark(LAST) > 0 && d.turns - d.mark(LAST) < APART;
  }

  /** A handful of words needs no giving back, nor does what stays in view from here on. */
  private static boolean parrots(Draft d, Step.Question q) {
    return d.value(q.collect()).orElse(null) instanceof Value.Text(String text)
        && d.protocol().fields().get(q.collect()) instanceof Field.OfText
        && !d.protocol().pin().equals(Optional.of(q.collect()))
        && Texts.tokens(text).size() <= FEW_WORDS;
  }
}
