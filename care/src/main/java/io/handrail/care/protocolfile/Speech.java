package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Template;
import io.handrail.care.protocol.Template.Form;
import io.handrail.care.protocol.Template.Piece;
import io.handrail.care.protocol.Wordings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads wordings, and checks each: its languages, length, slots and questions. */
final class Speech {
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/]|https?://|\\*\\*|__");
  private static final Set<String> ANY = Set.of("this", "here");

  /** A slot stands for a short quote of the client's. */
  private static final int WORDS_OF_A_SLOT = 8;

  private final Ledger ledger;
  private final Set<String> languages;
  private final Map<String, String> fieldTypes;
  private final Map<String, String> seen = new HashMap<>();

  /**
   * @param fieldTypes declared fields and their types, for the slots
   */
  Speech(Ledger ledger, Set<String> languages, Map<String, String> fieldTypes) {
    this.ledger = ledger;
    this.languages = new TreeSet<>(languages);
    this.fieldTypes = fieldTypes;
  }

  /** What a wording may be. */
  record Rule(int words, boolean question, boolean once, boolean plain) {
    static final Rule ASK = new Rule(45, true, true, true);
    static final Rule TELL = new Rule(60, false, true, false);
    static final Rule TEACH = new Rule(90, false, true, false);
    static final Rule REASK = new Rule(45, true, true, false);
    static final Rule MADE = new Rule(60, true, false, false);
    static final Rule LABEL = new Rule(12, true, false, false);
  }

  /** A name or label in every language. */
  Map<String, String> label(Section section, String key) {
    var labels = new HashMap<String, String>();
    wordings(section, key, Rule.LABEL)
        .byLanguage()
        .forEach((language, all) -> labels.put(language, all.getFirst().source()));
    return labels;
  }

  Wordings wordings(Section section, String key, Rule rule) {
    if (!section.has(key)) return Wordings.NONE;
    return wordings(section.get(key), section.field(key), rule);
  }

  Wordings wordings(Node node, String field, Rule rule) {
    var section = Section.of(ledger, node, field);
    if (section.isEmpty()) return Wordings.NONE;
    var found = new HashMap<String, List<Template>>();
    Section s = section.get();
    for (String language : s.keys()) {
      if (!languages.contains(language)) {
        ledger.wrong(
            s.name(language),
            s.field(language),
            "the file does not speak `" + language + "`",
            "Add it to languages, or take it out");
      }
    }
    for (String language : languages) {
      if (!s.has(language)) {
        ledger.wrong(
            node,
            s.field(language),
            "the wording in `" + language + "` is missing",
            "Add " + language + ": [\"...\"]");
        continue;
      }
      List<Template> all = templates(s, language, rule);
      if (!all.isEmpty()) found.put(language, all);
    }
    return new Wordings(found);
  }

  private List<Template> templates(Section s, String language, Rule rule) {
    var all = new ArrayList<Template>();
    List<Node> items = s.items(language);
    for (String text : s.texts(language)) {
      Node node = items.get(Math.min(all.size(), items.size() - 1));
      Template template = Template.parse(text);
      check(node, s.field(language), language, template, rule);
      all.add(template);
    }
    if (all.isEmpty()) {
      s.wrong(language, "there is no wording", "Write at least one");
    } else if (rule.plain() && all.stream().noneMatch(Template::plain)) {
      s.wrong(
          language,
          "every wording needs an earlier answer, which may have been skipped",
          "Add one without {slots}");
    }
    return all;
  }

  private void check(Node node, String field, String language, Template template, Rule rule) {
    int words = 0;
    int questions = 0;
    for (Piece piece : template.pieces()) {
      switch (piece) {
        case Piece.Plain(String text) -> {
          if (!text.isBlank()) words += text.strip().split("\\s+").length;
          questions += (int) text.chars().filter(c -> c == '?').count();
          plain(node, field, text);
        }
        case Piece.Slot(String slot, Form form) -> {
          words += WORDS_OF_A_SLOT;
          slot(node, field, slot, form);
        }
        case Piece.Unknown(String slot, String form) ->
            ledger.wrong(
                node,
                field,
                "the slot {" + slot + "|" + form + "} has an unknown form",
                "Use one of: short, full, list, names, first, last, strongest, count, change, open,"
                    + " entry");
      }
    }
    if (words > rule.words()) {
      ledger.wrong(
          node,
          field,
          "it is " + words + " words long, and at most " + rule.words() + " are allowed",
          "Shorten it");
    }
    if (questions > (rule.question() ? 1 : 0)) {
      ledger.wrong(
          node,
          field,
          rule.question() ? "it asks more than one question" : "it asks a question",
          rule.question()
              ? "Ask one question a turn"
              : "Leave the question to `ask`: one question a turn");
    }
    if (rule.once()) once(node, field, language, template.source());
  }

  private void plain(Node node, String field, String text) {
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      ledger.wrong(node, field, "a brace stands alone", "Write a slot as {field} or {field|form}");
    }
    if (MARKUP.matcher(text).find()) {
      ledger.wrong(node, field, "it has markup or a link", "Use plain words");
    }
  }

  private void slot(Node node, String field, String slot, Form form) {
    if (ANY.contains(slot)) return;
    String type = fieldTypes.get(slot);
    if (type == null) {
      ledger.wrong(
          node,
          field,
          "the slot {" + slot + "} names no field",
          "Use one of: " + String.join(", ", new TreeSet<>(fieldTypes.keySet())));
    } else if (form == Form.OFFERED && type.startsWith("choice")) {
      return;
    } else if (form != Form.SHORT && form != Form.FULL && !type.equals("list")) {
      ledger.wrong(
          node,
          field,
          "the slot {"
              + slot
              + "|"
              + form.name().toLowerCase(java.util.Locale.ROOT)
              + "} needs a list, and "
              + slot
              + " is a "
              + type,
          "Write {" + slot + "}");
    }
  }

  private void once(Node node, String field, String language, String text) {
    String before = seen.putIfAbsent(language + ":" + text, field);
    if (before != null) {
      ledger.wrong(node, field, "the same wording stands at " + before, "Say it in other words");
    }
  }
}
