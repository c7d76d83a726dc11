package io.handrail.chatbot.prompt;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes direct identifiers out of one request and puts them back into its answer, so that the
 * worksheet keeps the client's own words and the model never sees them. Names are those the program
 * knows; contacts and numbers are found by their form. RE2 throughout: the text is the client's.
 */
final class Masks {
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?i)[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.[\\p{L}]{2,}"
              + "|(?:https?://|www\\.)[^\\s\"<>]+"
              + "|(?:^|\\B)@[a-z0-9_.]{3,30}");
  private static final Pattern DIGITS = Pattern.compile("[+(]?\\d(?:[ .()/-]{0,2}\\d){6,17}");
  private static final Pattern MARK =
      Pattern.compile("(?i)\\[((?:name|contact|number)\\d{1,3})\\]");

  private final Names names;
  private final Map<String, String> marks = new HashMap<>();
  private final Map<String, String> hidden = new LinkedHashMap<>();

  /**
   * @param hide words that name the client or the people around them
   */
  Masks(Set<String> hide) {
    this.names = new Names(hide);
  }

  String hide(String text) {
    String out = mayHoldContact(text) ? replace(CONTACT, text, "contact") : text;
    if (out.chars().filter(Character::isDigit).count() > 6) out = replace(DIGITS, out, "number");
    return names.replace(out, name -> mark("name", name));
  }

  private static boolean mayHoldContact(String text) {
    return text.indexOf('@') >= 0
        || text.contains("//")
        || text.toLowerCase(Locale.ROOT).contains("www.");
  }

  private String replace(Pattern pattern, String text, String kind) {
    Matcher found = pattern.matcher(text);
    var out = new StringBuilder(text.length());
    int from = 0;
    while (found.find()) {
      String word = found.group();
      if (kind.equals("number") && ratings(word)) continue;
      out.append(text, from, found.start()).append(mark(kind, word));
      from = found.end();
    }
    return from == 0 ? text : out.append(text, from, text.length()).toString();
  }

  /** "80 70 60 50" is what a client felt, not a telephone number. */
  private static boolean ratings(String digits) {
    for (String group : digits.split("[^\\d]+")) {
      boolean rating = group.isEmpty() || group.equals("0") || !group.startsWith("0");
      if (!rating || group.length() > 3 || (!group.isEmpty() && Integer.parseInt(group) > 100)) {
        return false;
      }
    }
    return !digits.startsWith("+");
  }

  private String mark(String kind, String word) {
    return "["
        + marks.computeIfAbsent(
            word,
            w -> {
              String mark =
                  kind + (1 + hidden.keySet().stream().filter(k -> k.startsWith(kind)).count());
              hidden.put(mark, w);
              return mark;
            })
        + "]";
  }

  /** Puts the hidden words back. */
  String show(String text) {
    if (hidden.isEmpty() || text.indexOf('[') < 0) return text;
    Matcher found = MARK.matcher(text);
    var out = new StringBuilder(text.length());
    int from = 0;
    while (found.find()) {
      String word = hidden.get(found.group(1).toLowerCase(Locale.ROOT));
      if (word == null) continue;
      out.append(text, from, found.start()).append(word);
      from = found.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Puts the hidden words back into whatever a model read out of the text. */
  Object showIn(Object value) {
    return switch (value) {
      case String text -> show(text);
      case List<?> list -> list.stream().map(this::showIn).toList();
      case Map<?, ?> map -> {
        var out = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> out.put(String.valueOf(k), showIn(v)));
        yield out;
      }
      default -> value;
    };
  }
}
