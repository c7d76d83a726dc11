package io.handrail.portal.log;

import io.handrail.care.conversation.Signal;
import io.handrail.portal.log.LogPage.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** Finds the words that signals rest on within what was said, so that they can be marked. */
final class Marking {

  private Marking() {}

  static List<Piece> pieces(String said, List<Signal> signals) {
    BitSet marked = new BitSet(said.length());
    String plain = said.toLowerCase(Locale.ROOT);
    // Lower case can change the length in a few scripts; then nothing can be marked in place.
    if (plain.length() == said.length()) {
      signals.forEach(signal -> mark(plain, signal.words().toLowerCase(Locale.ROOT), marked));
    }
    return cut(said, marked);
  }

  private static void mark(String said, String words, BitSet marked) {
    if (words.isBlank()) return;
    for (int at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + words.length())) {
      marked.set(at, at + words.length());
    }
  }

  private static List<Piece> cut(String said, BitSet marked) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < said.length()) {
      boolean on = marked.get(at);
      int end = on ? marked.nextClearBit(at) : marked.nextSetBit(at);
      if (end < 0 || end > said.length()) end = said.length();
      pieces.add(new Piece(said.substring(at, end), on));
      at = end;
    }
    return pieces;
  }
}
