package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Screen.ContextLine;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Takes out of a reply what it quotes of the client: their words given back are theirs. */
final class Quotes {
  private static final String OPEN = "\"“«„‘";
  private static final String CLOSE = "\"”»“’";

  /** A quotation is a sentence or two; what goes on for longer is none. */
  private static final int QUOTE_MAX = 200;

  private static final int OWN_WORDS_MIN = 2;

  private Quotes() {}

  static String without(String reply, About about) {
    Set<String> said = said(about);
    StringBuilder out = new StringBuilder(reply.length());
    int i = 0;
    while (i < reply.length()) {
      int kind = OPEN.indexOf(reply.charAt(i));
      int end = kind < 0 ? -1 : close(reply, i + 1, kind);
      if (end > 0 && saidByClient(reply.substring(i + 1, end), said)) {
        out.append(" , ");
        i = end + 1;
      } else {
        out.append(reply.charAt(i++));
      }
    }
    return out.toString();
  }

  /** Without anything in quotation marks; all of it where next to nothing would be left. */
  static String unquoted(String reply) {
    StringBuilder out = new StringBuilder(reply.length());
    int i = 0;
    while (i < reply.length()) {
      int kind = OPEN.indexOf(reply.charAt(i));
      int end = kind < 0 ? -1 : close(reply, i + 1, kind);
      if (end > 0) out.append(" , ");
      else out.append(reply.charAt(i));
      i = end > 0 ? end + 1 : i + 1;
    }
    return words(out.toString()).size() < OWN_WORDS_MIN ? reply : out.toString();
  }

  private static int close(String reply, int from, int kind) {
    int last = Math.min(reply.length(), from + QUOTE_MAX);
    for (int i = from; i < last; i++) {
      if (CLOSE.indexOf(reply.charAt(i)) < 0) continue;
      boolean pair = reply.charAt(i) == CLOSE.charAt(kind) || kind == 1 && reply.charAt(i) == '"';
      boolean inWord = i + 1 < reply.length() && Character.isLetter(reply.charAt(i + 1));
      if (pair && !inWord) return i;
    }
    return -1;
  }

  private static Set<String> said(About about) {
    Set<String> said = new HashSet<>(words(about.said()));
    for (ContextLine line : about.context()) said.addAll(words(line.text()));
    return said;
  }

  /** Three of four words must be the client's. */
  private static boolean saidByClient(String quoted, Set<String> said) {
    Set<String> own = words(quoted);
    if (own.isEmpty()) return true;
    long theirs = own.stream().filter(said::contains).count();
    return theirs * 4 >= own.size() * 3L;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}\\p{N}']+"))
        .filter(w -> !w.isEmpty())
        .forEach(words::add);
    return words;
  }
}
