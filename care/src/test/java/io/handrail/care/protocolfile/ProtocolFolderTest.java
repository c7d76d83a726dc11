package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Template;
import io.handrail.care.protocol.Wordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolFolderTest {
  @TempDir Path folder;

  private void copied() throws IOException {
    Files.createDirectories(folder.resolve("shared"));
    Files.createDirectories(folder.resolve("pieces"));
    Files.createDirectories(folder.resolve("retired"));
    for (String file : shipped()) {
      Files.copy(Sitting.home().resolve(file), folder.resolve(file));
    }
  }

  /** Every protocol of the repository, and what they share. */
  private static List<String> shipped() throws IOException {
    try (Stream<Path> top = Files.list(Sitting.home());
        Stream<Path> pieces = Files.list(Sitting.home().resolve("pieces"));
        Stream<Path> retired = Files.list(Sitting.home().resolve("retired"));
        Stream<Path> shared = Files.list(Sitting.home().resolve("shared"))) {
      return Stream.of(top, pieces, retired, shared)
          .flatMap(files -> files)
          .filter(f -> f.toString().endsWith(".yaml"))
          .map(f -> Sitting.home().relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), from);
    Files.writeString(path, text.replaceFirst(Pattern.quote(from), to));
  }

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        new ProtocolsCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(List.of(args));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_shipped_folder_is_in_order() {
    Ran ran = run("check", Sitting.home().toString());
    assertEquals(0, ran.code(), ran.err());
    List<String> lines = ran.out().lines().toList();
    assertTrue(lines.stream().allMatch(l -> l.matches("ok  \\S+\\.yaml: .+")), ran.out());
    assertTrue(lines.contains("ok  thought_record.yaml: thought_record 1.3.0, active"), ran.out());
    assertTrue(
        lines.contains("ok  retired/check_in_1.0.0.yaml: check_in 1.0.0, retired"), ran.out());
    assertTrue(lines.contains("ok  pieces/sleep.yaml: piece_sleep 1.0.0, active"), ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void a_bad_file_is_told_with_its_line_and_the_others_are_still_looked_at() throws IOException {
    copied();
    change("check_in.yaml", "collect: about", "collect: abuot");
    change("thought_record.yaml", "next: moods\n", "next: mood\n");
    Ran ran = run("check", folder.toString());
    assertEquals(1, ran.code());
    assertTrue(ran.out().contains("ok  behavioural_activation.yaml"));
    assertTrue(
        ran.err()
            .contains("steps.about.collect: there is no field `abuot`. Declare it under fields."),
        ran.err());
    assertTrue(ran.err().contains("steps.setting.next: there is no step `mood`."), ran.err());
    assertTrue(ran.err().lines().allMatch(l -> l.matches(".+\\.yaml:\\d+: [^:]+: .+")), ran.err());

    ProtocolFolder.Refused refused =
        assertThrows(ProtocolFolder.Refused.class, () -> ProtocolFolder.open(folder));
    // Retired versions, which lead to the broken one, are read when they are asked for.
    long here = ran.err().lines().filter(l -> !l.contains("/retired/")).count();
    assertEquals(here, refused.problems().size());
  }

  @Test
  void a_step_names_a_short_read_that_is_there() throws IOException {
    copied();
    change("sleep_diary.yaml", "read: piece_sleep", "read: piece_slep");
    Ran ran = run("check", folder.toString());
    assertTrue(
        ran.err().contains("steps.into_bed.read: there is no active protocol `piece_slep`"),
        ran.err());
  }

  @Test
  void a_branch_leads_to_an_active_protocol() throws IOException {
    copied();
    change("thought_record.yaml", "status: active", "status: retired");
    Ran ran = run("check", folder.toString());
    assertEquals(1, ran.code());
    assertTrue(
        ran.err()
            .contains(
                "steps.to_thought_record.branch: there is no active protocol `thought_record`"),
        ran.err());
  }

  @Test
  void one_version_of_a_name_is_active_and_older_ones_stay_for_runs_under_way() throws IOException {
    copied();
    String old = Files.readString(folder.resolve("check_in.yaml"));
    Files.writeString(
        folder.resolve("check_in-0.yaml"), old.replace("version: 1.3.0", "version: 0.9.0"));
    assertTrue(
        run("check", folder.toString())
            .err()
            .contains("check_in is active in check_in-0.yaml too. Retire one"));

    change("check_in-0.yaml", "status: active", "status: retired");
    ProtocolFolder protocols = ProtocolFolder.open(folder);
    assertEquals("1.3.0", protocols.active("check_in").orElseThrow().ref().version());
    assertTrue(protocols.at(new ProtocolRef("check_in", "0.9.0")).isPresent());
    assertEquals(Sitting.folder().active().size(), protocols.active().size());

    change("check_in-0.yaml", "version: 0.9.0", "version: 1.2.0");
    assertTrue(
        run("check", folder.toString())
            .err()
            .contains("check_in@1.2.0 stands in check_in-0.yaml too"));
  }

  @Test
  void a_phrase_that_is_missing_in_a_language_stops_the_start() throws IOException {
    copied();
    change("shared/phrases.yaml", "option_stop:", "option_stpo:");
    Ran ran = run("check", folder.toString());
    assertTrue(ran.err().contains("phrases.option_stop: it is missing"), ran.err());
    assertTrue(ran.err().contains("Did you mean `option_stop` here?"), ran.err());
  }

  @Test
  void an_empty_or_missing_folder_is_told_plainly() {
    Ran ran = run("check", folder.resolve("nowhere").toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("it cannot be read. Check that it is there and readable."));
  }

  @Test
  void a_retired_version_is_there_for_runs_under_way_and_nothing_else_stands_in_its_folder()
      throws IOException {
    copied();
    ProtocolFolder protocols = ProtocolFolder.open(folder);
    Protocol old = protocols.at(new ProtocolRef("thought_record", "1.0.0")).orElseThrow();
    assertEquals(Protocol.Status.RETIRED, old.status());
    assertEquals("1.3.0", protocols.active("thought_record").orElseThrow().ref().version());
    assertTrue(protocols.at(new ProtocolRef("thought_record", "0.0.1")).isEmpty());

    change("retired/thought_record_1.0.0.yaml", "status: retired", "status: active");
    ProtocolFolder.Refused refused =
        assertThrows(ProtocolFolder.Refused.class, () -> ProtocolFolder.open(folder));
    assertTrue(
        refused.getMessage().contains("what stands in `retired` is a retired version"),
        refused.getMessage());

    change("retired/thought_record_1.0.0.yaml", "status: active", "status: retired");
    change("retired/thought_record_1.0.0.yaml", "version: 1.0.0", "version: 1.2.0");
    assertThrows(ProtocolFolder.Refused.class, () -> ProtocolFolder.open(folder));

    change("retired/thought_record_1.0.0.yaml", "version: 1.2.0", "version: 1.0.0");
    change("retired/thought_record_1.0.0.yaml", "next: moods\n", "next: mood\n");
    assertTrue(
        run("check", folder.toString()).err().contains("steps.setting.next: there is no step"));
  }

  @Test
  void a_flow_is_drawn() {
    Ran ran = run("draw", "thought_record", Sitting.home().toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(
        ran.out().startsWith("flowchart TD\n  start([\"Thought record 1.3.0\"]) --> situation\n"));
    assertTrue(
        ran.out().contains("  outlook -->|\"chosen(outlook, 'mostly_true')\"| problem\n"),
        ran.out());
    assertTrue(ran.out().contains("  situation[\"What happened\"]\n"));
    assertEquals(1, run("draw", "nothing", Sitting.home().toString()).code());
    assertEquals(2, run("paint").code());
  }

  // --- how the shipped files are written -----------------------------------------------------

  private static Stream<Step.Question> questions() {
    return Sitting.folder().active().stream()
        .flatMap(p -> p.steps().stream())
        .filter(s -> s instanceof Step.Question)
        .map(s -> (Step.Question) s);
  }

  @Test
  void every_question_has_three_wordings_in_both_languages() {
    questions()
        .forEach(q -> {
          assertTrue(q.ask().in("en").size() >= 3, q.id());
          assertTrue(q.ask().in("es").size() >= 3, q.id());
        });
  }

  @Test
  void no_line_claims_a_feeling_praises_blames_or_promises() throws IOException {
    Pattern banned =
        Pattern.compile(
            "(?i)\\b(i feel|i understand how|i know how you|i'm sorry|i am sorry|i'm proud|proud of"
                + " you|great job|well done|amazing|good work|i care|i'm here for you|you should"
                + " have|i promise|will make you feel better|me siento|entiendo cómo te|lo"
                + " siento(?! así)|qué bien hecho|buen trabajo|estoy orgullos|te prometo|deberías"
                + " haber)\\b");
    for (String file : shipped()) {
      for (String line : Files.readAllLines(Sitting.home().resolve(file))) {
        // What stands in “ ” is somebody's example, not the program speaking.
        String own = line.replaceAll("“[^”]*”", "");
        assertTrue(!banned.matcher(own).find(), file + ": " + line);
      }
    }
  }

  @Test
  void sentences_are_short() {
    questions()
        .flatMap(q -> Stream.of(q.ask(), q.why(), q.example()))
        .map(Wordings::byLanguage)
        .flatMap(m -> m.values().stream())
        .flatMap(List::stream)
        .map(Template::source)
        .flatMap(t -> Stream.of(t.split("(?<=[.!?:])\\s")))
        .forEach(s -> assertTrue(s.split("\\s+").length <= 26, s));
  }

  @Test
  void a_model_may_never_pick_thinking_traps_or_the_outlook() {
    Protocol record = Sitting.folder().active("thought_record").orElseThrow();
    for (String id : List.of("traps", "outlook", "hot_thought", "homework")) {
      Step.Question q = (Step.Question) record.step(id).orElseThrow();
      assertTrue(!q.model().contains(Step.ModelMay.EXTRACT), id);
    }
  }
}
