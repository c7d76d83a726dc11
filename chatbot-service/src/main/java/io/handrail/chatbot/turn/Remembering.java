package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Keepsake;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Surroundings;
import io.handrail.care.protocol.Value;
import io.handrail.care.record.Fact;
import io.handrail.care.record.Memory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one sitting may know of another: what the client's memory page shows, and nothing else. It
 * is read on every turn, so that what was deleted is gone on the very next one.
 */
final class Remembering {
  /** How far back the words that a fact was taken from are looked for. */
  private static final int SOURCE_TURNS_MAX = 200;

  private static final int QUOTE_WORDS = 12;
  private static final String CARRIED = "carried:";
  private static final String CHECK_IN = "check_in";

  /**
   * An earlier run of an exercise.
   *
   * @param began when it began
   */
  record Past(Run run, Instant began) {}

  private final Shelves shelves;

  Remembering(Shelves shelves) {
    this.shelves = shelves;
  }

  Memory of(ClientId client) {
    return shelves.memories().get(client).orElse(Memory.EMPTY);
  }

  /** What a new run goes on from, as the client left it: without what they took out. */
  static Carry carry(Protocol protocol, Past past, Memory memory) {
    String name = protocol.ref().name();
    var kept = new HashMap<String, Value>();
    Carry.from(protocol, past.run())
        .fields()
        .forEach((field, value) -> {
          boolean named = Keepsake.named(protocol, protocol.fields().get(field));
          if (!memory.carries(name, field, past.began(), named)) return;
          kept.put(
              field,
              memory
                  .find(name, field)
                  .filter(Fact::words)
                  .<Value>map(fact -> new Value.Text(fact.value()))
                  .orElse(value));
        });
    return new Carry(
        kept, Map.of(), Optional.empty(), Optional.empty(), Map.of(), Surroundings.NOTHING);
  }

  /** Sets down what was carried in, so that it can be told from what this run was told itself. */
  static Advance marked(Advance begun, Carry carry) {
    Run run = begun.run();
    var marks = new HashMap<>(run.marks());
    carry
        .fields()
        .forEach((field, value) -> {
          if (value instanceof Value.Text(String text)) {
            marks.put(CARRIED + field, text.hashCode());
          }
        });
    return new Advance(
        with(run, run.fields(), marks), begun.say(), begun.expect(), begun.happened());
  }

  /**
   * The run under way without what was carried in and has been taken out since.
   *
   * @param past the run it was carried from
   */
  static Run without(Protocol protocol, Run run, Optional<Past> past, Memory memory) {
    if (past.isEmpty()) return run;
    var left = new HashMap<>(run.fields());
    for (Map.Entry<String, Value> entry : run.fields().entrySet()) {
      Field declared = protocol.fields().get(entry.getKey());
      if (declared == null || !declared.traits().keep()) continue;
      boolean gone =
          !memory.carries(
              protocol.ref().name(),
              entry.getKey(),
              past.get().began(),
              Keepsake.named(protocol, declared));
      if (gone && carriedIn(run, entry.getKey(), entry.getValue(), past.get().run())) {
        left.remove(entry.getKey());
      }
    }
    return left.size() == run.fields().size() ? run : with(run, left, run.marks());
  }

  private static boolean carriedIn(Run run, String field, Value value, Run past) {
    if (value.equals(past.fields().get(field))) return true;
    Integer mark = run.marks().get(CARRIED + field);
    return mark != null && value instanceof Value.Text(String text) && text.hashCode() == mark;
  }

  private static boolean onlyCarried(Run run, String field) {
    Integer mark = run.marks().get(CARRIED + field);
    return mark != null
        && run.fields().get(field) instanceof Value.Text(String text)
        && text.hashCode() == mark;
  }

  private static Run with(Run run, Map<String, Value> fields, Map<String, Integer> marks) {
    return new Run(
        run.id(),
        run.protocol(),
        run.language(),
        run.status(),
        run.step(),
        run.tries(),
        fields,
        run.path(),
        run.notes(),
        marks,
        run.turns());
  }

  /**
   * One line on what the client asked to keep, when a sitting begins; none where the exercise's own
   * opening says it already.
   */
  static Optional<Line> mention(
      Protocol protocol, Advance begun, Memory memory, Scripts scripts, long seq) {
    boolean any = protocol.ref().name().equals(CHECK_IN);
    String said = String.join("\n", begun.say().stream().map(Advance.Say::text).toList());
    return memory.allowed().stream()
        .filter(Fact::words)
        .filter(fact -> any || fact.protocol().equals(protocol.ref().name()))
        .map(fact -> quote(fact.value()))
        .findFirst()
        .filter(quote -> !said.contains(quote.replace("…", "")))
        .map(quote -> Line.script(Line.Kind.SAY, scripts.vary("memory.mention", seq, quote)));
  }

  private static String quote(String text) {
    String[] words = text.strip().replaceAll("\\s+", " ").split(" ");
    if (words.length <= QUOTE_WORDS) return String.join(" ", words);
    return String.join(" ", List.of(words).subList(0, QUOTE_WORDS)) + "…";
  }

  /** What a model may be told, each as a line: only what the client said yes to. */
  static List<String> told(Memory memory) {
    return memory.allowed().stream().map(fact -> fact.title() + ": " + fact.value()).toList();
  }

  /** The turns a model may be told of: none from before something was taken out. */
  static List<Turn> sinceCut(List<Turn> recent, Memory memory) {
    return memory
        .cutAt()
        .map(cut -> recent.stream().filter(turn -> turn.openedAt().isAfter(cut)).toList())
        .orElse(recent);
  }

  /** A run that ended proposes what it leaves; the client is asked, and nobody answers for them. */
  void propose(Turn turn, Run run, Protocols protocols) {
    Optional<Protocol> protocol = protocols.at(run.protocol());
    if (protocol.isEmpty()) return;
    List<Keepsake> left = Keepsake.of(protocol.get(), run);
    if (left.isEmpty()) return;
    List<Turn> turns = source(turn);
    List<Fact> facts =
        left.stream()
            .filter(keepsake -> keepsake.text().length() <= Memory.VALUE_MAX)
            // What was only carried in was not told here; taken out meanwhile, it stays out.
            .filter(keepsake -> !onlyCarried(run, keepsake.field()))
            .map(keepsake -> fact(turn, run, keepsake, turns))
            .toList();
    shelves
        .memories()
        .change(
            turn.id().client(),
            Memory.EMPTY,
            memory -> {
              Memory next = memory;
              for (Fact fact : facts) next = next.proposing(fact);
              return next;
            });
  }

  private List<Turn> source(Turn turn) {
    long first = Math.max(turn.conversation().firstSeq(), turn.id().seq() - SOURCE_TURNS_MAX);
    return shelves.turns().between(turn.id().client(), first, turn.id().seq());
  }

  private static Fact fact(Turn ended, Run run, Keepsake keepsake, List<Turn> turns) {
    Value value = run.fields().get(keepsake.field());
    Turn source =
        turns.stream()
            .filter(t -> t.state().run().filter(r -> r.id().equals(run.id())).isPresent())
            .filter(t -> value.equals(t.state().run().orElseThrow().fields().get(keepsake.field())))
            .findFirst()
            .orElse(ended);
    return new Fact(
        run.protocol().name(),
        keepsake.field(),
        keepsake.title(),
        keepsake.text(),
        run.id().value(),
        source.id().seq(),
        source.openedAt(),
        Fact.Standing.ASKED,
        keepsake.words());
  }
}
