package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Documents;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Field.Choice;
import io.handrail.care.protocol.Field.Column;
import io.handrail.care.protocol.Field.Kind;
import io.handrail.care.protocol.Field.Traits;
import io.handrail.care.protocol.Field.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the fields of a file. */
final class FieldReader {
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Set<String> RESERVED =
      Set.of(
          "all", "this", "here", "today", "skipped", "turns", "true", "false", "null", "in", "if");
  private static final Set<String> TAKEN = Set.of("keep", "enough", "stop", "go_on");
  private static final int OPTIONS = 16;
  private static final int ENTRIES = 31;

  /** Days since 1970, to the year 2243. */
  private static final int DAYS = 99_999;

  private final Ledger ledger;
  private final Section all;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  FieldReader(Section all) {
    this.ledger = all.ledger();
    this.all = all;
  }

  /** Field names and their types, before anything else is read; for slots. */
  static Map<String, String> types(Section all) {
    var types = new LinkedHashMap<String, String>();
    for (String name : all.keys()) {
      Section.of(new Ledger(""), all.get(name), name)
          .ifPresent(s -> types.put(name, type(s).orElse("text")));
    }
    return types;
  }

  private static Optional<String> type(Section s) {
    return s.has("copies") && !s.has("type") ? Optional.of("list") : s.text("type");
  }

  Map<String, Field> read(Speech speech) {
    for (String name : all.keys()) {
      if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
        ledger.wrong(
            all.name(name),
            all.field(name),
            "`" + name + "` cannot name a field",
            "Use small letters, digits and _, at most 40, and none of: all, this, here, today,"
                + " skipped, turns");
        continue;
      }
      all.section(name).flatMap(s -> field(name, s, speech)).ifPresent(f -> fields.put(name, f));
    }
    fields.values().forEach(this::references);
    return fields;
  }

  private Optional<Field> field(String name, Section s, Speech speech) {
    s.only(Keys.FIELD);
    String type = type(s).orElse("");
    var traits =
        new Traits(
            s.yes("required", false),
            s.yes("keep", false),
            s.text("depends_on"),
            part(s, "reads", type),
            part(s, "adds_to", type));
    if (!type.equals("number") && (s.has("computed") || s.has("unit"))) {
      String key = s.has("computed") ? "computed" : "unit";
      s.wrong(key, "only a number can have it", "Take it out, or write type: number");
    }
    return switch (type) {
      case "text" ->
          Optional.of(
              new Field.OfText(
                  name,
                  traits,
                  s.integer("max_chars", 20, 2000, 400),
                  s.text("from"),
                  approvedOnly(s),
                  takes(s)));
      case "number" -> {
        int min = s.integer("min", -1000, 1000, 0);
        int max = s.integer("max", -1000, 10000, 100);
        if (min >= max) s.wrong("max", "it is not above min", "Write a higher number");
        Unit unit = s.oneOf("unit", Unit.class).orElse(Unit.PLAIN);
        yield Optional.of(new Field.OfNumber(name, traits, min, max, unit, Optional.empty()));
      }
      case "time" -> Optional.of(new Field.OfTime(name, traits, near(s)));
      case "day" -> Optional.of(new Field.OfNumber(name, traits, 0, DAYS));
      case "choice", "choices" ->
          Optional.of(
              new Field.OfChoice(
                  name, traits, type.equals("choices"), s.text("from"), options(s, speech)));
      case "list" -> Optional.of(list(name, s, traits));
      default -> {
        s.ledger()
            .wrong(
                s.get("type"),
                s.field("type"),
                type.isEmpty() ? "it is missing" : "`" + type + "` is not known",
                "Use one of: text, number, time, choice, choices, list, day");
        yield Optional.empty();
      }
    };
  }

  /** Of the client's documents, for a list. */
  private static Optional<String> part(Section s, String key, String type) {
    Optional<String> part = s.text(key);
    if (part.isPresent() && !Documents.PARTS.contains(part.get())) {
      s.wrong(
          key,
          "`" + part.get() + "` is no part of a document",
          "Use one of: " + String.join(", ", new TreeSet<>(Documents.PARTS)));
    } else if (part.isPresent() && !type.equals("list")) {
      s.wrong(key, "only a list can have it", "Take it out, or write type: list");
    }
    return part;
  }

  private static int near(Section s) {
    String text = s.required("near", "\"23:00\"");
    if (text.isEmpty()) return 0;
    if (text.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
      String[] parts = text.split(":");
      return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }
    s.wrong("near", "`" + text + "` is no time of day", "Write it as \"23:00\", in quotes");
    return 0;
  }

  /** An entry that needs a clinician's yes must be an entry of some list. */
  private static boolean approvedOnly(Section s) {
    if (s.text("only").isEmpty()) return false;
    if (!s.text("only").get().equals("approved")) {
      s.wrong("only", "`" + s.text("only").get() + "` is not known", "Write only: approved");
    } else if (!s.has("from")) {
      s.wrong("only", "nothing says which entries are meant", "Add from: a_list_field");
    }
    return true;
  }

  private static Set<Field.Taken> takes(Section s) {
    var takes = EnumSet.noneOf(Field.Taken.class);
    for (String text : s.texts("takes")) {
      Section.oneOf(s.ledger(), s.get("takes"), s.field("takes"), text, Field.Taken.class)
          .ifPresent(takes::add);
    }
    return takes;
  }

  private List<Choice> options(Section s, Speech speech) {
    var options = new ArrayList<Choice>();
    var ids = new HashSet<String>();
    for (Section o : s.sections("options")) {
      o.only(Keys.OPTION);
      String id = o.required("id", "a_short_name");
      if (!id.isEmpty() && (!NAME.matcher(id).matches() || TAKEN.contains(id))) {
        o.wrong("id", "`" + id + "` cannot name an option", "Choose another short name");
      }
      if (!ids.add(id)) o.wrong("id", "the option `" + id + "` stands twice", "Rename one");
      if (!o.has("label")) o.required("label", "{en: \"...\"}");
      var also = new HashMap<String, List<String>>();
      o.section("also").ifPresent(a -> a.keys().forEach(l -> also.put(l, a.texts(l))));
      options.add(
          new Choice(id, speech.label(o, "label"), also, o.yes("alone", false), o.text("needs")));
    }
    if (options.size() < 2 || options.size() > OPTIONS) {
      ledger.wrong(
          s.get("options"),
          s.field("options"),
          (options.size() == 1 ? "there is 1 option" : "there are " + options.size() + " options")
              + ", and 2 to "
              + OPTIONS
              + " are allowed",
          "Add or take out some");
    }
    return options;
  }

  private Field list(String name, Section s, Traits traits) {
    Optional<String> copies = s.text("copies");
    int min = s.integer("min", 0, ENTRIES, 1);
    int max = s.integer("max", 1, ENTRIES, 8);
    if (min > max) s.wrong("max", "it is below min", "Write a higher number");
    List<Column> columns = copies.isPresent() ? copied(copies.get()) : columns(s);
    return new Field.OfList(
        name,
        traits,
        min,
        max,
        columns,
        copies,
        s.yes("may_be_questions", false),
        s.oneOf("split", Split.class).orElse(Split.SENTENCES) == Split.LINES);
  }

  /** What begins a new entry. */
  private enum Split {
    SENTENCES,
    LINES
  }

  private List<Column> copied(String source) {
    return fields.get(source) instanceof Field.OfList list ? list.columns() : WORDS_ONLY;
  }

  private static final List<Column> WORDS_ONLY =
      List.of(new Column("text", Kind.TEXT, 0, 300, true));

  private List<Column> columns(Section s) {
    if (!s.has("of")) {
      ledger.wrong(s.node(), s.field("of"), "it is missing", "Add of: {text: text}");
      return WORDS_ONLY;
    }
    var columns = new ArrayList<Column>();
    s.section("of").ifPresent(of -> of.keys().forEach(k -> column(of, k).ifPresent(columns::add)));
    if (columns.isEmpty()) return WORDS_ONLY;
    if (columns.getFirst().kind() == Kind.NUMBER) {
      s.wrong("of", "the first column is a number", "Put the client's words first");
      return WORDS_ONLY;
    }
    return columns;
  }

  private Optional<Column> column(Section of, String name) {
    Node node = of.get(name);
    if (node instanceof ScalarNode scalar) {
      switch (scalar.getValue()) {
        case "word" -> {
          return Optional.of(new Column(name, Kind.WORD, 0, 30, true));
        }
        case "text" -> {
          return Optional.of(new Column(name, Kind.TEXT, 0, 300, true));
        }
        default -> {}
      }
    } else {
      Optional<Section> s = Section.of(ledger, node, of.field(name));
      if (s.isEmpty()) return Optional.empty();
      s.get().only(Keys.COLUMN);
      boolean required = !s.get().yes("optional", false);
      if (s.get().has("int")) return number(s.get(), name, required);
      if (s.get().has("text")) {
        int most = s.get().integer("text", 10, 1000, 300);
        return Optional.of(new Column(name, Kind.TEXT, 0, most, required));
      }
    }
    ledger.wrong(
        node,
        of.field(name),
        "this is no column",
        "Write word, text, {text: 300} or {int: [0, 100]}");
    return Optional.empty();
  }

  private Optional<Column> number(Section s, String name, boolean required) {
    List<String> range = s.texts("int");
    if (range.size() == 2) {
      var min = Section.number(ledger, s.get("int"), s.field("int"), range.get(0), -1000, 1000);
      var max = Section.number(ledger, s.get("int"), s.field("int"), range.get(1), -1000, 10000);
      if (min.isPresent() && max.isPresent() && min.get() < max.get()) {
        return Optional.of(new Column(name, Kind.NUMBER, min.get(), max.get(), required));
      }
    }
    s.wrong("int", "it is no range", "Write {int: [0, 100]}");
    return Optional.empty();
  }

  private void references(Field field) {
    field.traits().dependsOn().ifPresent(on -> known(field, "depends_on", on));
    switch (field) {
      case Field.OfText text ->
          text.from()
              .filter(f -> !(fields.get(f) instanceof Field.OfList))
              .ifPresent(f -> refuse(field, "from", f, "is no list", "Name a list field"));
      case Field.OfList list ->
          list.copies()
              .filter(f -> !(fields.get(f) instanceof Field.OfList l) || l.numbers().isEmpty())
              .ifPresent(f ->
                  refuse(
                      field,
                      "copies",
                      f,
                      "is no list with numbers",
                      "Name a list field that stands above and has an {int: ...} column"));
      case Field.OfNumber number -> {}
      case Field.OfTime time -> {}
      case Field.OfChoice choice ->
          choice
              .from()
              .filter(from -> !(fields.get(from) instanceof Field.OfText))
              .ifPresent(from ->
                  refuse(choice, "from", from, "is no text field", "Name a declared text field"));
    }
  }

  private void known(Field field, String key, String name) {
    if (!fields.containsKey(name)) {
      refuse(field, key, name, "is no field", "Name a declared field");
    }
  }

  private void refuse(Field field, String key, String name, String what, String mend) {
    all.section(field.name()).ifPresent(s -> s.wrong(key, "`" + name + "` " + what, mend));
  }
}
