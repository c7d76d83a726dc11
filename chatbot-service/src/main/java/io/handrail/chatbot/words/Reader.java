package io.handrail.chatbot.words;

import io.handrail.chatbot.words.Word.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a text into words: disguises undone (zero-width characters, look-alike letters, spaced-out
 * and repeated letters, digits for letters, stars), emoji named, contractions opened, misspellings
 * of the words that matter recognised. For reading only: what was written is stored as it was.
 */
public final class Reader {
  private static final String INNER = "@$!|*#€£+_";
  private static final String LEADING = "@$€";

  private final Spelling spelling;
  private final Map<Integer, String> emoji;

  /**
   * @param emoji what a picture says, by code point, as one or more words
   */
  public Reader(Spelling spelling, Map<Integer, String> emoji) {
    this.spelling = spelling;
    this.emoji = Map.copyOf(emoji);
  }

  public Words read(String text) {
    List<Word> raw = new Cutting(text).words();
    return new Words(text, spelling.mend(Spaced.join(text, raw, spelling)));
  }

  /** Cuts one text at everything that is not part of a word. */
  private final class Cutting {
    private final String text;
    private final List<Word> out = new ArrayList<>();
    private final StringBuilder form = new StringBuilder();
    private int from = -1;
    private int to;
    private Gap gap = Gap.NONE;
    private boolean latinText;

    Cutting(String text) {
      this.text = text;
      this.latinText = mostlyLatin(text);
    }

    List<Word> words() {
      int i = 0;
      while (i < text.length()) {
        int cp = text.codePointAt(i);
        int next = i + Character.charCount(cp);
        take(cp, i, next);
        i = next;
      }
      flush();
      return out;
    }

    private void take(int cp, int at, int next) {
      String picture = emoji.get(cp);
      if (picture != null) {
        picture(picture, at, next);
      } else if (Folding.invisible(cp)) {
        return;
      } else if (Folding.apostrophe(cp) && from >= 0 && inside(at, next)) {
        form.append('-');
      } else if (Han.is(cp)) {
        flush();
        single(Folding.fold(cp), at, next);
      } else if (Character.isLetterOrDigit(cp) || lettered(cp) || symbol(cp, at, next)) {
        if (from < 0) from = at;
        form.append(Folding.fold(cp));
        to = next;
      } else {
        flush();
        gap = stronger(gap, Breaks.of(text, cp, at, next));
      }
    }

    /** Letters drawn as symbols, such as circled or squared ones. */
    private boolean lettered(int cp) {
      if (cp < 0x2000) return false;
      String folded = Folding.fold(cp);
      return !folded.isEmpty() && folded.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private boolean symbol(int cp, int at, int next) {
      if (cp > 0x20ff || next >= text.length()) return false;
      boolean after = letterAt(next) || INNER.indexOf(text.charAt(next)) >= 0 && from >= 0;
      if (INNER.indexOf(cp) >= 0 && from >= 0) return after && letterAhead(next);
      return LEADING.indexOf(cp) >= 0 && at + 1 == next && letterAt(next);
    }

    /** Whether a letter follows before any space, so that a run of stars is inside a word. */
    private boolean letterAhead(int next) {
      for (int i = next; i < Math.min(text.length(), next + 8); i++) {
        if (letterAt(i)) return true;
        if (INNER.indexOf(text.charAt(i)) < 0) return false;
      }
      return false;
    }

    private boolean inside(int at, int next) {
      return at > 0 && letterAt(at - 1) && next < text.length() && letterAt(next);
    }

    private boolean letterAt(int i) {
      return i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }

    private void picture(String words, int at, int next) {
      flush();
      for (String word : words.split(" ")) single(word, at, next);
    }

    private void single(String word, int at, int next) {
      out.add(Word.of(word, at, next, gap));
      gap = Gap.NONE;
    }

    private void flush() {
      if (from < 0) return;
      String word = spelled(form.toString());
      if (!ascii(word)) {
        String latin = Folding.latin(word);
        if (latinText || mixed(word)) word = latin;
      }
      if (!word.isEmpty()) single(word, from, to);
      form.setLength(0);
      from = -1;
    }
  }

  /** "I'll" is not "ill": where the files tell them apart the apostrophe counts. */
  private String spelled(String form) {
    if (form.indexOf('-') < 0) return form;
    return spelling.reads(form) ? form : form.replace("-", "");
  }

  private static Gap stronger(Gap a, Gap b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static boolean ascii(String word) {
    for (int i = 0; i < word.length(); i++) if (word.charAt(i) > 0x7f) return false;
    return true;
  }

  private static boolean mixed(String word) {
    boolean plain = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'a' && c <= 'z') plain = true;
    }
    return plain;
  }

  private static boolean mostlyLatin(String text) {
    int plain = 0;
    int foreign = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') plain++;
      else if (Character.isLetter(c) && c > 0x24f) foreign++;
    }
    return plain >= foreign;
  }
}
