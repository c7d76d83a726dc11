package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Documents;
import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocolfile.ProtocolFile.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times, computed numbers, series, documents and the other keys of a diary, as a file has them. */
class ComputedTest {
  private static final String SOUND =
      """
      protocol: small
      version: 1.0.0
      status: draft
      languages: [en]
      title: {en: "Small"}
      series: {list: days, by: day, show: [{column: gap, title: {en: "Gap"}, unit: minutes}]}
      fields:
        from: {type: time, near: "23:00"}
        until: {type: time, near: "7:00"}
        gap: {type: number, min: 0, max: 1440, unit: minutes, computed: "between(from, until)"}
        half: {type: number, min: 0, max: 720, computed: "gap / 2"}
        days: {type: list, min: 1, max: 14, keep: true, of: {day: {text: 20}, gap: {int: [0, 1440]}}}
        usual: {type: number, min: 0, max: 1440, computed: "mean(days, 'gap')"}
        lines: {type: list, adds_to: safety_plan.signs, of: {line: text}}
        first: {type: text, from: lines}
        so_far: {type: list, reads: safety_plan.signs, of: {line: text}}
      steps:
        - {id: from, collect: from, ask: {en: ["From when?"]}, next: until}
        - id: until
          collect: until
          ask: {en: ["Until when?"]}
          then: [{append: {to: days, from: {day: today, gap: gap}, latest: true}}]
          next: lines
        - {id: lines, collect: lines, ask: {en: ["What else?"]}, next: first}
        - id: first
          collect: first
          ask: {en: ["Which first?"]}
          then: [{lead: {list: lines, with: first}}]
          next: finish
        - {id: finish, close: {en: ["That was {gap}."]}}
      """;

  private static List<String> problems(String text) {
    return ProtocolFile.read("small.yaml", text, new Phrases(Map.of()))
            instanceof Result.Refused(List<Problem> problems)
        ? problems.stream().map(Problem::toString).toList()
        : List.of();
  }

  @Test
  void a_sound_file_loads() {
    assertEquals(List.of(), problems(SOUND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "between(from, until)|between(from, half)|between(a, b) needs two fields of type time",
        "between(from, until)|between(from, till)|between(a, b) needs two fields of type time",
        "between(from, until)|half + 1|undeclared reference to 'half'",
        "between(from, until)|between(from, until) > 5|expected type 'int' but found 'bool'",
        "mean(days, 'gap')|mean(days, 'gop')|mean(list, 'column') needs a list and one of its numbers",
        "gap / 2|gap / 2.5|found no matching overload",
        "near: \"23:00\"|near: \"25:00\"|is no time of day. Write it as \"23:00\", in quotes",
        ", near: \"7:00\"|, keep: false|fields.until.near: it is missing",
        "{type: text, from: lines}|{type: text, from: lines, unit: minutes}|only a number can have it",
        "unit: minutes, computed|unit: hours, computed|`hours` is not known. Use one of: plain, percent, minutes",
        "adds_to: safety_plan.signs|adds_to: safety_plan.sings|is no part of a document",
        "{type: text, from: lines}|{type: text, from: lines, reads: safety_plan.coping}|only a list can have it",
        "by: day|by: gap|is not the first column of days",
        "series: {list: days|series: {list: lines|is no list that is kept",
        "column: gap, title|column: gup, title|is no number of days",
        "lead: {list: lines, with: first}|lead: {list: first, with: first}|`first` is no list",
        "lead: {list: lines, with: first}|lead: {list: lines, with: gap}|`gap` is no text field",
        "{id: lines, collect: lines,|{id: lines, collect: half,|it is computed and asked for",
        "from: {day: today, gap: gap}|from: {day: tody, gap: gap}|there is no field `tody`",
        "protocol: small|`kind: leaflet\nprotocol: small`|`leaflet` is not known. Use one of: exercise, piece",
      })
  void a_slip_is_refused_with_its_mend(String from, String to, String problem) {
    assertTrue(SOUND.contains(from), from);
    List<String> found =
        problems(
            SOUND.replaceFirst(
                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    assertTrue(found.stream().anyMatch(p -> p.contains(problem)), () -> String.join("\n", found));
  }

  @Test
  void the_parts_of_a_document_are_those_of_the_schema() {
    assertEquals(6, Documents.PARTS.size());
  }
}
