package io.handrail.care.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Hears in a message what it asks of the program, behind "well" and "sorry" and at its end. */
final class IntentReading {
  /** One word ahead, so that "perdón, no entiendo" keeps its "no". */
  private static final Pattern LEADS =
      Pattern.compile(
          "^(?:um+|uh+|erm?|well|so|please|sorry|ok|okay|oh|hmm+|honestly|actually|but|and|no|wait|hang"
              + " on|hold on|pues|bueno|perdon|disculpa|por favor|eh|mmm*|oye|y|pero|es"
              + " que|mejor) ");

  private static final Pattern WHY_ME =
      Pattern.compile(
          "why (?:me|us|now|always me|is it always me)|(?:y )?por que (?:yo|a mi|siempre (?:yo|a"
              + " mi)|ahora)");

  private IntentReading() {}

  /**
   * What the message asks of the program, if that is all it does.
   *
   * @param questions true where an answer may itself be a question
   */
  static Optional<Intent> of(String text, boolean questions) {
    if (text.length() > Said.CHARS) return Optional.empty();
    String whole = Texts.bare(text);
    Optional<Intent> found = Intent.whole(whole);
    for (String rest = whole; found.isEmpty() && LEADS.matcher(rest).lookingAt(); ) {
      rest = LEADS.matcher(rest).replaceFirst("");
      found = Intent.whole(rest).or(() -> Optional.empty());
    }
    if (found.isEmpty()) found = Intent.whole(Said.polite(whole));
    if (found.isEmpty()) found = Intent.whole(Said.polite(Shorthand.spelled(whole)));
    if (found.isEmpty()) found = last(text);
    // "Should I have said no?" may be the very thought that a step asks for.
    if (found
        .filter(i ->
            questions
                && (i == Intent.ADVICE
                    || (i == Intent.WHY && WHY_ME.matcher(whole).matches())
                    || (i == Intent.GREETED && text.contains("?"))))
        .isPresent()) {
      return Optional.empty();
    }
    return found.or(() -> Wish.of(text, questions));
  }

  /** "This is too much. Can we stop?" asks to stop. */
  private static Optional<Intent> last(String text) {
    List<String> parts =
        Arrays.stream(text.split("[.!?;,\\n]+|\\s[-–—]\\s")).filter(p -> !p.isBlank()).toList();
    if (parts.size() < 2 || Texts.tokens(text).size() > 25) return Optional.empty();
    return Intent.whole(Said.polite(Texts.bare(parts.getLast())))
        .filter(
            i -> i == Intent.STOP || i == Intent.SKIP || i == Intent.BACK || i == Intent.PERSON);
  }
}
