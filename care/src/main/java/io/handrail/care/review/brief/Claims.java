package io.handrail.care.review.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence of a brief claims, taken apart so that two can be compared.
 *
 * @param figures numbers and dates with the word that says of what, in their order: two that
 *     changed places are another claim
 * @param negated each "no" with the word it denies
 * @param words the words that carry meaning, each in one form
 * @param capitals those that are written as names inside a sentence
 */
record Claims(
    List<String> figures, List<Negated> negated, Set<String> words, Set<String> capitals) {

  /** A word that denies, and what it denies; empty at the end of a sentence. */
  record Negated(String by, String what) {}

  private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
  private static final Pattern NAMED = Pattern.compile("\\b\\p{Lu}{2,}-\\d{1,2}\\b");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?i)(?:(?:than on|on|since|until|before|after|between|by|from|to) )?\\d{1,2} "
              + MONTH
              + "\\p{L}*\\b(?: \\d{4})?(?:, \\d{1,2}:\\d{2})?"
              + "|(?:(?:between|and|from|to|at|until|before|after) )?\\d{1,2}:\\d{2}"
              + "|\\d+(?:[.,]\\d+)?(?: (?:of|to) \\d+(?:[.,]\\d+)?)?(?: ?%| \\p{L}+)?");
  private static final Pattern DATE = Pattern.compile("(?i).*\\d " + MONTH + ".*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}’'-]*");

  /** Words that join others and say nothing themselves, and who it is about. */
  private static final Set<String> SMALL =
      Set.of(
          ("a an the of on in at to by with for from as than and is was were are be been has have had"
                  + " it its this that these those which who they them their there you your client"
                  + " clients came wrote scored stands stood")
              .split(" "));

  private static final Set<String> DENIES =
      Set.of("no not never none nothing nobody without neither nor cannot".split(" "));

  /** Words that say the same of what is stored, each under one of them. */
  private static final Map<String, String> SAME = same();

  private static final Set<String> NUMBERS =
      Set.of(
          ("one two three four five six seven eight nine ten eleven twelve twenty thirty dozen half"
                  + " twice once double several many few most all every always often daily weekly")
              .split(" "));

  private static final Pattern RISK =
      Pattern.compile(
          "suicid.*|self-?harm.*|harm.*|kill.*|die|dying|dead|death|overdos.*|hurt.*|danger.*|risk.*"
              + "|crisis|safe|unsafe|cutting|intent.*|ideation|hopeless.*|violen.*|abus.*|psycho(?!l).*"
              + "|voices|urgent.*|emergenc.*");
  private static final Pattern ILLNESS =
      Pattern.compile(
          "depress.*|anxi.*|disorder.*|diagnos.*|ptsd|ocd|adhd|bipolar|mani[ac].*|panic.*|trauma.*"
              + "|phobi.*|autis.*|anorex.*|bulimi.*|personality|borderline|symptom.*|episode.*|relaps.*"
              + "|remission|recover.*|clinical.*");
  private static final Pattern MEDICINE =
      Pattern.compile(
          "medic.*|dose.*|dosage|mg|tablet.*|pill.*|prescri.*|sertraline|fluoxetine|citalopram"
              + "|escitalopram|mirtazapine|venlafaxine|lithium|diazepam|.*azepam|.*oxetine|.*pram|ssri.*"
              + "|antidepress.*|drug.*");
  private static final Set<String> FOREIGN =
      Set.of(
          ("el los las que con una uno del por para pero muy fue der die das und ist mit nicht eine"
                  + " les des une est avec pour dans che sono della nao uma")
              .split(" "));

  static Claims of(String text) {
    var figures = new ArrayList<String>();
    var words = new LinkedHashSet<String>();
    Matcher named = NAMED.matcher(text);
    while (named.find()) words.add(named.group().toLowerCase(Locale.ROOT));
    Matcher found = FIGURE.matcher(NAMED.matcher(text).replaceAll(" "));
    var rest = new StringBuilder();
    while (found.find()) {
      figures.add(found.group().toLowerCase(Locale.ROOT).replace(" %", "%"));
      found.appendReplacement(rest, " ");
    }
    found.appendTail(rest);
    var negated = new ArrayList<Negated>();
    var capitals = new LinkedHashSet<String>();
    read(apart(rest.toString()), words, negated, capitals);
    return new Claims(List.copyOf(figures), negated, words, capitals);
  }

  /** "isn't" denies as "is not" does. */
  private static String apart(String text) {
    return text.replaceAll("(?i)can[’']t\\b", "can not").replaceAll("(?i)n[’']t\\b", " not");
  }

  private static void read(
      String text, Set<String> words, List<Negated> negated, Set<String> capitals) {
    Matcher word = WORD.matcher(text);
    String denies = "";
    int from = 0;
    while (word.find()) {
      boolean begins = from == 0 || text.substring(from, word.start()).matches("(?s).*[.:;].*");
      if (!denies.isEmpty() && begins) {
        negated.add(new Negated(denies, ""));
        denies = "";
      }
      from = word.end();
      String plain = word.group().toLowerCase(Locale.ROOT).replaceAll("[’']s?$", "");
      if (DENIES.contains(plain)) {
        if (!denies.isEmpty()) negated.add(new Negated(denies, plain));
        denies = plain;
        continue;
      }
      if (SMALL.contains(plain)) continue;
      String form = form(plain);
      words.add(form);
      if (!begins && Character.isUpperCase(word.group().codePointAt(0))) capitals.add(form);
      if (!denies.isEmpty()) {
        negated.add(new Negated(denies, form));
        denies = "";
      }
    }
    if (!denies.isEmpty()) negated.add(new Negated(denies, ""));
  }

  private static String form(String word) {
    String known = SAME.get(word);
    if (known != null) return known;
    boolean many = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    String one = many ? word.substring(0, word.length() - 1) : word;
    return SAME.getOrDefault(one, one);
  }

  private static Map<String, String> same() {
    var same = new HashMap<String, String>();
    for (String line :
        List.of(
            "finished completed",
            "wait waits waiting awaits awaiting",
            "improvement improved",
            "worsening worsened",
            "lower fell",
            "higher rose",
            "permitted allowed",
            "changed change changes")) {
      String[] all = line.split(" ");
      for (String each : all) same.put(each, all[0]);
    }
    return Map.copyOf(same);
  }

  static boolean dated(String figure) {
    return DATE.matcher(figure).matches();
  }

  static boolean onRisk(String word) {
    return RISK.matcher(word).matches();
  }

  static boolean onIllness(String word) {
    return ILLNESS.matcher(word).matches();
  }

  static boolean onMedicine(String word) {
    return MEDICINE.matcher(word).matches();
  }

  static boolean number(String word) {
    return NUMBERS.contains(word);
  }

  static boolean foreign(String word) {
    return FOREIGN.contains(word);
  }
}
