package io.handrail.chatbot.prompt;

/**
 * An estimate of language-model tokens, on the high side for prose, code and JSON in the languages
 * we ship. A tokenizer's tables would cost tens of megabytes to learn a number that only guards a
 * budget; the tests compare this with a real one.
 */
public final class Tokens {
  private Tokens() {}

  /** Tokens that the text takes, rounded up. */
  public static int atMost(CharSequence text) {
    int tokens = 0;
    int letters = 0;
    int digits = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean digit = c >= '0' && c <= '9';
      boolean letter = !digit && c < 128 && Character.isLetter(c);
      if (!letter) {
        tokens += (letters + 2) / 3;
        letters = 0;
      }
      if (!digit && digits > 0) {
        // Tokenizers take three digits at most, and the space before them apart.
        tokens += 1 + (digits + 2) / 3;
        digits = 0;
      }
      if (letter) letters++;
      else if (digit) digits++;
      else if (c >= 128) tokens += c < 0x250 ? 1 : 2;
      else if (c != ' ') tokens++;
    }
    return tokens;
  }
}
