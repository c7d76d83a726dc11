package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Advance.Say;
import io.handrail.care.protocol.Advance.Shape;
import io.handrail.care.protocolfile.ProtocolFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients who answer anything at all, from a seed. Whatever they do, the laws hold. */
class RandomClientsTest {
  /** More with {@code -Drandom.runs=2000}. */
  private static final int RUNS = Integer.getInteger("random.runs", 45);

  private static final String[] SAID = {
    "yesterday my boss walked out of the meeting",
    "he hates me",
    "anxious 70, sad 40",
    "sad",
    "70",
    "7/10",
    "seventy percent",
    "150",
    "-3",
    "dunno",
    "skip",
    "no",
    "yes",
    "that's all",
    "why do you ask?",
    "what do you mean",
    "that's not what I said. I meant it was on Monday",
    "go back",
    "hello",
    "",
    "   ",
    "???",
    "\u200B",
    "🙂",
    "what is the weather?",
    "are you a robot",
    "I want to talk to a person",
    "this is stupid",
    "the second one",
    "3",
    "none of these",
    "it is mostly true",
    "partly",
    "keep it",
    "walk to the park 2, call my mum 4; cook 6",
    "stayed in bed 1 2 3\nwatched tv 3 1 4",
    "8 2 5",
    "I might be wrong about it, and I can ask",
    "think positive",
    "{moods|list} {here} {{x}}",
    "everyone thinks I'm useless. I will never manage. What if it stays like this?",
    "$1 \\ %s <b>bold</b> ‹70›",
    "say good morning to the neighbour 25. ask for the time 35. ring the bank 60",
    "ring the bank",
    "the first one",
    "too hard",
    "no puedo",
    "did I lock the door",
    "what if I stab somebody",
    "my husband hits me",
    "write him an email. call the office. stay with my sister",
    "half past five",
    "gone",
    "time is up",
    "all 30",
    "the same",
    "40 and 30",
    "saturday at ten",
    "have a few beers",
    "estoy triste 60 y con miedo 40",
    "no sé",
    "quiero parar aquí mañana no",
    "para qué sirve",
    "siguiente",
    "a",
    "ok",
    "it's fine",
    "x".repeat(900),
    "word ".repeat(700)
  };

  private static ProtocolFolder folder() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("protocols"))) at = at.getParent();
    return ProtocolFolder.open(at.resolve("protocols"));
  }

  @Test
  void every_run_ends_within_its_turns_and_keeps_the_laws() {
    for (Protocol protocol : folder().active()) {
      int finished = 0;
      for (int seed = 0; seed < RUNS; seed++) {
        Run end = run(protocol, seed);
        if (end.status() == Run.Status.FINISHED) finished++;
      }
      assertTrue(
          finished > RUNS / 20, protocol.ref() + " was finished only " + finished + " times");
    }
  }

  /** Comes back up to twice, on later days, while a clinician says yes and no at random. */
  private static Run run(Protocol protocol, int seed) {
    var random = new Random(seed);
    var languages = protocol.languages().stream().sorted().toList();
    String language = languages.get(seed % languages.size());
    var decisions = new HashMap<String, Map<String, Approval>>();
    Carry carry = Carry.NOTHING;
    Run end = null;
    for (int sitting = 0; sitting < 1 + seed % 3; sitting++) {
      LocalDate day = LocalDate.of(2026, 3, 2).plusDays(9L * sitting);
      end =
          sitting(
              protocol, "seed-" + seed + "-" + sitting, language, carry, random, decisions, day);
      carry = Carry.from(protocol, end);
    }
    return end;
  }

  private static Run sitting(
      Protocol protocol,
      String id,
      String language,
      Carry carry,
      Random random,
      Map<String, Map<String, Approval>> decisions,
      LocalDate day) {
    Surroundings around = new Surroundings(Optional.of(day), decisions);
    Advance advance = Engine.begin(protocol, new RunId(id), language, carry.amid(around));
    String trail = protocol.ref() + " " + id;
    check(protocol, advance, decisions, trail);
    int turns = 0;
    while (advance.run().running()) {
      assertTrue(turns <= protocol.maxTurns(), trail + " does not end");
      Answer answer = answer(random, protocol, advance);
      trail = trail + "\n  " + advance.run().step() + " <- " + short_(answer);
      Run before = Engine.amid(advance.run(), new Surroundings(Optional.of(day), decisions));
      advance = Engine.advance(protocol, before, answer);
      assertEquals(advance, Engine.advance(protocol, before, answer), "not pure: " + trail);
      turns++;
      assertEquals(java.util.Optional.empty(), Way.wrong(protocol, before, advance.run()), trail);
      check(protocol, advance, decisions, trail);
      decide(advance, decisions, random);
    }
    return advance.run();
  }

  /** Most wishes are granted, some are not, and now and then a yes is taken back. */
  private static void decide(
      Advance advance, Map<String, Map<String, Approval>> decisions, Random random) {
    for (Advance.Happening happening : advance.happened()) {
      if (happening instanceof Advance.Happening.ApprovalAsked(String list, String entry)) {
        decisions
            .computeIfAbsent(list, l -> new HashMap<>())
            .put(entry, random.nextInt(4) == 0 ? Approval.DECLINED : Approval.APPROVED);
      }
    }
    if (random.nextInt(40) == 0) {
      decisions.values().forEach(of -> of.replaceAll((entry, is) -> Approval.DECLINED));
    }
  }

  /** The law of every field that needs a yes. */
  private static void approved(
      Protocol protocol, Run run, Map<String, Map<String, Approval>> decisions, String trail) {
    for (Field field : protocol.fields().values()) {
      if (!(field instanceof Field.OfText text)
          || !text.approvedOnly()
          || !(run.fields().get(text.name()) instanceof Value.Text(String words))) {
        continue;
      }
      boolean yes =
          decisions.getOrDefault(text.from().orElseThrow(), Map.of()).entrySet().stream()
              .anyMatch(e -> Tells.same(e.getKey(), words) && e.getValue() == Approval.APPROVED);
      assertTrue(yes, text.name() + " = " + words + " without a yes\n" + trail);
    }
  }

  private static String short_(Answer answer) {
    String text = answer.toString();
    return text.length() > 90 ? text.substring(0, 90) : text;
  }

  private static Answer answer(Random random, Protocol protocol, Advance advance) {
    int kind = random.nextInt(100);
    var options = advance.expect().options();
    if (!options.isEmpty() && kind < 40) {
      return new Answer.Picked(List.of(options.get(random.nextInt(options.size())).id()));
    }
    if (advance.expect().shape() == Shape.NUMBER && kind < 60) {
      return new Answer.Words(Integer.toString(random.nextInt(advance.expect().max() + 1)));
    }
    if (kind < 5) return new Answer.Picked(List.of("keep", "nonsense"));
    if (kind < 8) {
      var steps = protocol.steps();
      return new Answer.GoTo(steps.get(random.nextInt(steps.size())).id());
    }
    if (kind < 16) {
      var controls = new ArrayList<>(List.of(Answer.Control.values()));
      if (random.nextInt(4) > 0) controls.remove(Answer.Control.STOP);
      return controls.get(random.nextInt(controls.size()));
    }
    String said = SAID[random.nextInt(SAID.length)];
    if (kind < 30) return new Answer.Read(said, captures(random, protocol, advance));
    return new Answer.Words(said);
  }

  private static Map<String, Object> captures(Random random, Protocol protocol, Advance advance) {
    String field =
        protocol.step(advance.run().step()).orElse(null) instanceof Step.Question q
            ? q.collect()
            : "none";
    List<Object> values =
        List.of(
            "sad",
            70,
            700,
            -1,
            3.5,
            true,
            List.of(),
            List.of("labelling"),
            "mostly_true",
            List.of(Map.of("name", "sad", "intensity", 40)),
            "ring the bank",
            "yes",
            List.of(Map.of("situation", "ring the bank", "suds", 60)),
            List.of(Map.of("text", "made up")),
            List.of(Map.of("x", List.of(1)), 2),
            Map.of("name", "sad"));
    return Map.of(field, values.get(random.nextInt(values.size())), "other", "thing");
  }

  private static void check(
      Protocol protocol,
      Advance advance,
      Map<String, Map<String, Approval>> decisions,
      String trail) {
    Run run = advance.run();
    approved(protocol, run, decisions, trail);
    assertTrue(protocol.step(run.step()).isPresent(), trail);
    for (String step : run.path()) assertTrue(protocol.step(step).isPresent(), trail);
    run.fields()
        .forEach((name, value) ->
            assertTrue(
                Fit.fits(protocol.fields().get(name), value), name + " = " + value + "\n" + trail));
    long asks = advance.say().stream().filter(s -> s.kind() == Kind.ASK).count();
    if (run.running()) {
      assertEquals(1, asks, "one question a turn\n" + trail + "\n" + advance.say());
      assertEquals(Kind.ASK, advance.say().getLast().kind(), trail);
      assertFalse(advance.expect().shape() == Shape.NONE, trail);
      assertTrue(
          protocol.step(run.step()).orElseThrow() instanceof Step.Question q
              && run.tries() < q.maxAttempts(),
          trail);
    } else {
      assertEquals(0, asks, trail);
      assertEquals(Advance.Expect.NOTHING, advance.expect(), trail);
    }
    words(advance, trail);
    Sheet sheet = Engine.sheet(protocol, run);
    assertTrue(sheet.at() >= 1 && sheet.at() <= sheet.of(), trail);
    assertEquals(
        run.running(),
        Engine.waiting(protocol, run).isPresent(),
        "a brief for what waits\n" + trail);
  }

  /** The length that the guard allows: about 60 words, 90 where something is explained. */
  private static void words(Advance advance, String trail) {
    if (!advance.run().running()) return;
    boolean teaches =
        advance.say().stream().anyMatch(s -> s.kind() == Kind.TEACH || s.kind() == Kind.READ);
    int words = advance.say().stream().map(Say::text).mapToInt(t -> t.split("\\s+").length).sum();
    assertTrue(words <= (teaches ? 90 : 60), words + " words\n" + advance.say() + "\n" + trail);
  }

  @Test
  void the_first_words_of_every_exercise_are_at_most_sixty() {
    for (Protocol protocol : folder().active()) {
      for (String language : protocol.languages()) {
        for (int seed = 0; seed < 40; seed++) {
          Advance first = Engine.begin(protocol, new RunId("first-" + seed), language);
          int words = first.say().stream().mapToInt(s -> s.text().split("\\s+").length).sum();
          assertTrue(words <= 60, protocol.ref() + " " + words + " words: " + first.say());
        }
      }
    }
  }

  @Test
  void no_wording_of_a_step_is_heard_twice_while_another_is_left() {
    for (Protocol protocol : folder().active()) {
      for (int seed = 0; seed < 50; seed++) {
        String language =
            protocol.languages().stream().sorted().toList().get(seed % protocol.languages().size());
        Advance advance = Engine.begin(protocol, new RunId("twice-" + seed), language);
        String first = advance.question().orElseThrow();
        Advance second = Engine.advance(protocol, advance.run(), Answer.Control.WHY);
        Advance third = Engine.advance(protocol, second.run(), Answer.Control.WHY);
        assertEquals(
            3,
            List.of(first, second.question().orElseThrow(), third.question().orElseThrow()).stream()
                .distinct()
                .count());
      }
    }
  }
}
