package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Condition;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Step.Go;
import io.handrail.care.protocol.Step.Known;
import io.handrail.care.protocol.Step.Reject;
import io.handrail.care.protocol.Step.Told;
import io.handrail.care.protocol.Template;
import io.handrail.care.protocol.Wordings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the steps of a file. */
final class StepReader {
  private static final int HINTS = 3;

  private final Ledger ledger;
  private final Map<String, Field> fields;
  private final Set<String> languages;
  private final Speech speech;
  private final Conditions conditions;
  private final Map<String, Node> lines = new HashMap<>();
  private final DeedReader deeds;
  private String part = "";

  StepReader(
      Ledger ledger,
      Map<String, Field> fields,
      Set<String> languages,
      Speech speech,
      Conditions conditions) {
    this.ledger = ledger;
    this.fields = fields;
    this.languages = languages;
    this.speech = speech;
    this.conditions = conditions;
    this.deeds = new DeedReader(ledger, fields, speech, conditions);
  }

  /** Where each step stands in the file, for problems of the flow. */
  Map<String, Node> lines() {
    return lines;
  }

  List<Step> read(Section file, List<String> parts) {
    var steps = new ArrayList<Step>();
    for (Section unnamed : file.sections("steps")) {
      String id = unnamed.required("id", "a_short_name");
      Section s = id.isEmpty() ? unnamed : unnamed.named("steps." + id);
      if (!id.isEmpty() && !FieldReader.NAME.matcher(id).matches()) {
        s.wrong("id", "`" + id + "` cannot name a step", "Use small letters, digits and _");
      }
      if (lines.putIfAbsent(id, s.node()) != null) {
        s.wrong("id", "the step `" + id + "` stands twice", "Rename one of the two");
      }
      steps.add(step(s, id, parts));
    }
    return steps;
  }

  private Step step(Section s, String id, List<String> parts) {
    if (s.has("branch")) {
      s.only(Keys.BRANCH);
      return new Step.Branch(
          id, s.text("branch").orElse(""), told(s, "say", Speech.Rule.TELL), handedOver(s));
    }
    if (s.has("close")) {
      s.only(Keys.CLOSE);
      return new Step.Close(id, told(s, "close", Speech.Rule.TEACH));
    }
    return question(s, id, parts);
  }

  private Step question(Section s, String id, List<String> parts) {
    s.only(Keys.QUESTION);
    part = s.text("part").orElse(part);
    if (s.has("part") && !parts.contains(part)) {
      s.wrong("part", "`" + part + "` is no part", "Use one of: " + String.join(", ", parts));
    }
    String collect = s.required("collect", "the field that the step fills");
    Field field = fields.get(collect);
    if (!collect.isEmpty() && field == null) {
      s.wrong("collect", "there is no field `" + collect + "`", "Declare it under fields");
    }
    if (!s.has("ask")) s.required("ask", "{en: [\"...\"]}");
    return new Step.Question(
        id,
        part,
        speech.label(s, "title"),
        collect,
        shown(s, collect),
        told(s, "before", Speech.Rule.TEACH),
        speech.wordings(s, "ask", Speech.Rule.ASK),
        speech.wordings(s, "why", Speech.Rule.TEACH),
        speech.wordings(s, "example", Speech.Rule.TEACH),
        hints(s),
        speech.wordings(s, "box", Speech.Rule.LABEL),
        several(s, "more", Speech.Rule.REASK),
        fills(s, field),
        told(s, "reflect", Speech.Rule.TELL),
        rejects(s),
        s.integer("max_attempts", 1, 5, 3),
        s.oneOf("on_fail", Step.OnFail.class).orElse(Step.OnFail.SKIP_AND_NOTE),
        s.yes("skippable", true),
        conditions.of(s, "ask_if"),
        s.section("known").flatMap(this::known),
        s.sections("then").stream().flatMap(a -> deeds.act(a).stream()).toList(),
        ways(s),
        may(s),
        s.text("read"));
  }

  /** What the next exercise is told: its field to one of ours. */
  private Map<String, String> handedOver(Section s) {
    var with = new HashMap<String, String>();
    s.section("with")
        .ifPresent(w -> {
          for (String theirs : w.keys()) {
            String ours = w.text(theirs).orElse("");
            if (!(fields.get(ours) instanceof Field.OfText)) {
              w.wrong(theirs, "`" + ours + "` is no text field here", "Name one of this file");
            }
            with.put(theirs, ours);
          }
        });
    return with;
  }

  private String shown(Section s, String collect) {
    String show = s.text("show").orElse(collect);
    if (!show.equals(collect) && !fields.containsKey(show)) {
      s.wrong("show", "there is no field `" + show + "`", "Name a declared field");
    }
    return show;
  }

  private List<Wordings> hints(Section s) {
    List<Wordings> hints = several(s, "hints", Speech.Rule.REASK);
    if (hints.size() > HINTS) {
      s.wrong("hints", "there are " + hints.size() + " hints", "Keep at most " + HINTS);
    }
    boolean asks =
        hints.stream()
            .flatMap(h -> h.byLanguage().values().stream())
            .flatMap(List::stream)
            .allMatch(t -> t.source().contains("?"));
    if (!asks)
      s.wrong("hints", "a hint does not ask", "A hint asks before it offers: end it with ?");
    return hints;
  }

  private List<Wordings> several(Section s, String key, Speech.Rule rule) {
    var found = new ArrayList<Wordings>();
    List<Node> items = s.items(key);
    for (int i = 0; i < items.size(); i++) {
      found.add(speech.wordings(items.get(i), s.field(key) + "[" + (i + 1) + "]", rule));
    }
    return found;
  }

  private Map<String, Wordings> fills(Section s, Field field) {
    var fills = new HashMap<String, Wordings>();
    s.section("fill")
        .ifPresent(f -> {
          for (String column : f.keys()) {
            fills.put(column, speech.wordings(f, column, Speech.Rule.REASK));
          }
        });
    List<Field.Column> columns =
        field instanceof Field.OfList list ? list.columns() : List.<Field.Column>of();
    for (Field.Column column : columns) {
      boolean number = column.kind() == Field.Kind.NUMBER;
      if (number && column.required() && !fills.containsKey(column.name())) {
        ledger.wrong(
            s.get("fill"),
            s.field("fill." + column.name()),
            "nothing asks for a missing " + column.name(),
            "Add fill: {"
                + column.name()
                + ": {en: [\"How strong was {"
                + field.name()
                + "|open}?\"]}}");
      }
    }
    for (String name : fills.keySet()) {
      if (columns.stream().noneMatch(c -> c.name().equals(name))) {
        s.wrong(
            "fill",
            "`" + name + "` is no column of " + s.text("collect").orElse("it"),
            "Take it out");
      }
    }
    return fills;
  }

  /** One group of wordings, or several with conditions. */
  List<Told> told(Section s, String key, Speech.Rule rule) {
    if (!s.has(key)) return List.of();
    if (s.get(key) instanceof MappingNode
        && s.section(key).filter(x -> !x.has("say")).isPresent()) {
      return List.of(new Told(Condition.ALWAYS, speech.wordings(s, key, rule)));
    }
    var all = new ArrayList<Told>();
    for (Section t : s.sections(key)) {
      t.only(Keys.TOLD);
      if (!t.has("say")) t.required("say", "{en: [\"...\"]}");
      all.add(new Told(conditions.of(t, "if"), speech.wordings(t, "say", rule)));
    }
    return all;
  }

  private List<Reject> rejects(Section s) {
    var all = new ArrayList<Reject>();
    for (Section r : s.sections("reject")) {
      r.only(Keys.REJECT);
      if (!r.has("if")) r.required("if", "a condition");
      if (!r.has("say")) r.required("say", "{en: [\"...\"]}");
      all.add(
          new Reject(
              conditions.of(r, "if"),
              speech.wordings(r, "say", Speech.Rule.REASK),
              r.integer("times", 1, 5, 5)));
    }
    return all;
  }

  private Optional<Known> known(Section k) {
    k.only(Keys.KNOWN);
    String from = k.required("take", "a list field");
    if (!(fields.get(from) instanceof Field.OfList)
        && !(fields.get(from) instanceof Field.OfText)) {
      k.wrong("take", "`" + from + "` is no list and no text", "Name such a field");
      return Optional.empty();
    }
    String form = fields.get(from) instanceof Field.OfList ? "|entry}" : "|full}";
    var value = new HashMap<String, List<Template>>();
    languages.forEach(l -> value.put(l, List.of(Template.parse("{" + from + form))));
    return Optional.of(new Known(conditions.of(k, "if"), new Wordings(value), notIn(k, from)));
  }

  private Optional<Step.NotIn> notIn(Section k, String from) {
    Optional<String> other = k.text("not_in");
    if (other.isEmpty()) return Optional.empty();
    if (!(fields.get(from) instanceof Field.OfList)) {
      k.wrong("take", "`" + from + "` is no list", "Name a list field, or leave not_in out");
    }
    if (!(fields.get(other.get()) instanceof Field.OfList)) {
      k.wrong("not_in", "`" + other.get() + "` is no list", "Name a list field");
    }
    return other.map(o -> new Step.NotIn(from, o));
  }

  private List<Go> ways(Section s) {
    if (!s.has("next")) {
      ledger.wrong(
          s.node(), s.field("next"), "there is no way on", "Add next: the_step_that_follows");
      return List.of();
    }
    if (s.get("next") instanceof ScalarNode to) {
      return List.of(new Go(Condition.ALWAYS, to.getValue(), 0));
    }
    var ways = new ArrayList<Go>();
    List<Section> all = s.sections("next");
    for (int i = 0; i < all.size(); i++) {
      Section g = all.get(i);
      g.only(Keys.GO);
      boolean last = i == all.size() - 1;
      if (last && (g.has("if") || g.has("most"))) {
        ledger.wrong(
            g.node(), g.field("to"), "the last way has a condition", "End with {to: a_step} alone");
      }
      if (!last && !g.has("if") && !g.has("most")) {
        ledger.wrong(
            g.node(),
            g.field("if"),
            "the ways after this one are never gone",
            "Add if: a condition");
      }
      ways.add(
          new Go(conditions.of(g, "if"), g.required("to", "a step"), g.integer("most", 1, 20, 0)));
    }
    return ways;
  }

  private Set<Step.ModelMay> may(Section s) {
    var may = EnumSet.noneOf(Step.ModelMay.class);
    for (String text : s.texts("model")) {
      Section.oneOf(ledger, s.get("model"), s.field("model"), text, Step.ModelMay.class)
          .ifPresent(may::add);
    }
    return may;
  }
}
