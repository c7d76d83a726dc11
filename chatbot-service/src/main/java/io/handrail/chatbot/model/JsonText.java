package io.handrail.chatbot.model;

/** Takes a JSON string apart letter by letter, from after its opening quote. */
final class JsonText {
  /** What a letter of the string meant. */
  enum Step {
    /** Nothing yet: part of an escape. */
    NOTHING,
    /** One letter; {@link #letter()} has it. */
    LETTER,
    /** The closing quote. */
    CLOSED,
    /** Not JSON. */
    BROKEN
  }

  private boolean escaped;
  private int hexLeft;
  private int hex;
  private char letter;

  Step take(char c) {
    if (hexLeft > 0) {
      int digit = Character.digit(c, 16);
      if (digit < 0 || c > 'f') return Step.BROKEN;
      hex = hex * 16 + digit;
      return --hexLeft > 0 ? Step.NOTHING : got((char) hex);
    }
    if (escaped) {
      escaped = false;
      return switch (c) {
        case 'n' -> got('\n');
        case 't' -> got('\t');
        case 'r' -> got('\r');
        case 'b', 'f' -> got(' ');
        case 'u' -> {
          hexLeft = 4;
          hex = 0;
          yield Step.NOTHING;
        }
        // Models write \' and the like; the letter itself is what they mean.
        default -> got(c);
      };
    }
    if (c == '\\') {
      escaped = true;
      return Step.NOTHING;
    }
    return c == '"' ? Step.CLOSED : got(c);
  }

  private Step got(char c) {
    letter = c == '\n' || !Character.isISOControl(c) ? c : ' ';
    return Step.LETTER;
  }

  char letter() {
    return letter;
  }
}
