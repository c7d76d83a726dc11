package io.handrail.chatbot.words;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Single characters made plain, for reading only; what was written is stored as it was. Based on
 * Unicode NFKC and on the confusables of UTS #39.
 */
public final class Folding {
  private static final int PLAIN_MAX = 0x7f;

  /** Look-alikes met so far; the empty text says that there is none. */
  private static final Map<Integer, String> LOOK_ALIKES = new ConcurrentHashMap<>();

  private static final int LOOK_ALIKES_MAX = 10_000;

  private Folding() {}

  /** Checks skeletons; loaded only when a text needs it, because its tables are large. */
  private static final class Skeletons {
    static final SpoofChecker CHECKER =
        new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    static final Map<String, String> LETTERS = letters();

    private static Map<String, String> letters() {
      Map<String, String> letters = new HashMap<>();
      for (char c = 'A'; c <= 'Z'; c++) {
        letters.put(CHECKER.getSkeleton("" + c), ("" + c).toLowerCase(Locale.ROOT));
      }
      for (char c = 'a'; c <= 'z'; c++) letters.put(CHECKER.getSkeleton("" + c), "" + c);
      // Capital I and small l share a skeleton; the vowel is the commoner disguise in prose.
      letters.putIfAbsent("l", "l");
      return letters;
    }
  }

  /** Characters that show nothing, or only decorate the one before. */
  static boolean invisible(int cp) {
    if (cp <= PLAIN_MAX) return cp < 0x20 && cp != '\n' && cp != '\t' && cp != '\r';
    return switch (Character.getType(cp)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> cp == 0x115F || cp == 0x1160 || cp == 0x3164 || cp == 0xFFA0 || cp == 0x2800;
    };
  }

  static boolean apostrophe(int cp) {
    return switch (cp) {
      case '\'', '’', '‘', 'ʼ', '`', '´', 'ʹ', '′', '＇' -> true;
      default -> false;
    };
  }

  /** Lower case, compatibility forms and accents undone. */
  public static String fold(int cp) {
    if (cp <= PLAIN_MAX) return String.valueOf((char) Character.toLowerCase(cp));
    if (cp == 'ß') return "ss";
    if (cp == 'œ' || cp == 'Œ') return "oe";
    if (cp == 'ø' || cp == 'Ø') return "o";
    if (cp == 'ł' || cp == 'Ł') return "l";
    if (cp == 'ı') return "i";
    String circled = circled(cp);
    if (circled != null) return circled;
    if (Character.UnicodeScript.of(cp) == Character.UnicodeScript.HAN) {
      return Character.toString(Simplified.of(cp));
    }
    String wide = Normalizer.normalize(Character.toString(cp), Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(wide.length());
    wide.codePoints().filter(c -> !invisible(c)).forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** Squared, negative and regional letters, which have no compatibility form. */
  private static String circled(int cp) {
    int[] starts = {0x1F130, 0x1F150, 0x1F170, 0x1F1E6};
    for (int start : starts) {
      if (cp >= start && cp < start + 26) return String.valueOf((char) ('a' + cp - start));
    }
    return null;
  }

  /** Folds a whole word, as the phrase files' words are folded. */
  public static String fold(String word) {
    StringBuilder out = new StringBuilder(word.length());
    word.codePoints()
        .filter(c -> !invisible(c) && !apostrophe(c))
        .forEach(c -> out.append(fold(c)));
    return out.toString();
  }

  /** A word whose foreign letters are read as the Latin ones they look like. */
  static String latin(String word) {
    StringBuilder out = new StringBuilder(word.length());
    word.codePoints()
        .forEach(cp -> out.append(cp <= PLAIN_MAX ? String.valueOf((char) cp) : lookAlike(cp)));
    return out.toString();
  }

  private static String lookAlike(int cp) {
    String known = LOOK_ALIKES.get(cp);
    if (known == null) {
      known = Skeletons.LETTERS.getOrDefault(skeleton(cp), "");
      if (known.isEmpty()) known = Simplified.smallLetter(cp);
      if (LOOK_ALIKES.size() < LOOK_ALIKES_MAX) LOOK_ALIKES.put(cp, known);
    }
    return known.isEmpty() ? Character.toString(cp) : known;
  }

  private static String skeleton(int cp) {
    String small = Skeletons.CHECKER.getSkeleton(Character.toString(cp));
    if (Skeletons.LETTERS.containsKey(small)) return small;
    return Skeletons.CHECKER.getSkeleton(Character.toString(Character.toUpperCase(cp)));
  }
}
