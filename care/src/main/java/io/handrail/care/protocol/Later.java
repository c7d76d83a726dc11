package io.handrail.care.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** A time that is told by the one just given: "same time", "right away", "ten minutes later". */
final class Later {
  private static final int DAY = 1440;
  private static final int MOST = 720;

  private static final Pattern SAME =
      Pattern.compile(
          "(?:(?:at |about |around |pretty much |more or less |basically |exactly )*(?:the |that"
              + " )?(?:very )?same(?: time| moment)?(?: as (?:that|before|above|i got"
              + " in))?|(?:right|straight|immediately|directly) ?(?:away|then|after|afterwards|when"
              + " i got in)?|at once|immediately|instantly|same|(?:mas o menos |casi |justo |pues"
              + " )*(?:a )?(?:la )?(?:misma|mismo)(?: hora| momento| rato)?|(?:mas o menos"
              + " )?(?:igual|lo mismo|enseguida|en seguida|al momento|de"
              + " inmediato|inmediatamente|ahi mismo|entonces mismo))");

  private static final Pattern AFTER =
      Pattern.compile(
          ".*\\b(?:later|after(?:wards| that| getting in)?|despues|mas tarde|luego)\\b.*");

  private Later() {}

  /** The time; empty where the step before took none, or the text says another. */
  static Optional<Value.Clock> than(Draft d, String text) {
    Optional<Integer> before = before(d);
    String bare = Shorthand.spelled(Said.polite(Texts.bare(Asides.without(text))));
    if (before.isEmpty() || bare.length() > 60) return Optional.empty();
    if (same(text)) return Optional.of(new Value.Clock(before.get()));
    if (!AFTER.matcher(bare).matches()) return Optional.empty();
    OptionalInt minutes = Spans.minutes(text, MOST);
    return minutes.isEmpty() || minutes.getAsInt() > MOST
        ? Optional.empty()
        : Optional.of(new Value.Clock((before.get() + minutes.getAsInt()) % DAY));
  }

  private static boolean same(String text) {
    return Arrays.stream(Asides.without(text).split("[,.;]"))
        .map(part -> Shorthand.spelled(Said.polite(Texts.bare(part))))
        .allMatch(part -> SAME.matcher(part).matches());
  }

  private static Optional<Integer> before(Draft d) {
    if (d.path.isEmpty()) return Optional.empty();
    return d.protocol()
        .step(d.path.getLast())
        .flatMap(step -> step instanceof Step.Question q ? d.value(q.collect()) : Optional.empty())
        .flatMap(value ->
            value instanceof Value.Clock(int minutes) ? Optional.of(minutes) : Optional.empty());
  }
}
