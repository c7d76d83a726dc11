package io.handrail.web.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * What the faces of a document can draw. A character that none of them has would vanish or become a
 * box; it is described in square brackets instead, so that a reader of the paper knows that
 * something else stands there.
 */
final class Glyphs {
  private static final List<String> FACES = List.of("atkinson-400", "literata-400");
  private static final int LAST = 0x1FFFF;
  private final BitSet drawn;

  private Glyphs(BitSet drawn) {
    this.drawn = drawn;
  }

  static Glyphs read() {
    var drawn = new BitSet(LAST + 1);
    for (String face : FACES) {
      try (TrueTypeFont font =
          new TTFParser().parse(new RandomAccessReadBuffer(Paper.font(face)))) {
        var lookup = font.getUnicodeCmapLookup();
        for (int c = 0x20; c <= LAST; c++) if (lookup.getGlyphId(c) != 0) drawn.set(c);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Glyphs(drawn);
  }

  /** Text as it can be drawn, and whether anything had to be described. */
  record Drawable(String text, boolean described) {}

  Drawable drawable(String text) {
    var out = new StringBuilder(text.length());
    boolean described = false;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (c < 0x20 || drawn.get(c)) {
        out.appendCodePoint(c);
      } else if (!invisible(c)) {
        next = run(text, at);
        out.append('[').append(words(text.substring(at, next))).append(']');
        described = true;
      }
      at = next;
    }
    return new Drawable(out.toString(), described);
  }

  /** Where letters of one script end; a sign by itself ends after itself. */
  private int run(String text, int from) {
    int first = text.codePointAt(from);
    int at = from + Character.charCount(first);
    if (!Character.isLetter(first)) return at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean same = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (!same || drawn.get(c)) return at;
      at += Character.charCount(c);
    }
    return at;
  }

  /** Joiners, presentation and skin tones add nothing to a description. */
  private static boolean invisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (c >= 0x1F3FB && c <= 0x1F3FF);
  }

  private static String words(String missing) {
    int first = missing.codePointAt(0);
    if (Character.isLetter(first)) {
      long letters = missing.codePoints().filter(Character::isLetter).count();
      String script = UnicodeScript.of(first).name().replace('_', ' ');
      String named = script.charAt(0) + script.substring(1).toLowerCase(Locale.ROOT);
      return letters + (letters == 1 ? " letter in " : " letters in ") + named;
    }
    String name = Character.getName(first);
    return name == null ? "a sign" : name.toLowerCase(Locale.ROOT);
  }
}
