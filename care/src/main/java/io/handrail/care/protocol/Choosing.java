package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which options a client means who writes instead of tapping. */
final class Choosing {
  private static final Pattern PLACE =
      Pattern.compile(
          "^(?:the |number |no |option |la |el |numero |opcion )*(?:(\\d{1,2})|(first|second|third|fourth|fifth|sixth|last|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|ultim[oa]))(?:st|nd|rd|th)?(?: one| option| thought| opcion)?$");
  private static final List<String> EN =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");
  private static final List<String> ES =
      List.of("primer", "segund", "tercer", "cuart", "quint", "sext");
  private static final Pattern YES =
      Pattern.compile(
          "(?:yes|yeah|yep|yup|sure|ok|okay|of course|definitely|please|i will|sounds good|lets do it|let's do it|si|claro|vale|de acuerdo|por supuesto|bueno|esta bien|me parece bien)(?: .{0,20})?");
  private static final Pattern NO =
      Pattern.compile(
          "(?:no|nope|nah|not (?:now|today|really)|i do not|i will not|ahora no|hoy no|para nada|mejor no)(?: .{0,20})?");

  private Choosing() {}

  /** The option at the place that a text names, counted from 1. */
  static Optional<Integer> place(String text, int size) {
    String bare = Texts.bare(text);
    Matcher m = PLACE.matcher(bare);
    if (bare.length() > 60 || !m.matches()) return Optional.empty();
    int place = m.group(1) != null ? Integer.parseInt(m.group(1)) : ordinal(m.group(2), size);
    return place >= 1 && place <= size ? Optional.of(place) : Optional.empty();
  }

  private static int ordinal(String word, int size) {
    if (word.equals("last") || word.startsWith("ultim")) return size;
    for (int i = 0; i < EN.size(); i++) {
      if (word.equals(EN.get(i)) || word.startsWith(ES.get(i))) return i + 1;
    }
    return 0;
  }

  /** The chosen options in the order of the file; empty when none can be told. */
  static List<String> read(Field.OfChoice choice, List<Field.Choice> offered, String text) {
    Optional<Integer> place = place(text, offered.size());
    if (place.isPresent()) return List.of(offered.get(place.get() - 1).id());
    String bare = spelled(text);
    Set<String> found = named(offered, bare);
    if (found.isEmpty()) found = yesOrNo(offered, bare);
    var chosen =
        new ArrayList<>(offered.stream().map(Field.Choice::id).filter(found::contains).toList());
    if (!choice.many() && chosen.size() > 1) return List.of();
    if (chosen.size() > 1) {
      chosen.removeIf(id -> choice.option(id).map(Field.Choice::alone).orElse(false));
    }
    return chosen;
  }

  /** The options named in a text; a longer name wins over a shorter one within it. */
  private static Set<String> named(List<Field.Choice> offered, String bare) {
    record Name(String id, String text) {}
    var names = new ArrayList<Name>();
    for (Field.Choice option : offered) {
      option.labels().values().forEach(l -> names.add(new Name(option.id(), spelled(l))));
      option
          .also()
          .values()
          .forEach(all -> all.forEach(a -> names.add(new Name(option.id(), spelled(a)))));
      names.add(new Name(option.id(), option.id().replace('_', ' ')));
    }
    names.removeIf(n -> n.text().isEmpty());
    names.sort(Comparator.comparingInt((Name n) -> n.text().length()).reversed());
    // In a whole sentence a "no" or "yes" is about something else.
    if (bare.split(" ").length > 4) names.removeIf(n -> n.text().length() <= 3);
    String rest = " " + bare + " ";
    var found = new LinkedHashSet<String>();
    for (Name name : names) {
      String word = " " + name.text() + " ";
      if (rest.contains(word)) {
        found.add(name.id());
        rest = rest.replace(word, "  ");
      }
    }
    return found;
  }

  /** Without punctuation or short forms, so that "it's true" is "it is true". */
  private static String spelled(String text) {
    return Texts.bare(text)
        .replaceAll("(?<=\\b(?:it|that|what|he|she))'s\\b", " is")
        .replaceAll("'m\\b", " am")
        .replaceAll("'ll\\b", " will")
        .replaceAll("can't\\b", "cannot")
        .replaceAll("n't\\b", " not");
  }

  private static Set<String> yesOrNo(List<Field.Choice> offered, String bare) {
    Set<String> ids = Set.copyOf(offered.stream().map(Field.Choice::id).toList());
    if (ids.contains("no") && NO.matcher(bare).matches()) return Set.of("no");
    if (ids.contains("yes") && YES.matcher(bare).matches()) return Set.of("yes");
    return Set.of();
  }

  /** The entry of a list that a text means, from 0: by its place, or by most of its words. */
  static Optional<Integer> entry(List<Map<String, Value>> rows, String column, String text) {
    Optional<Integer> place = place(text, rows.size());
    if (place.isPresent()) return Optional.of(place.get() - 1);
    Set<String> said = Set.copyOf(Texts.tokens(text));
    int best = -1;
    double most = 0;
    for (int i = 0; i < rows.size(); i++) {
      Set<String> words = Set.copyOf(Texts.tokens(Given.plain(rows.get(i).get(column))));
      long shared = words.stream().filter(said::contains).count();
      double share = words.isEmpty() ? 0 : (double) shared / Math.min(words.size(), said.size());
      if (shared > 0 && share > most) {
        most = share;
        best = i;
      }
    }
    return most >= 0.6 ? Optional.of(best) : Optional.empty();
  }
}
