package io.handrail.care.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people say around an answer and would not want on the sheet: a sigh or a laugh ahead, a
 * "right?" behind. The words between stay as they were written. English and Spanish.
 */
final class Asides {
  private static final int LONG = 60;
  private static final String SOUND =
      "u+gh+|urgh|meh|pff+|h+m+|u+m+|u+h+|er+m?|oh|ah|eh+|uy|ay|lol|lmao|(?:ha){2,}|(?:he){2,}|(?:ja){2,}|(?:je){2,}|xd";
  private static final String LEAD =
      SOUND
          + "|fine|whatever|ok(?:ay)?|well|so|hm so|yes|yeah|yep|sure|look|honestly|actually|to be"
          + " honest(?: with you)?|tbh|i mean|let me (?:think|see)|let's see|where do i start|i"
          + " don['’]?t know where to (?:start|begin)|(?:i )?don['’]?t know|dunno|idk|you"
          + " know|pues(?: mira)?|mira|bueno|a ver|(?:a ver,? )?c[oó]mo lo digo|no s[eé](?: (?:por"
          + " )?d[oó]nde empezar)?|la verdad|en fin|este|s[ií]|vale|d[eé]jame (?:pensar|ver)";
  private static final Pattern AHEAD =
      Pattern.compile(
          "^(?:(?:"
              + LEAD
              + ")(?:\\s*[,.…;:!?–—-]+\\s*|$)|(?:"
              + SOUND
              + ")\\s+(?:(?:ok|so|well|pues)\\s+)*|ok so\\s+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:[\\s,.;!–—-]+(?:"
              + SOUND
              + ")|\\s*[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}]+|\\s*,\\s*(?:is that"
              + " (?:right|ok|okay|correct)|right|isn['’]?t it|you know|if that makes sense|i"
              + " (?:guess|suppose)|¿?(?:no|verdad|s[ií]|vale|sabes))\\s*\\?*)[\\s.!?]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Asides() {}

  /** The text without them; the text itself where nothing else is said. */
  static String without(String text) {
    if (text.length() > 4000) return text;
    String rest = text.strip();
    for (int i = 0; i < 6; i++) {
      // An aside is short; looking no further keeps a long text quick.
      Matcher ahead = AHEAD.matcher(rest).region(0, Math.min(LONG, rest.length()));
      int tail = Math.max(0, rest.length() - LONG);
      Matcher behind = BEHIND.matcher(rest).region(tail, rest.length());
      String next = rest;
      if (ahead.lookingAt()) {
        next = rest.substring(ahead.end()).strip();
      } else if (behind.find()) {
        next = rest.substring(0, behind.start()).strip();
      }
      if (next.equals(rest)) break;
      if (Texts.wordless(next) && !next.matches(".*\\d.*")) return i == 0 ? text.strip() : rest;
      rest = next;
    }
    return rest;
  }

  private static String bare(String text) {
    String rest = text;
    for (int i = 0; i < 4 && !rest.isBlank(); i++) {
      rest = AHEAD.matcher(rest).replaceFirst("").strip();
    }
    return rest;
  }

  /** True when there is nothing but asides. */
  static boolean only(String text) {
    return !text.isBlank() && text.length() <= LONG && bare(text.strip() + ".").isBlank();
  }
}
