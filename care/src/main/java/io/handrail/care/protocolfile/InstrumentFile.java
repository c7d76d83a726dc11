package io.handrail.care.protocolfile;

import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instrument.Band;
import io.handrail.care.measure.Instrument.Better;
import io.handrail.care.measure.Instrument.Item;
import io.handrail.care.measure.Instrument.Option;
import io.handrail.care.measure.Instrument.Safety;
import io.handrail.care.measure.Instrument.Scoring;
import io.handrail.care.measure.Instrument.Status;
import io.handrail.care.measure.InstrumentRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one instrument file, with every check that needs no other file. */
final class InstrumentFile {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,19}");
  private static final Pattern LINK = Pattern.compile("[a-z][a-z0-9]{0,9}");
  private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
  private static final Pattern LOINC = Pattern.compile("\\d{1,7}-\\d");
  private static final Pattern LOINC_ANSWER = Pattern.compile("LA\\d{1,7}-\\d");
  private static final Speech.Rule TEXT = new Speech.Rule(60, true, false, false);
  private static final int VALUE_MAX = 20;

  private final Ledger ledger;
  private final Section file;
  private final Speech speech;
  private final Set<String> languages;
  private final Status status;

  private InstrumentFile(Ledger ledger, Section file) {
    this.ledger = ledger;
    this.file = file;
    this.languages = new LinkedHashSet<>(file.texts("languages"));
    if (languages.isEmpty()) file.required("languages", "[en, es]");
    this.speech = new Speech(ledger, languages, Map.of());
    this.status = file.oneOf("status", Status.class).orElse(Status.DRAFT);
  }

  /** What came of reading a file. */
  record Read(Optional<Instrument> instrument, List<Problem> problems) {}

  static Read read(String name, String text) {
    var ledger = new Ledger(name);
    Optional<Instrument> instrument =
        Yaml.parse(ledger, text)
            .flatMap(root -> Section.of(ledger, root, ""))
            .map(section -> new InstrumentFile(ledger, section).instrument());
    return new Read(ledger.clean() ? instrument : Optional.empty(), ledger.problems());
  }

  private Instrument instrument() {
    file.only(InstrumentKeys.FILE);
    if (!file.required("resourceType", "Questionnaire").equals("Questionnaire")) {
      file.wrong("resourceType", "it is no Questionnaire", "Write resourceType: Questionnaire");
    }
    List<Option> shared = options(file);
    List<Item> items = items(shared);
    Scoring scoring = scoring(items);
    List<Safety> safety = safety(items);
    for (String key : List.of("title", "description")) {
      if (!file.has(key)) file.required(key, "{en: \"...\"}");
    }
    if (status == Status.ACTIVE && !file.has("preamble")) {
      file.required("preamble", "{en: \"Over the last 2 weeks, ...\"}");
    }
    return new Instrument(
        ref(),
        status,
        speech.label(file, "title"),
        texts(file, "description"),
        file.integer("minutes", 1, 60, 3),
        languages,
        file.required("copyright", "\"who made it, and under which terms it may be used\""),
        reviewBy(),
        code(file, LOINC),
        texts(file, "preamble"),
        items,
        scoring,
        safety,
        bands(items, scoring),
        confirm());
  }

  private InstrumentRef ref() {
    String name = file.required("name", "phq9");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      file.wrong(
          "name", "`" + name + "` cannot name an instrument", "Use small letters and digits");
    }
    String version = file.required("version", "1.0.0");
    if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
      file.wrong("version", "`" + version + "` is no version", "Write three numbers: 1.0.0");
    }
    return new InstrumentRef(name, version);
  }

  private LocalDate reviewBy() {
    Optional<Section> s = file.section("approved_by");
    if (s.isEmpty()) {
      if (status == Status.ACTIVE) {
        ledger.wrong(
            file.name("status"),
            "approved_by",
            "an active instrument needs one who answers for it",
            "Add approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}");
      }
      return LocalDate.EPOCH;
    }
    s.get().only(Keys.APPROVED_BY);
    s.get().required("role", "clinical_lead");
    LocalDate on = s.get().date("on");
    LocalDate until = s.get().date("review_by");
    if (!until.isAfter(on)) {
      s.get().wrong("review_by", "it is not after the approval", "Write a later date");
    }
    return until;
  }

  private List<Item> items(List<Option> shared) {
    if (!file.has("item")) file.required("item", "[{linkId: q1, text: {en: \"...\"}}]");
    var items = new ArrayList<Item>();
    var seen = new HashSet<String>();
    for (Section s : file.sections("item")) {
      s.only(InstrumentKeys.ITEM);
      String link = s.required("linkId", "q1");
      if (!link.isEmpty() && !LINK.matcher(link).matches()) {
        s.wrong("linkId", "`" + link + "` cannot name an item", "Write it as q1");
      }
      if (!seen.add(link)) {
        s.wrong("linkId", "the linkId `" + link + "` stands twice", "Give each item its own");
      }
      if (status == Status.ACTIVE && !s.has("text")) {
        s.required("text", "{en: \"the words of the question\"}");
      }
      List<Option> options = s.has("answerOption") ? options(s) : shared;
      if (status == Status.ACTIVE && options.size() < 2) {
        ledger.wrong(
            s.node(),
            s.field("answerOption"),
            "there are not two answers to choose from",
            "Add answerOption here or for the whole file");
      }
      items.add(new Item(link, code(s, LOINC), texts(s, "text"), options));
    }
    return items;
  }

  private List<Option> options(Section of) {
    var options = new ArrayList<Option>();
    var seen = new HashSet<Integer>();
    for (Section s : of.sections("answerOption")) {
      s.only(InstrumentKeys.OPTION);
      s.required("value", "0");
      int value = s.integer("value", 0, VALUE_MAX, 0);
      if (!seen.add(value)) {
        s.wrong("value", "the value " + value + " stands twice", "Give each answer its own");
      }
      if (!s.has("display")) s.required("display", "{en: \"Not at all\"}");
      options.add(new Option(value, code(s, LOINC_ANSWER), texts(s, "display")));
    }
    return options;
  }

  private Scoring scoring(List<Item> items) {
    Optional<Section> found = file.section("scoring");
    if (found.isEmpty()) {
      if (!file.has("scoring")) file.required("scoring", "{better: lower, reliable_change: 6}");
      return new Scoring(
          Optional.empty(),
          Better.LOWER,
          1,
          0,
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    Section s = found.get();
    s.only(InstrumentKeys.SCORING);
    if (!s.has("better")) s.required("better", "lower");
    if (!s.has("reliable_change")) s.required("reliable_change", "6");
    Better better = s.oneOf("better", Better.class).orElse(Better.LOWER);
    int reliable = s.integer("reliable_change", 1, 200, 1);
    Optional<Integer> meaningful = number(s, "meaningful_change", 1);
    if (meaningful.filter(m -> m < reliable).isPresent()) {
      s.wrong("meaningful_change", "it is below the reliable change", "Write a larger number");
    }
    String wrongWay = better == Better.LOWER ? "case_at_most" : "case_from";
    if (s.has(wrongWay)) {
      s.wrong(
          wrongWay,
          "it does not go with better: " + better.name().toLowerCase(java.util.Locale.ROOT),
          better == Better.LOWER ? "Write case_from" : "Write case_at_most");
    }
    return new Scoring(
        code(s, LOINC),
        better,
        s.integer("multiply", 1, 100, 1),
        s.integer("prorate_up_to", 0, Math.max(0, items.size() / 3), 0),
        reliable,
        meaningful,
        number(s, "case_from", 0),
        number(s, "case_at_most", 0));
  }

  private static Optional<Integer> number(Section s, String key, int least) {
    return s.has(key) ? Optional.of(s.integer(key, least, 1000, least)) : Optional.empty();
  }

  private List<Safety> safety(List<Item> items) {
    var all = new ArrayList<Safety>();
    for (Section s : file.sections("safety")) {
      s.only(InstrumentKeys.SAFETY);
      String item = s.required("item", "q9");
      if (!item.isEmpty() && items.stream().noneMatch(i -> i.linkId().equals(item))) {
        s.wrong("item", "there is no item `" + item + "`", "Name a linkId of this file");
      }
      s.required("concern_from", "1");
      s.required("urgent_from", "2");
      int concern = s.integer("concern_from", 1, VALUE_MAX, 1);
      int urgent = s.integer("urgent_from", 1, VALUE_MAX, VALUE_MAX);
      if (urgent < concern) {
        s.wrong("urgent_from", "it is below concern_from", "Write the same number or a larger one");
      }
      all.add(new Safety(item, concern, urgent));
    }
    return all;
  }

  private List<Band> bands(List<Item> items, Scoring scoring) {
    if (!file.has("bands")) file.required("bands", "[{from: 0, name: {en: \"...\"}}]");
    int highest =
        items.stream()
                .mapToInt(i -> i.options().stream().mapToInt(Option::value).max().orElse(VALUE_MAX))
                .sum()
            * scoring.multiply();
    var bands = new ArrayList<Band>();
    for (Section s : file.sections("bands")) {
      s.only(InstrumentKeys.BAND);
      s.required("from", "0");
      int from = s.integer("from", 0, highest, 0);
      boolean inOrder = bands.isEmpty() ? from == 0 : from > bands.getLast().from();
      if (!inOrder) {
        s.wrong("from", "the bands do not rise from 0", "Begin at 0, then each above the last");
      }
      if (!s.has("name")) s.required("name", "{en: \"mild\"}");
      if (status == Status.ACTIVE && !s.has("tell")) {
        s.required("tell", "{en: \"That is around the middle of the range.\"}");
      }
      bands.add(new Band(from, speech.label(s, "name"), texts(s, "tell")));
    }
    return bands;
  }

  private List<String> confirm() {
    Optional<Section> s = file.section("review");
    s.ifPresent(review -> review.only(InstrumentKeys.REVIEW));
    return s.map(review -> review.texts("confirm")).orElse(List.of());
  }

  private Map<String, String> texts(Section s, String key) {
    var texts = new java.util.HashMap<String, String>();
    speech
        .wordings(s, key, TEXT)
        .byLanguage()
        .forEach((language, all) -> texts.put(language, all.getFirst().source()));
    return texts;
  }

  private static Optional<String> code(Section s, Pattern shape) {
    Optional<String> code = s.text("code");
    if (code.isPresent() && !shape.matcher(code.get()).matches()) {
      s.wrong(
          "code",
          "`" + code.get() + "` is no LOINC code",
          shape == LOINC ? "Write it as 44249-1" : "Write it as LA6568-5");
      return Optional.empty();
    }
    return code;
  }
}
