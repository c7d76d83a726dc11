package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Condition;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocol.Agreed;
import io.handrail.care.protocol.Protocol.Approval;
import io.handrail.care.protocol.Protocol.Part;
import io.handrail.care.protocol.Protocol.Review;
import io.handrail.care.protocol.Protocol.Rule;
import io.handrail.care.protocol.Protocol.RuleDo;
import io.handrail.care.protocol.Protocol.Status;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one protocol file, with every check that needs no other file. */
public final class ProtocolFile {
  private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  private final Ledger ledger;
  private final Section file;
  private final Phrases phrases;
  private final Optional<Set<String>> contraindications;

  private ProtocolFile(
      Ledger ledger, Section file, Phrases phrases, Optional<Set<String>> contraindications) {
    this.ledger = ledger;
    this.file = file;
    this.phrases = phrases;
    this.contraindications = contraindications;
  }

  /** What came of reading a file. */
  public sealed interface Result {
    record Loaded(Protocol protocol) implements Result {}

    /** Every problem, by line; never empty. */
    record Refused(List<Problem> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Reads a file's text.
   *
   * @param name the file's name, for problems
   * @param phrases what is said at any step
   */
  public static Result read(String name, String text, Phrases phrases) {
    return read(name, text, phrases, Optional.empty());
  }

  /**
   * @param contraindications the names that clinicians can tick; empty takes any
   */
  static Result read(
      String name, String text, Phrases phrases, Optional<Set<String>> contraindications) {
    var ledger = new Ledger(name);
    Optional<Protocol> protocol =
        Yaml.parse(ledger, text)
            .flatMap(root -> Section.of(ledger, root, ""))
            .map(section ->
                new ProtocolFile(ledger, section, phrases, contraindications).protocol());
    return ledger.clean() && protocol.isPresent()
        ? new Result.Loaded(protocol.get())
        : new Result.Refused(ledger.problems());
  }

  private Protocol protocol() {
    file.only(Keys.FILE);
    Set<String> languages = languages();
    Map<String, String> types = file.section("fields").map(FieldReader::types).orElse(Map.of());
    var speech = new Speech(ledger, languages, types);
    Map<String, Field> fields = fields(speech);
    var conditions = new Conditions(ledger, fields);
    List<Part> parts = parts(speech);
    var reader = new StepReader(ledger, fields, languages, speech, conditions);
    if (!file.has("steps")) file.required("steps", "[{id: ..., collect: ..., ask: ...}]");
    List<Step> steps = reader.read(file, parts.stream().map(Part::id).toList());
    new Ways(ledger, steps, reader.lines()).check(fields, file.get("fields"));
    Status status = file.oneOf("status", Status.class).orElse(Status.DRAFT);
    return new Protocol(
        ref(),
        status,
        speech.label(file, "title"),
        told(speech, "summary"),
        file.integer("minutes", 1, 120, 10),
        languages,
        approval(status),
        file.texts("indications"),
        contraindications(),
        review(),
        parts,
        fields,
        reader.told(file, "opening", Speech.Rule.TEACH),
        steps,
        rules(speech, conditions),
        file.has("complete_when") ? conditions.of(file, "complete_when") : Condition.ALWAYS,
        homework(speech, conditions, fields),
        pin(fields),
        file.integer("max_turns", 5, 300, 80),
        phrases,
        new Protocol.Shown(
            file.oneOf("kind", Protocol.Kind.class).orElse(Protocol.Kind.EXERCISE),
            file.yes("front_page", false),
            file.section("series").flatMap(s -> new SeriesReader(fields, speech).read(s))));
  }

  private ProtocolRef ref() {
    String name = file.required("protocol", "thought_record");
    if (!name.isEmpty() && !FieldReader.NAME.matcher(name).matches()) {
      file.wrong("protocol", "`" + name + "` cannot name a protocol", "Use small letters and _");
    }
    String version = file.required("version", "1.0.0");
    if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
      file.wrong("version", "`" + version + "` is no version", "Write three numbers: 1.0.0");
    }
    return new ProtocolRef(name, version);
  }

  /** The sample in the docs has no languages: English is then the one. */
  private Set<String> languages() {
    var languages = new LinkedHashSet<String>();
    for (String language : file.texts("languages")) {
      if (LANGUAGE.matcher(language).matches()) {
        languages.add(language);
      } else {
        file.wrong(
            "languages", "`" + language + "` is no language", "Write a tag such as en or es");
      }
    }
    return languages.isEmpty() ? Set.of("en") : languages;
  }

  private Map<String, Field> fields(Speech speech) {
    if (!file.has("fields")) file.required("fields", "{situation: {type: text}}");
    return file.section("fields")
        .map(s -> Conditions.computed(s, new FieldReader(s).read(speech)))
        .orElse(new LinkedHashMap<>());
  }

  private List<Part> parts(Speech speech) {
    var parts = new ArrayList<Part>();
    for (Section p : file.sections("parts")) {
      p.only(Keys.PART);
      if (!p.has("title")) p.required("title", "{en: \"...\"}");
      parts.add(new Part(p.required("id", "a_short_name"), speech.label(p, "title")));
    }
    return parts;
  }

  private Map<String, String> told(Speech speech, String key) {
    var texts = new LinkedHashMap<String, String>();
    speech
        .wordings(file, key, Speech.Rule.TELL)
        .byLanguage()
        .forEach((language, all) -> texts.put(language, all.getFirst().source()));
    return texts;
  }

  private Approval approval(Status status) {
    Optional<Section> s = file.section("approved_by");
    if (s.isEmpty()) {
      if (status == Status.ACTIVE) {
        ledger.wrong(
            file.name("status"),
            "approved_by",
            "an active protocol needs one who answers for it",
            "Add approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}");
      }
      return new Approval("", LocalDate.EPOCH, LocalDate.EPOCH);
    }
    s.get().only(Keys.APPROVED_BY);
    var approval =
        new Approval(
            s.get().required("role", "clinical_lead"),
            s.get().date("on"),
            s.get().date("review_by"));
    if (!approval.reviewBy().isAfter(approval.on())) {
      s.get().wrong("review_by", "it is not after the approval", "Write a later date");
    }
    return approval;
  }

  /** A name that no clinician can tick would never hold anybody back. */
  private List<String> contraindications() {
    List<String> names = file.texts("contraindications");
    for (String name : names) {
      if (contraindications.map(known -> !known.contains(name)).orElse(false)) {
        file.wrong(
            "contraindications",
            "`" + name + "` is no contraindication that a clinician can tick",
            "Add it to shared/contraindications.yaml, or use one of: "
                + String.join(", ", new TreeSet<>(contraindications.get())));
      }
    }
    return names;
  }

  private Review review() {
    Optional<Section> s = file.section("review");
    if (s.isEmpty()) return new Review(7, List.of());
    s.get().only(Keys.REVIEW);
    return new Review(s.get().integer("clinician_within_days", 1, 90, 7), s.get().texts("confirm"));
  }

  private List<Rule> rules(Speech speech, Conditions conditions) {
    var rules = new ArrayList<Rule>();
    for (Section r : file.sections("stop_when")) {
      r.only(Keys.RULE);
      if (!r.has("if")) r.required("if", "a condition");
      if (!r.has("do")) r.required("do", "offer_stop");
      rules.add(
          new Rule(
              r.text("name").orElse("rule_" + (rules.size() + 1)),
              conditions.of(r, "if"),
              r.oneOf("do", RuleDo.class).orElse(RuleDo.OFFER_STOP),
              speech.wordings(r, "say", Speech.Rule.ASK)));
    }
    return rules;
  }

  private List<Agreed> homework(Speech speech, Conditions conditions, Map<String, Field> fields) {
    var all = new ArrayList<Agreed>();
    for (Section h : file.sections("homework")) {
      h.only(Keys.AGREED);
      Optional<String> each = h.text("each");
      if (each.isEmpty() && !h.has("task")) h.required("task", "{en: \"{a_field|full}\"}");
      each.filter(e -> !(fields.get(e) instanceof Field.OfList))
          .ifPresent(e -> h.wrong("each", "`" + e + "` is no list", "Name a list field"));
      all.add(
          new Agreed(
              conditions.of(h, "if"),
              speech.wordings(h, "task", Speech.Rule.MADE),
              speech.wordings(h, "due", Speech.Rule.MADE),
              each));
    }
    return all;
  }

  private Optional<String> pin(Map<String, Field> fields) {
    Optional<String> pin = file.text("pin");
    pin.filter(p -> !(fields.get(p) instanceof Field.OfText))
        .ifPresent(p -> file.wrong("pin", "`" + p + "` is no text field", "Name a text field"));
    return pin;
  }

  /** Where a branch leads, for the check against the other files. */
  static Optional<Node> line(String text, String step) {
    var ledger = new Ledger("");
    return Yaml.parse(ledger, text)
        .flatMap(root -> Section.of(ledger, root, ""))
        .flatMap(s ->
            s.sections("steps").stream()
                .filter(x -> x.text("id").equals(Optional.of(step)))
                .map(Section::node)
                .findFirst());
  }
}
