package io.handrail.care.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a message is said, whatever it asks for: its courtesies, its question, its correction. */
final class Said {
  /** Who writes more than this answers the step; it also keeps the patterns' work small. */
  static final int CHARS = 200;

  private static final Pattern OPENS_QUESTION =
      Pattern.compile(
          "^(?:and |but |so |y |pero"
              + " )?(?:what|why|how|who|when|where|which|is|are|am|do|does|did|can|could|should|would|will|que|por"
              + " que|como|quien|cuando|donde|cual|puedo|puedes|es|eres|debo|tengo|hay)\\b.*");

  /** A question that a quiz could ask, with or without its mark. */
  private static final Pattern FACTUAL =
      Pattern.compile(
          "^(?:what|who|where|when|which|how (?:old|many|much|far|tall|long))"
              + " (?:is|are|was|were|do|does|did|time) (?:\\S+"
              + " ?){1,6}\\??$|^(?:cual|quien|cuando|donde|cuantos?|cuantas?)"
              + " (?:es|son|era|eres|fue|hay|esta|tiene) (?:\\S+ ?){1,6}\\??$|^(?:tell"
              + " me|dime|cuentame) (?:a |un )(?:joke|chiste|story|cuento)\\W*$");

  private static final Pattern AHEAD =
      Pattern.compile(
          "^(?:(?:um+|uh+|erm?|well|so|please|sorry|ok|okay|oh|hmm+|honestly|actually|no|pues|bueno|perdon|disculpa|por"
              + " favor|eh|mmm*|oye)(?: |$))+");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?: (?:please|thanks|thank you|sorry|then|por favor|gracias|porfa|perdon))+$");

  private Said() {}

  /** Without the courtesies at either end. */
  static String polite(String bare) {
    String ahead = AHEAD.matcher(bare).replaceFirst("");
    String both = BEHIND.matcher(ahead.isEmpty() ? bare : ahead).replaceFirst("");
    return both.isEmpty() ? bare : both;
  }

  /** A message that is one question and nothing else. */
  static boolean bareQuestion(String text) {
    if (text.length() > CHARS) return false;
    String folded = Texts.folded(text);
    boolean one = Texts.sentences(text).size() == 1;
    return one
        && (FACTUAL.matcher(folded).matches()
            || folded.startsWith("¿")
            || (folded.endsWith("?") && OPENS_QUESTION.matcher(folded).matches()));
  }

  /** What follows a correction: "That's not what I said. I was late." gives "I was late". */
  static Optional<String> corrected(String text) {
    String[] parts = text.strip().split("(?<=[.!?;,:–—])\\s+|\\n+", 2);
    boolean leads =
        parts.length == 2
            && parts[0].length() <= CHARS
            && Intent.CORRECTION.matches(Texts.bare(parts[0]));
    String rest = leads ? parts[1] : text;
    String meant =
        rest.replaceFirst(
            "(?i)^(?:no[,.]? )?(?:what )?i (?:meant|said|mean)(?: was| is| that)?[:,]?"
                + " +|^(?:no[,.]? )?(?:quise|quería|queria|quiero) decir(?: que)?[:,]? +|^me"
                + " refer[ií]a? a(?: que)?[:,]? +|^dije(?: que)?[:,]? +",
            "");
    boolean said =
        leads
            || (!meant.equals(rest)
                && text.toLowerCase(java.util.Locale.ROOT)
                    .matches(
                        "(?s)^(?:no\\b|i meant|what i meant|quise|quería decir|queria decir).*"));
    return said && !Texts.wordless(meant) ? Optional.of(meant.strip()) : Optional.empty();
  }
}
