package io.handrail.care.protocolfile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A group of keys in a file, read with line numbers. Scalars are text, whatever YAML makes of them.
 */
final class Section {
  private final Ledger ledger;
  private final Node node;
  private final String at;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> names = new LinkedHashMap<>();

  private Section(Ledger ledger, MappingNode node, String at) {
    this.ledger = ledger;
    this.node = node;
    this.at = at;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        ledger.wrong(tuple.getKeyNode(), at, "a key is not a word", "Write name: value");
      } else if (keys.containsKey(key.getValue())) {
        ledger.wrong(key, field(key.getValue()), "the key stands twice", "Keep one of the two");
      } else {
        keys.put(key.getValue(), tuple.getValueNode());
        names.put(key.getValue(), key);
      }
    }
  }

  static Optional<Section> of(Ledger ledger, Node node, String at) {
    if (node instanceof MappingNode mapping) return Optional.of(new Section(ledger, mapping, at));
    ledger.wrong(node, at.isEmpty() ? "file" : at, "keys are expected here", "Write name: value");
    return Optional.empty();
  }

  Ledger ledger() {
    return ledger;
  }

  Node node() {
    return node;
  }

  String at() {
    return at;
  }

  String field(String key) {
    return at.isEmpty() ? key : at + "." + key;
  }

  Collection<String> keys() {
    return keys.keySet();
  }

  boolean has(String key) {
    return keys.containsKey(key);
  }

  Node get(String key) {
    return keys.getOrDefault(key, node);
  }

  /** Where the key itself stands, for problems of a whole group. */
  Node name(String key) {
    return names.getOrDefault(key, node);
  }

  void wrong(String key, String what, String mend) {
    ledger.wrong(get(key), field(key), what, mend);
  }

  /** Refuses keys that nobody reads, which are mostly slips of the pen. */
  void only(Collection<String> known) {
    for (String key : keys.keySet()) {
      if (known.contains(key)) continue;
      String mend =
          known.stream()
              .filter(k -> distance(k, key) <= 2)
              .findFirst()
              .map(k -> "Did you mean `" + k + "`?")
              .map(m -> m.substring(0, m.length() - 1) + " here? Otherwise take it out")
              .orElse("Take it out, or use one of: " + String.join(", ", known));
      ledger.wrong(names.get(key), field(key), "nobody knows this key", mend);
    }
  }

  Optional<String> text(String key) {
    if (!has(key)) return Optional.empty();
    if (get(key) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    wrong(key, "a text is expected", "Write " + key + ": some words");
    return Optional.empty();
  }

  String required(String key, String example) {
    if (!has(key)) {
      ledger.wrong(node, field(key), "it is missing", "Add " + key + ": " + example);
      return "";
    }
    return text(key).orElse("");
  }

  int integer(String key, int least, int most, int otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return otherwise;
    return number(ledger, get(key), field(key), text.get(), least, most).orElse(otherwise);
  }

  static Optional<Integer> number(
      Ledger ledger, Node node, String field, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) return Optional.of(number);
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    ledger.wrong(
        node,
        field,
        "`" + text + "` is not a whole number from " + least + " to " + most,
        "Write such a number");
    return Optional.empty();
  }

  boolean yes(String key, boolean otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) return otherwise;
    switch (text.get()) {
      case "true", "yes" -> {
        return true;
      }
      case "false", "no" -> {
        return false;
      }
      default ->
          wrong(key, "`" + text.get() + "` is neither true nor false", "Write true or false");
    }
    return otherwise;
  }

  <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
    return text(key).flatMap(text -> oneOf(ledger, get(key), field(key), text, type));
  }

  static <E extends Enum<E>> Optional<E> oneOf(
      Ledger ledger, Node node, String field, String text, Class<E> type) {
    var names = new ArrayList<String>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (name.equals(text)) return Optional.of(constant);
      names.add(name);
    }
    ledger.wrong(
        node, field, "`" + text + "` is not known", "Use one of: " + String.join(", ", names));
    return Optional.empty();
  }

  LocalDate date(String key) {
    String text = required(key, "2026-01-31");
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong(key, "`" + text + "` is not a date", "Write it as 2026-01-31");
      return LocalDate.EPOCH;
    }
  }

  /** The items of a list; a single item stands for a list of one. */
  List<Node> items(String key) {
    if (!has(key)) return List.of();
    return get(key) instanceof SequenceNode list ? list.getValue() : List.of(get(key));
  }

  List<String> texts(String key) {
    return texts(ledger, items(key), field(key));
  }

  static List<String> texts(Ledger ledger, List<Node> nodes, String field) {
    var found = new ArrayList<String>();
    for (Node item : nodes) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        found.add(scalar.getValue().strip());
      } else {
        ledger.wrong(item, field, "a text is expected", "Write some words");
      }
    }
    return found;
  }

  Optional<Section> section(String key) {
    return has(key) ? of(ledger, get(key), field(key)) : Optional.empty();
  }

  List<Section> sections(String key) {
    var found = new ArrayList<Section>();
    List<Node> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      of(ledger, items.get(i), field(key) + "[" + (i + 1) + "]").ifPresent(found::add);
    }
    return found;
  }

  Section named(String name) {
    return new Section(ledger, (MappingNode) node, name);
  }

  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) last[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(last[j], row[j - 1]) + 1);
      }
      last = row;
    }
    return last[b.length()];
  }
}
