package io.handrail.chatbot.words;

import io.handrail.chatbot.words.Word.Gap;

/** How strongly a character that is not part of a word sets two words apart. */
final class Breaks {
  private Breaks() {}

  static Gap of(String text, int cp, int at, int next) {
    return switch (cp) {
      case '.' -> dot(text, at, next);
      case '!', '。', '！', '¡' -> Gap.SENTENCE;
      case '?', '？', '¿' -> Gap.QUESTION;
      case ',',
          ';',
          ':',
          '(',
          ')',
          '…',
          '—',
          '–',
          '，',
          '；',
          '、',
          '：',
          '\n',
          '"',
          '“',
          '”',
          '«',
          '»' ->
          Gap.COMMA;
      case '-' -> spaced(text, at, next) ? Gap.COMMA : Gap.NONE;
      default -> Gap.NONE;
    };
  }

  /** A run of dots trails off; a dot between letters hides a word or is an abbreviation. */
  private static Gap dot(String text, int at, int next) {
    boolean dotBefore = at > 0 && text.charAt(at - 1) == '.';
    boolean dotAfter = next < text.length() && text.charAt(next) == '.';
    if (dotBefore || dotAfter) return Gap.COMMA;
    boolean letterAfter = next < text.length() && Character.isLetterOrDigit(text.charAt(next));
    if (letterAfter && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      boolean shortBefore = at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2));
      boolean shortAfter =
          next + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(next + 1));
      if (shortBefore || shortAfter) return Gap.NONE;
    }
    return Gap.SENTENCE;
  }

  private static boolean spaced(String text, int at, int next) {
    return at > 0
        && Character.isWhitespace(text.charAt(at - 1))
        && next < text.length()
        && Character.isWhitespace(text.charAt(next));
  }
}
