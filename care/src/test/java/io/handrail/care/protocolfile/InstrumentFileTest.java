package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.measure.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an instrument file must be, and what is said when it is not. */
class InstrumentFileTest {
  private static final Path SHIPPED = ShippedProtocols.folder().resolve("instruments");

  private static String shipped(String name) {
    try {
      return Files.readString(SHIPPED.resolve(name + ".yaml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_is_shipped_is_in_order_and_complete() {
    InstrumentFolder all = InstrumentFolder.open(ShippedProtocols.folder());
    assertEquals(
        List.of("gad7", "pcl5", "phq9", "who5"),
        all.active().stream().map(i -> i.ref().name()).toList());
    for (Instrument instrument : all.active()) {
      for (String language : List.of("en", "es")) {
        assertTrue(instrument.languages().contains(language));
        assertTrue(instrument.items().stream().noneMatch(i -> i.texts().get(language).isBlank()));
        assertTrue(instrument.bands().stream().noneMatch(b -> b.tells().get(language).isBlank()));
      }
    }
    assertEquals(9, all.active("phq9").orElseThrow().items().size());
    assertEquals(20, all.active("pcl5").orElseThrow().items().size());
  }

  @Test
  void wsas_is_there_and_off_and_without_its_text() {
    InstrumentFile.Read wsas = InstrumentFile.read("wsas.yaml", shipped("wsas"));
    Instrument read = wsas.instrument().orElseThrow();
    assertEquals(Instrument.Status.DRAFT, read.status());
    assertTrue(read.items().stream().allMatch(i -> i.texts().isEmpty()));
    assertTrue(
        InstrumentFolder.open(ShippedProtocols.folder()).active("wsas").isEmpty(), "never asked");
    String on = shipped("wsas").replace("status: draft", "status: active");
    assertTrue(
        InstrumentFile.read("wsas.yaml", on).problems().stream()
            .anyMatch(p -> p.toString().contains("item[1].text: it is missing")));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            "resourceType: Questionnaire",
            "resourceType: Survey",
            "phq9.yaml:3: resourceType: it is no Questionnaire. Write resourceType: Questionnaire."),
        Arguments.of(
            "name: phq9",
            "name: PHQ-9",
            "phq9.yaml:4: name: `PHQ-9` cannot name an instrument. Use small letters and digits."),
        Arguments.of(
            "version: 1.0.0",
            "version: one",
            "phq9.yaml:5: version: `one` is no version. Write three numbers: 1.0.0."),
        Arguments.of(
            "linkId: q3",
            "linkId: q2",
            "item[3].linkId: the linkId `q2` stands twice. Give each item its own."),
        Arguments.of(
            "{value: 3, code: LA6571-9",
            "{value: 2, code: LA6571-9",
            "answerOption[4].value: the value 2 stands twice. Give each answer its own."),
        Arguments.of(
            "code: 44255-8",
            "code: 44255",
            "item[2].code: `44255` is no LOINC code. Write it as 44249-1."),
        Arguments.of(
            "{item: q9, concern_from: 1, urgent_from: 2}",
            "{item: q10, concern_from: 1, urgent_from: 2}",
            "safety[1].item: there is no item `q10`. Name a linkId of this file."),
        Arguments.of(
            "{item: q9, concern_from: 1, urgent_from: 2}",
            "{item: q9, concern_from: 2, urgent_from: 1}",
            "safety[1].urgent_from: it is below concern_from."
                + " Write the same number or a larger one."),
        Arguments.of(
            "  - from: 10\n    name: {en: \"moderate\"",
            "  - from: 4\n    name: {en: \"moderate\"",
            "bands[3].from: the bands do not rise from 0. Begin at 0, then each above the last."),
        Arguments.of(
            "  case_from: 10",
            "  case_at_most: 10",
            "scoring.case_at_most: it does not go with better: lower. Write case_from."),
        Arguments.of(
            "prorate_up_to: 2 ",
            "prorate_up_to: 8 ",
            "scoring.prorate_up_to: `8` is not a whole number from 0 to 3. Write such a number."),
        Arguments.of(
            "  reliable_change: 6",
            "  reliable_chance: 6",
            "scoring.reliable_chance: nobody knows this key."
                + " Did you mean `reliable_change` here? Otherwise take it out."),
        Arguments.of(
            "es: \"Poco interés o placer en hacer cosas\"",
            "fr: \"Peu d'intérêt\"",
            "item[1].text.es: the wording in `es` is missing."),
        Arguments.of(
            "approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}",
            "",
            "approved_by: an active instrument needs one who answers for it."));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_broken_file_is_told_by_line_field_and_mend(String was, String is, String told) {
    String text = shipped("phq9");
    assertTrue(text.contains(was), was);
    List<String> problems =
        InstrumentFile.read("phq9.yaml", text.replace(was, is)).problems().stream()
            .map(Problem::toString)
            .toList();
    assertTrue(problems.stream().anyMatch(p -> p.contains(told)), () -> problems.toString());
  }

  @Test
  void two_active_versions_of_a_name_are_refused(@TempDir Path folder) throws IOException {
    Path instruments = Files.createDirectory(folder.resolve("instruments"));
    Files.writeString(instruments.resolve("a.yaml"), shipped("gad7"));
    Files.writeString(
        instruments.resolve("b.yaml"), shipped("gad7").replace("version: 1.0.0", "version: 1.1.0"));
    InstrumentFolder.Report report = InstrumentFolder.check(folder);
    assertEquals(1, report.problems().size());
    assertTrue(
        report.problems().getFirst().toString().contains("gad7 active stands in a.yaml too"));
    assertTrue(report.instruments().isEmpty());
  }

  @Test
  void a_folder_without_instruments_has_none(@TempDir Path folder) {
    assertEquals(List.of(), InstrumentFolder.open(folder).active());
  }

  @Test
  void the_schema_for_editors_has_the_keys_that_the_loader_knows() throws IOException {
    JsonNode schema =
        new ObjectMapper()
            .readTree(ShippedProtocols.folder().resolve("schema/instrument.schema.json").toFile());
    JsonNode defs = schema.get("$defs");
    same(InstrumentKeys.FILE, schema);
    same(InstrumentKeys.ITEM, defs.get("item"));
    same(InstrumentKeys.OPTION, defs.get("option"));
    same(InstrumentKeys.SCORING, defs.get("scoring"));
    same(InstrumentKeys.SAFETY, defs.get("safety"));
    same(InstrumentKeys.BAND, defs.get("band"));
    same(InstrumentKeys.REVIEW, schema.at("/properties/review"));
    same(Keys.APPROVED_BY, schema.at("/properties/approved_by"));
  }

  private static void same(List<String> keys, JsonNode object) {
    var known = new TreeSet<String>();
    object.get("properties").fieldNames().forEachRemaining(known::add);
    assertEquals(new TreeSet<>(keys), known);
    assertFalse(object.get("additionalProperties").asBoolean(true));
  }
}
