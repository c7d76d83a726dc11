package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them: "70", "about seventy percent", "7/10", "60 to 70", "setenta y
 * cinco". Each is turned into a mark such as {@code ‹70›}; {@code ‹70!›} where the writer said
 * plainly that it is a rating.
 */
final class Numbers {
  static final Pattern MARK = Pattern.compile("‹(-?\\d+)(!?)›");

  private static final String N = "(-?\\d{1,4}(?:[.,]\\d{1,2})?)";
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:between |entre |from |de )?(?<![\\d.])"
              + N
              + "\\s*%?\\s*(?:-|–|to|a|or|o|and|y)\\s*"
              + N
              + "(\\s*(?:%|/\\s*10+\\b))?(?![\\d])");
  private static final Pattern OUT_OF =
      Pattern.compile(N + "\\s*(?:/|out of|over|de|sobre)\\s*(100|10)\\b");
  private static final Pattern PERCENT =
      Pattern.compile(N + "\\s*(?:%|percent\\b|per cent\\b|por ciento\\b)");
  private static final Pattern PLAIN =
      Pattern.compile("(?<![\\d‹.,:\\p{L}])" + N + "(?![\\d›!:\\p{L}])");

  private static final Map<String, Integer> UNITS = new HashMap<>();
  private static final Map<String, Integer> TENS = new HashMap<>();
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?:none|nothing|not at all|zero|nil|nada|para nada|ninguno|ninguna|cero)(?: at all| de nada)?");
  private static final Pattern HALF =
      Pattern.compile(
          "(?:about |maybe )?(?:half|halfway|in the middle|fifty fifty|50 50|la mitad|mitad|a medias)");
  private static final Pattern ONE =
      Pattern.compile(
          "(?:just |only |about |solo |una? )*(?:once|one|one time|uno|una|una (?:sola )?vez)");
  private static final Pattern TWO =
      Pattern.compile(
          "(?:just |only |about )*(?:twice|a couple|a couple of times|un par de veces)");
  private static final Pattern WHOLLY =
      Pattern.compile(
          "(?:completely|totally|fully|entirely|maximum|max|the most|completamente|totalmente|del todo|al maximo|el maximo|maximo)");

  static {
    String[] en =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ");
    String[] es =
        ("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
                + " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres"
                + " veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve")
            .split(" ");
    for (int i = 0; i < en.length; i++) UNITS.put(en[i], i);
    for (int i = 0; i < es.length; i++) UNITS.putIfAbsent(es[i], i);
    // "once" is English too, and says nothing of strength.
    UNITS.remove("once");
    String[] enTens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    String[] esTens = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
    for (int i = 0; i < enTens.length; i++) TENS.put(enTens[i], 20 + 10 * i);
    for (int i = 0; i < esTens.length; i++) TENS.put(esTens[i], 30 + 10 * i);
    TENS.put("hundred", 100);
    TENS.put("cien", 100);
    TENS.put("ciento", 100);
  }

  private Numbers() {}

  /** The text with every number as a mark, scaled to at most {@code max}. */
  static String marked(String text, int max) {
    // Nobody rates anything in a thousand characters.
    if (text.length() > 1000) return text;
    String digits = spelled(text.replaceAll("(?i)\\b(?:por ciento|per ?cent)\\b", "%"));
    digits = RANGE.matcher(digits).replaceAll(m -> Matcher.quoteReplacement(range(m, max)));
    digits =
        OUT_OF
            .matcher(digits)
            .replaceAll(m -> mark(number(m.group(1)) / number(m.group(2)) * max, true));
    digits = PERCENT.matcher(digits).replaceAll(m -> mark(number(m.group(1)) / 100 * max, true));
    return PLAIN.matcher(digits).replaceAll(m -> mark(number(m.group(1)), false));
  }

  private static String range(MatchResult m, int max) {
    double from = number(m.group(1));
    double to = number(m.group(2));
    String unit = m.group(3) == null ? "" : m.group(3).replaceAll("\\s", "");
    // "40 or 5" and "20 a 3" are no ranges.
    if (to <= from || to > 100) return m.group();
    double middle = (from + to) / 2;
    if (unit.equals("%")) return mark(middle / 100 * max, true);
    if (unit.startsWith("/")) return mark(middle / number(unit.substring(1)) * max, true);
    return mark(middle, false);
  }

  private static String mark(double number, boolean plain) {
    return "‹" + Math.round(number) + (plain ? "!" : "") + "›";
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replace(',', '.'));
  }

  static List<Integer> in(String marked) {
    var found = new ArrayList<Integer>();
    Matcher m = MARK.matcher(marked);
    while (m.find()) found.add(Integer.parseInt(m.group(1)));
    return found;
  }

  /** The one number that a message gives. */
  static OptionalInt one(String text, int min, int max) {
    String folded = Texts.bare(text);
    if (folded.length() > 500) return OptionalInt.empty();
    if (NOTHING.matcher(folded).matches()) return OptionalInt.of(min);
    if (HALF.matcher(folded).matches()) return OptionalInt.of((min + max) / 2);
    if (WHOLLY.matcher(folded).matches()) return OptionalInt.of(max);
    if (ONE.matcher(folded).matches()) return OptionalInt.of(1);
    if (TWO.matcher(folded).matches()) return OptionalInt.of(2);
    List<Integer> all = in(marked(text, max));
    return all.isEmpty() ? OptionalInt.empty() : OptionalInt.of(all.getLast());
  }

  /** Number words as digits: "seventy five" is "75". */
  static String spelled(String text) {
    String[] words = text.split("(?<=[^\\p{L}])|(?=[^\\p{L}])");
    if (Texts.tokens(text).size() == 1 && UNITS.containsKey(Texts.bare(text))) {
      return Integer.toString(UNITS.get(Texts.bare(text)));
    }
    var out = new StringBuilder();
    int i = 0;
    while (i < words.length) {
      boolean letters = words[i].length() > 2 && Character.isLetter(words[i].charAt(0));
      String word = letters ? Texts.folded(words[i]) : "";
      if (TENS.containsKey(word) && !word.isEmpty()) {
        int number = TENS.get(word);
        int unit = unitAfter(words, i);
        if (unit > 0 && number < 100) {
          number += UNITS.get(Texts.folded(words[unit]));
          i = unit;
        }
        out.append(number);
      } else if (UNITS.containsKey(word) && !word.equals("one") && !word.equals("uno")) {
        out.append(UNITS.get(word));
      } else if (word.equals("one") && followedBy(words, i, "hundred")) {
        i++;
        while (i + 1 < words.length && words[i].isBlank()) i++;
        out.append(100);
      } else {
        out.append(words[i]);
      }
      i++;
    }
    return out.toString();
  }

  private static boolean followedBy(String[] words, int at, String wanted) {
    int i = at + 1;
    while (i < words.length && words[i].isBlank()) i++;
    return i < words.length && Texts.folded(words[i]).equals(wanted);
  }

  /** Where a unit follows a ten, over a space, a hyphen or "y"; -1 where none does. */
  private static int unitAfter(String[] words, int at) {
    int i = at + 1;
    boolean joined = false;
    while (i < words.length
        && (words[i].isBlank() || words[i].equals("-") || words[i].equalsIgnoreCase("y"))) {
      if (words[i].contains("\n")) return -1;
      joined = true;
      i++;
    }
    if (!joined || i >= words.length) return -1;
    Integer unit = UNITS.get(Texts.folded(words[i]));
    return unit != null && unit > 0 && unit < 10 ? i : -1;
  }
}
