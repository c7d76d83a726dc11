package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocolfile.ProtocolFile.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolFileTest {
  private static final String SOUND =
      """
      protocol: small
      version: 1.0.0
      status: active
      languages: [en]
      title: {en: "Small"}
      approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}
      fields:
        moods: {type: list, min: 1, max: 5, required: true, of: {name: word, intensity: {int: [0, 100]}}}
        moods_now: {copies: moods}
        note: {type: text, max_chars: 300}
        how: {type: choice, options: [{id: well, label: {en: "Well"}}, {id: badly, label: {en: "Badly"}}]}
      steps:
        - id: moods
          collect: moods
          ask: {en: ["What did you feel?"]}
          fill: {intensity: {en: ["How strong was {moods|open}?"]}}
          reject: [{if: "size(moods) == 0", say: {en: ["One word is enough to start."]}}]
          max_attempts: 3
          on_fail: skip_and_note
          next: note
        - id: note
          collect: note
          ask: {en: ["What was it about?"]}
          reflect: {en: ["About {note}."]}
          next: how
        - id: how
          collect: how
          ask: {en: ["How did it go?"]}
          next: [{if: "chosen(how, 'badly')", to: again}, {to: finish}]
        - id: again
          collect: moods_now
          ask: {en: ["And now?"]}
          fill: {intensity: {en: ["How strong is {moods_now|open} now?"]}}
          next: finish
        - id: finish
          close: {en: ["Saved."]}
      stop_when:
        - {if: "max_now(moods) - max_then(moods) >= 20", do: offer_stop}
      complete_when: "filled(all) && chosen(how)"
      """;

  private static Result read(String text) {
    return ProtocolFile.read("small.yaml", text, new Phrases(Map.of()));
  }

  private static List<String> problems(String text) {
    return read(text) instanceof Result.Refused(List<Problem> problems)
        ? problems.stream().map(Problem::toString).toList()
        : List.of();
  }

  @Test
  void a_sound_file_loads() {
    Result result = read(SOUND);
    Protocol protocol = assertInstanceOf(Result.Loaded.class, result, result::toString).protocol();
    assertEquals("small@1.0.0", protocol.ref().toString());
    assertEquals(5, protocol.steps().size());
    assertEquals("rule_1", protocol.stopWhen().getFirst().name());
  }

  static Arguments broken(String from, String to, String problem) {
    return Arguments.of(from, to, problem);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        broken(
            "next: note\n",
            "next: nowhere\n",
            "small.yaml:13: steps.moods.next: there is no step `nowhere`. Use one of: again,"
                + " finish, how, moods, note."),
        broken(
            "    on_fail: skip_and_note\n    next: note\n",
            "    on_fail: skip_and_note\n",
            "small.yaml:13: steps.moods.next: there is no way on. Add next:"
                + " the_step_that_follows."),
        broken(
            "  - id: note\n",
            "  - id: moods\n",
            "small.yaml:21: steps.moods.id: the step `moods` stands twice. Rename one of the two."),
        broken(
            "collect: note\n",
            "collect: notes\n",
            "small.yaml:22: steps.note.collect: there is no field `notes`. Declare it under"
                + " fields."),
        broken(
            "max_attempts: 3",
            "max_attempts: 30",
            "small.yaml:18: steps.moods.max_attempts: `30` is not a whole number from 1 to 5. Write"
                + " such a number."),
        broken(
            "on_fail: skip_and_note",
            "on_fail: give_up",
            "small.yaml:19: steps.moods.on_fail: `give_up` is not known. Use one of: skip_and_note,"
                + " skip_and_flag, stop."),
        broken(
            "on_fail:",
            "on_fial:",
            "small.yaml:19: steps.moods.on_fial: nobody knows this key. Did you mean `on_fail`"
                + " here? Otherwise take it out."),
        broken(
            "languages: [en]",
            "languages: [en, es]",
            "small.yaml:15: steps.moods.ask.es: the wording in `es` is missing. Add es:"
                + " [\"...\"]."),
        broken(
            "{en: [\"And now?\"]}",
            "{en: [\"And now?\"], de: [\"Und jetzt?\"]}",
            "small.yaml:32: steps.again.ask.de: the file does not speak `de`. Add it to languages,"
                + " or take it out."),
        broken(
            "size(moods) == 0",
            "size(mods) == 0",
            "small.yaml:17: steps.moods.reject[1].if: the condition `size(mods) == 0` is wrong:"
                + " undeclared reference to 'mods' (in container ''). Known fields are: how, moods,"
                + " moods_now, note."),
        broken(
            "size(moods) == 0",
            "size(moods) + 1",
            "small.yaml:17: steps.moods.reject[1].if: the condition `size(moods) + 1` is wrong:"
                + " expected type 'bool' but found 'int'. Known fields are: how, moods, moods_now,"
                + " note."),
        broken(
            "chosen(how, 'badly')",
            "how == 'bad'",
            "small.yaml:29: steps.how.next[1].if: `bad` is not an option of how. Use one of: well,"
                + " badly."),
        broken(
            "chosen(how, 'badly')",
            "chosen(how, 'bad')",
            "small.yaml:29: steps.how.next[1].if: the condition `chosen(how, 'bad')` is wrong: the"
                + " options of 'how' are: well, badly. Known fields are: how, moods, moods_now,"
                + " note."),
        broken(
            "filled(all) && chosen(how)",
            "filled(everything)",
            "small.yaml:39: complete_when: the condition `filled(everything)` is wrong: there is no"
                + " field 'everything'. Known fields are: how, moods, moods_now, note."),
        broken(
            "About {note}.",
            "About {nothing}.",
            "small.yaml:24: steps.note.reflect.en: the slot {nothing} names no field. Use one of:"
                + " how, moods, moods_now, note."),
        broken(
            "About {note}.",
            "About {note|last}.",
            "small.yaml:24: steps.note.reflect.en: the slot {note|last} needs a list, and note is a"
                + " text. Write {note}."),
        broken(
            "About {note}.",
            "About {note|loud}.",
            "small.yaml:24: steps.note.reflect.en: the slot {note|loud} has an unknown form. Use"
                + " one of: short, full, list, names, first, last, strongest, count, change, open,"
                + " entry."),
        broken(
            "About {note}.",
            "About {note.",
            "small.yaml:24: steps.note.reflect.en: a brace stands alone. Write a slot as {field} or"
                + " {field|form}."),
        broken(
            "About {note}.",
            "About {note}, right?",
            "small.yaml:24: steps.note.reflect.en: it asks a question. Leave the question to `ask`:"
                + " one question a turn."),
        broken(
            "What was it about?",
            "What was it about? And who was there?",
            "small.yaml:23: steps.note.ask.en: it asks more than one question. Ask one question a"
                + " turn."),
        broken(
            "What was it about?",
            "And now?",
            "small.yaml:32: steps.again.ask.en: the same wording stands at steps.note.ask.en. Say"
                + " it in other words."),
        broken(
            "What was it about?",
            "What was it about, {how}?",
            "small.yaml:23: steps.note.ask.en: every wording needs an earlier answer, which may"
                + " have been skipped. Add one without {slots}."),
        broken(
            "What was it about?",
            "See <b>this</b>",
            "small.yaml:23: steps.note.ask.en: it has markup or a link. Use plain words."),
        broken(
            "What was it about?",
            "word ".repeat(46).strip(),
            "small.yaml:23: steps.note.ask.en: it is 46 words long, and at most 45 are allowed."
                + " Shorten it."),
        broken(
            "next: how\n",
            "next: moods\n",
            "small.yaml:21: steps.note.next: the loop moods -> note -> moods may go on for ever."
                + " Add most: 2 to one of its ways."),
        broken(
            "next: how\n",
            "next: finish\n",
            "small.yaml:26: steps.how.id: no way leads to this step. Name it in a `next`, or take"
                + " it out."),
        broken(
            "{to: finish}]",
            "{if: \"chosen(how, 'well')\", to: finish}]",
            "small.yaml:29: steps.how.next[2].to: the last way has a condition. End with {to:"
                + " a_step} alone."),
        broken(
            "fill: {intensity: {en: [\"How strong was {moods|open}?\"]}}",
            "max_attempts: 2",
            "small.yaml:13: steps.moods.fill.intensity: nothing asks for a missing intensity. Add"
                + " fill: {intensity: {en: [\"How strong was {moods|open}?\"]}}."),
        broken(
            "copies: moods",
            "copies: note",
            "small.yaml:9: fields.moods_now.copies: `note` is no list with numbers. Name a list"
                + " field that stands above and has an {int: ...} column."),
        broken(
            "type: text, max_chars",
            "type: txt, max_chars",
            "small.yaml:10: fields.note.type: `txt` is not known. Use one of: text, number, time,"
                + " choice, choices, list, day."),
        broken(
            "{int: [0, 100]}",
            "{int: [100, 0]}",
            "small.yaml:8: fields.moods.of.intensity.int: it is no range. Write {int: [0, 100]}."),
        broken(
            "{id: badly, label",
            "{id: well, label",
            "small.yaml:11: fields.how.options[2].id: the option `well` stands twice. Rename one."),
        broken(
            "version: 1.0.0",
            "version: new",
            "small.yaml:2: version: `new` is no version. Write three numbers: 1.0.0."),
        broken(
            "review_by: 2027-01-10",
            "review_by: 2025-01-10",
            "small.yaml:6: approved_by.review_by: it is not after the approval. Write a later"
                + " date."),
        broken(
            "approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}\n",
            "",
            "small.yaml:3: approved_by: an active protocol needs one who answers for it. Add"
                + " approved_by: {role: clinical_lead, on: 2026-01-10, review_by: 2027-01-10}."),
        broken(
            "do: offer_stop",
            "do: explode",
            "small.yaml:38: stop_when[1].do: `explode` is not known. Use one of: offer_stop, stop,"
                + " stop_and_flag, flag."),
        broken(
            "status: active",
            "status: active\nstatus: draft",
            "small.yaml:4: status: the key stands twice. Keep one of the two."),
        broken(
            "close: {en: [\"Saved.\"]}",
            "collect: note\n    ask: {en: [\"So?\"]}\n    next: note",
            "small.yaml:35: steps.finish.next: no way leads to an end. Add a step with `close`, and"
                + " name it in a `next`."),
        broken(
            "  note: {type: text, max_chars: 300}\n",
            "  note: {type: text, max_chars: 300}\n  lost: {type: text}\n",
            "small.yaml:8: fields.lost: no step fills it. Collect it in a step, or take it out."),
        broken(
            "steps:\n",
            "steps: [\n",
            "small.yaml:13: file: this is no YAML: expected the node content, but found '-'. Mend"
                + " the line."));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("brokenFiles")
  void a_broken_file_is_refused_with_file_line_field_and_mend(
      String from, String to, String problem) {
    assertTrue(SOUND.contains(from), "the test changes something: " + from);
    List<String> problems =
        problems(
            SOUND.replaceFirst(
                java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)));
    assertTrue(
        problems.contains(problem),
        "expected\n" + problem + "\nbut found\n" + String.join("\n", problems));
  }

  @Test
  void every_problem_of_a_file_is_told_at_once() {
    List<String> problems =
        problems(
            SOUND
                .replace("on_fail:", "on_fial:")
                .replace("next: how\n", "next: nowhere\n")
                .replace("1.0.0", "1"));
    assertTrue(problems.size() >= 3, problems::toString);
  }

  @Test
  void an_empty_file_is_refused() {
    assertEquals(
        List.of("small.yaml:1: file: the file is empty. Write a protocol, or take the file away."),
        problems(""));
  }
}
