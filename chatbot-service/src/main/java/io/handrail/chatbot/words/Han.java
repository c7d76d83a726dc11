package io.handrail.chatbot.words;

/** Characters that are words by themselves, as Chinese writes no spaces. */
final class Han {
  private Han() {}

  static boolean is(int cp) {
    return cp > 0x2e7f && Character.UnicodeScript.of(cp) == Character.UnicodeScript.HAN;
  }
}
