package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocolfile.ProtocolFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How free text is met without a model, on wordings with what a good listener does with each. The
 * floors are a little under what was measured; see docs/adr/0007-a-guide-that-listens.md.
 */
class ReadingCorpusTest {
  private static final double DEV_FLOOR = 0.97;
  private static final double TEST_FLOOR = 0.80;
  private static final double FRESH_FLOOR = 0.90;
  private static final double THIRD_FLOOR = 0.64;
  private static final double THIRD_DEV_FLOOR = 0.96;
  private static final Protocol RECORD =
      ProtocolFolder.open(folder()).active("thought_record").orElseThrow();

  /** Answers that lead to a step, by language; what is looked at comes after them. */
  private static final Map<String, List<String>> WAY =
      Map.of(
          "en",
          List.of(
              "On Monday at ten my boss left the room",
              "sad 70",
              "I will lose my job",
              "no",
              "no",
              "she left the room",
              "no"),
          "es",
          List.of(
              "El lunes a las diez mi jefa salió de la sala",
              "tristeza 70",
              "voy a perder el trabajo",
              "no",
              "no",
              "salió de la sala",
              "no"));

  /**
   * @param wanted what a good listener does; where two are right, both with a slash between them
   */
  private record Case(String language, String step, String said, String wanted) {
    boolean allows(String met) {
      return List.of(wanted.split("/")).contains(met);
    }
  }

  private static Path folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return at.resolve("protocols");
  }

  @Test
  void wordings_the_rules_were_made_with_are_met() throws IOException {
    holds("dev", DEV_FLOOR);
  }

  @Test
  void wordings_the_rules_never_saw_are_met_often_enough() throws IOException {
    holds("test", TEST_FLOOR);
  }

  @Test
  void wordings_of_a_writer_who_had_not_read_the_rules_are_met_often_enough() throws IOException {
    holds("fresh", FRESH_FLOOR);
  }

  /** The second half of this writer's cases: counted, and read by nobody who works on the rules. */
  @Test
  void wordings_of_a_third_writer_that_nobody_read_are_met_often_enough() throws IOException {
    holds("third-test", THIRD_FLOOR);
  }

  @Test
  void wordings_of_a_third_writer_that_the_rules_were_mended_with_are_met() throws IOException {
    holds("third-dev", THIRD_DEV_FLOOR);
  }

  private static void holds(String name, double floor) throws IOException {
    List<Case> cases = cases(name);
    List<String> wrong = new ArrayList<>();
    for (Case c : cases) {
      String met = met(c);
      if (!c.allows(met)) wrong.add(c + " was met as " + met);
    }
    double share = 1 - (double) wrong.size() / cases.size();
    System.out.printf(
        Locale.ROOT,
        "reading %s: %d of %d (%.1f %%)%n",
        name,
        cases.size() - wrong.size(),
        cases.size(),
        100 * share);
    if (name.endsWith("dev") && Boolean.getBoolean("reading.show")) {
      wrong.forEach(System.out::println);
    }
    // What is kept unread stays so when the floor is missed.
    String which = name.equals("third-test") ? "" : "\n" + String.join("\n", wrong);
    assertTrue(share >= floor, name + " " + share + which);
  }

  private static List<Case> cases(String name) throws IOException {
    try (var in = ReadingCorpusTest.class.getResourceAsStream("/reading/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|"))
          .map(p -> new Case(p[0], p[1], p[2], p[3]))
          .toList();
    }
  }

  /** What the engine does with it, in one word. */
  private static String met(Case c) {
    Advance at = at(c);
    Run before = at.run();
    Step.Question q = (Step.Question) RECORD.step(before.step()).orElseThrow();
    Advance taken = Engine.advance(RECORD, before, new Answer.Words(c.said()));
    Run after = taken.run();
    if (after.status() == Run.Status.STOPPED) return "stop";
    if (said(taken, after, Phrase.REASK_MOOD_IS_THOUGHT)) return "thought";
    if (said(taken, after, Phrase.BACK_NOTHING)) return "back";
    if (before.path().contains(after.step())) return "back";
    if (said(taken, after, Phrase.CORRECTED)) return "back";
    for (Phrase asked :
        List.of(
            Phrase.ASKED_QUESTION,
            Phrase.ASKED_ADVICE,
            Phrase.ASKED_HUMAN,
            Phrase.ASKED_WHO_READS)) {
      if (said(taken, after, asked)) return "question";
    }
    if (said(taken, after, Phrase.ASKED_PERSON)) return "person";
    if (said(taken, after, Phrase.FRUSTRATED)) return "frustrated";
    if (said(taken, after, Phrase.GREETED)) return "greeted";
    if (said(taken, after, Phrase.SKIPPED)) return "skip";
    if (said(taken, after, Phrase.DONT_KNOW)) return "dont_know";
    if (said(taken, after, Phrase.EARLY_FEELING)) return "feeling";
    if (among(taken, q.example(), after)) return "explain";
    if (among(taken, q.why(), after)) return "why";
    if (q.hints().stream().anyMatch(h -> among(taken, h, after))) return "hint";
    if (q.reject().stream().anyMatch(r -> among(taken, r.say(), after))) return "interprets";
    Value value = after.fields().get(q.collect());
    boolean changed = value != null && !value.equals(before.fields().get(q.collect()));
    if (changed) return c.wanted().contains("moods") ? moods(value) : "took";
    if (!after.step().equals(before.step())) {
      // With nothing to hint at, not knowing leaves the step at the third try only.
      return after.fields().containsKey(q.collect()) ? "done" : "skip";
    }
    return "reask";
  }

  private static Advance at(Case c) {
    boolean more = c.step().endsWith("+");
    String step = c.step().replace("+", "");
    Advance at = Engine.begin(RECORD, new RunId("read-" + c.said().hashCode()), c.language());
    List<String> way = WAY.get(c.language());
    if (step.equals("setting")) {
      return Engine.advance(RECORD, at.run(), new Answer.Words("Dana / Ana: xx yy zz ww"));
    }
    for (int i = 0; i < way.size() && !at.run().step().equals(step); i++) {
      at = Engine.advance(RECORD, at.run(), new Answer.Words(way.get(i)));
    }
    if (more) at = Engine.advance(RECORD, at.run(), new Answer.Words("xx yy"));
    assertTrue(at.run().step().equals(step), c + " leads to " + at.run().step());
    return at;
  }

  private static boolean said(Advance taken, Run run, Phrase phrase) {
    return among(taken, RECORD.phrases().of(phrase), run);
  }

  private static boolean among(Advance taken, Wordings wordings, Run run) {
    var facts = new Draft(RECORD, run);
    var texts =
        wordings.in(run.language()).stream()
            .flatMap(t -> t.render(facts).stream())
            .collect(Collectors.toSet());
    return taken.say().stream().anyMatch(s -> texts.contains(s.text()));
  }

  private static String moods(Value value) {
    return ((Value.Rows) value)
        .rows().stream()
            .map(row ->
                Given.plain(row.get("name"))
                    + (row.get("intensity") instanceof Value.Number(long n) ? "=" + n : ""))
            .collect(Collectors.joining(" ", "moods ", ""));
  }
}
