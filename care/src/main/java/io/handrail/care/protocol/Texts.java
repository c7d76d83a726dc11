package io.handrail.care.protocol;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a client wrote, made comparable, cut into sentences and entries. */
final class Texts {
  /** More than any message may have. */
  private static final int CHARS = 8000;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern BULLET =
      Pattern.compile("^\\s*(?:[-*•–—·]+|\\(?\\d{1,2}[.)](?!\\d)|[a-h]\\))\\s*");
  private static final String MARKED = "\\n+|;\\s*|\\s*•\\s*";

  /** "1. walk 2. read": numbers count entries only where they begin with one. */
  private static final Pattern FIRST = Pattern.compile("(?:^|\\s)\\(?1[.)]\\s+\\p{L}");

  private static final String NUMBERED = MARKED + "|(?<=\\S)\\s+(?=\\(?\\d{1,2}[.)]\\s+\\p{L})";
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<=[.!?…])(?<!\\b(?:mr|mrs|ms|dr|sr|sra|vs|etc|e\\.g|i\\.e|p\\.ej|St)\\.)\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private Texts() {}

  /** Without invisible characters and outer space; line breaks stay. */
  static String clean(String text) {
    if (text == null) return "";
    String most = text.length() > CHARS ? text.substring(0, CHARS) : text;
    String plain = INVISIBLE.matcher(most.replace("\r\n", "\n")).replaceAll("");
    return Normalizer.normalize(plain, Normalizer.Form.NFC)
        .replaceAll("[ \\t\\u00A0]+", " ")
        .strip();
  }

  /** In lower case, without accents, with plain quotation marks and single spaces. */
  static String folded(String text) {
    String lower = clean(text).toLowerCase(Locale.ROOT).replaceAll("[’‘`´]", "'");
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return bare.replaceAll("[“”«»\"]", "").replaceAll("\\s+", " ").strip();
  }

  /** Folded, and without punctuation other than apostrophes. */
  static String bare(String text) {
    return folded(text).replaceAll("[^\\p{L}\\p{N}' ]+", " ").replaceAll("\\s+", " ").strip();
  }

  static List<String> tokens(String text) {
    String bare = bare(text);
    return bare.isEmpty() ? List.of() : Arrays.asList(bare.split(" "));
  }

  /** True when nothing is said: no letters, or none but those of "40 and 30". */
  static boolean wordless(String text) {
    return !LETTER.matcher(text).find()
        || tokens(text).stream()
            .allMatch(t -> t.matches("\\d+|and|or|the|a|to|of|y|o|e|u|el|la|de"))
        || noise(text);
  }

  /** Keys that were hit: a few words of which none has a vowel, and one is too long for a sound. */
  private static boolean noise(String text) {
    List<String> words = tokens(text);
    return words.size() <= 3
        && words.stream().allMatch(w -> w.length() == 1 || w.matches("[^aeiouy]+"))
        && words.stream().anyMatch(w -> w.length() >= 4 && !w.matches("[hmpfzr]+"));
  }

  /** Cut at a word's end to at most so many characters. */
  static String clip(String text, int chars) {
    if (text.length() <= chars) return text;
    int end = text.lastIndexOf(' ', chars - 1);
    if (end < chars / 2) end = text.offsetByCodePoints(0, text.codePointCount(0, chars - 1));
    return text.substring(0, end).stripTrailing() + "…";
  }

  static List<String> sentences(String text) {
    var found = new ArrayList<String>();
    for (String line : text.split("\\n+")) {
      for (String sentence : SENTENCE.split(line)) {
        if (!sentence.isBlank()) found.add(sentence.strip());
      }
    }
    return found;
  }

  /** The entries of a list as people write them: by lines, bullets, semicolons or sentences. */
  static List<String> entries(String text) {
    var found = new ArrayList<String>();
    for (String line : text.split(FIRST.matcher(text).find() ? NUMBERED : MARKED)) {
      for (String piece : pieces(BULLET.matcher(line).replaceFirst(""))) {
        String entry = entry(piece);
        if (!wordless(entry)) found.add(entry);
      }
    }
    return found;
  }

  /** The entries of a list in which a sentence more is still the same entry. */
  static List<String> lines(String text) {
    return Arrays.stream(text.split("\\n+"))
        .map(line -> entry(BULLET.matcher(line).replaceFirst("")))
        .filter(entry -> !wordless(entry))
        .toList();
  }

  private static List<String> pieces(String line) {
    List<String> sentences = Arrays.stream(SENTENCE.split(line)).filter(s -> !s.isBlank()).toList();
    if (sentences.size() != 1) return sentences;
    List<String> commas =
        Arrays.stream(line.split(",\\s+(?:and |y |e )?"))
            .flatMap(p -> Arrays.stream(p.split("\\s+(?=and (?:then )?[^,]{3,}$)", 1)))
            .filter(s -> !s.isBlank())
            .toList();
    boolean listed =
        commas.size() > 2 && commas.stream().allMatch(c -> c.strip().split("\\s+").length <= 5);
    return listed ? commas : sentences;
  }

  private static String entry(String piece) {
    String text = piece.strip();
    if (text.length() > 1 && text.matches("(?s)^[\"“«'].*[\"”»']$")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text.replaceAll("[.;,]+$", "").strip();
  }
}
