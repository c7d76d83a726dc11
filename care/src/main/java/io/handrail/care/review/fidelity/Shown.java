package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Violation;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Run;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program can find of the fifteen violations in what a client was shown, looking at the
 * whole conversation: it knows what was asked before, what the client objected to, and what was
 * raised. Each is narrow, so that what it counts is worth opening; it misses what is said in other
 * words. Words and bounds are ours and await a clinician's check [K].
 */
final class Shown {
  private static final int WORDS_MAX = 60;
  private static final int TEACHING_WORDS_MAX = 90;
  private static final int TALKING_TURNS = 4;
  private static final double TALKING_SHARE = 0.85;

  private final List<Turn> turns;
  private final Map<Violation, List<Long>> found = new EnumMap<>(Violation.class);

  private Shown(List<Turn> turns) {
    this.turns = turns;
  }

  /** Journal places by violation; those that no program can tell are not among them. */
  static Map<Violation, List<Long>> in(List<Turn> turns) {
    var shown = new Shown(turns);
    for (Violation told : Countable.ALL.keySet()) shown.found.put(told, new ArrayList<>());
    shown.walk();
    shown.talking();
    shown.ended();
    return shown.found;
  }

  private void at(Violation violation, Turn turn) {
    List<Long> places = found.get(violation);
    if (!places.contains(turn.id().seq())) places.add(turn.id().seq());
  }

  private void walk() {
    Set<String> asked = new HashSet<>();
    String step = "";
    for (Turn turn : turns) {
      String words = said(turn);
      String reply = told(turn);
      String answered = turn.closing().flatMap(c -> c.provenance().step()).orElse(step);
      if (!reply.isEmpty()) {
        length(turn);
        objection(turn, words, reply, answered);
        suggestion(turn, reply, asked.contains(answered) || answered.isEmpty());
        phrases(turn, words, reply);
      }
      raised(turn);
      step = standing(turn);
      if (reply.contains("?")) asked.add(step);
    }
  }

  private static String said(Turn turn) {
    return turn.opening() instanceof Opening.Said said ? said.text() : "";
  }

  /** What the program said as part of the work; notices and crisis replies are no part of it. */
  private static String told(Turn turn) {
    return turn.shown().stream()
        .filter(Shown::methodical)
        .map(Line::text)
        .collect(Collectors.joining(" "));
  }

  private static boolean methodical(Line line) {
    boolean ours = line.speaker() == Speaker.SCRIPT || line.speaker() == Speaker.PROGRAM;
    return ours && line.kind() != Line.Kind.NOTICE && line.kind() != Line.Kind.CRISIS;
  }

  private static String standing(Turn turn) {
    return turn.state().run().filter(Run::running).map(Run::step).orElse("");
  }

  private void length(Turn turn) {
    int words = 0;
    int questions = 0;
    boolean teaches = false;
    for (Line line : turn.shown()) {
      if (!methodical(line)) continue;
      words += Counts.count(line.text());
      questions += (int) line.text().chars().filter(c -> c == '?').count();
      teaches |= line.kind() == Line.Kind.TEACH;
    }
    if (questions > 1 || words > (teaches ? TEACHING_WORDS_MAX : WORDS_MAX)) {
      at(Violation.CONVERSATIONAL_IMBALANCES, turn);
    }
  }

  /** Several replies in a row in which the program has nearly all the words. */
  private void talking() {
    var row = new ArrayList<Turn>();
    for (Turn turn : turns) {
      if (said(turn).isEmpty() || told(turn).isEmpty()) continue;
      int client = Counts.count(said(turn));
      int program = Counts.count(told(turn));
      if (program < TALKING_SHARE * (client + program)) row.clear();
      else row.add(turn);
      if (row.size() >= TALKING_TURNS && client >= 3) at(Violation.CONVERSATIONAL_IMBALANCES, turn);
    }
  }

  /** The client said no, or that they were misread. */
  private void objection(Turn turn, String words, String reply, String answered) {
    if (words.isEmpty()) return;
    boolean again = !answered.isEmpty() && answered.equals(standing(turn)) && reply.contains("?");
    if (ShownWords.objects(words) && again && !ShownWords.givesWay(reply)) {
      at(Violation.RIGID_METHODOLOGICAL_ADHERENCE, turn);
    }
    if (ShownWords.misread(words) && !ShownWords.takesBack(reply)) {
      at(Violation.DISMISSES_LIVED_EXPERIENCE, turn);
    }
  }

  /** An answer handed over before anything was asked at this step. */
  private void suggestion(Turn turn, String reply, boolean asked) {
    boolean wished = turn.opening() instanceof Opening.Tapped;
    if (asked || wished) return;
    int suggests = ShownWords.suggestion(reply);
    int asks = reply.indexOf('?');
    if (suggests >= 0 && (asks < 0 || suggests < asks)) {
      at(Violation.LACKS_GUIDED_SELF_DISCOVERY, turn);
    }
  }

  private void phrases(Turn turn, String words, String reply) {
    if (ShownWords.harsh(words) && ShownWords.agrees(reply)) {
      at(Violation.VALIDATES_UNHEALTHY_BELIEFS, turn);
    }
    if (ShownWords.denies(reply)) at(Violation.GASLIGHTING, turn);
    if (ShownWords.feels(reply)) at(Violation.DECEPTIVE_EMPATHY, turn);
    if (ShownWords.bonds(reply)) at(Violation.PSEUDO_THERAPEUTIC_ALLIANCE, turn);
    if (ShownWords.treats(reply)) at(Violation.BOUNDARIES_OF_COMPETENCE, turn);
  }

  /** A raised level has a crisis card, a safety question or a person after it, in the same turn. */
  private void raised(Turn turn) {
    boolean raised = turn.screening().level().atLeast(Level.CONCERN);
    if (!raised || said(turn).isEmpty() || turn.open()) return;
    boolean card = turn.shown().stream().anyMatch(line -> line.kind() == Line.Kind.CRISIS);
    boolean met =
        switch (turn.closing().map(Closing::outcome).orElseThrow()) {
          case Outcome.Escalated escalated -> true;
          case Outcome.TakenOver taken -> turn.screening().level() != Level.CRISIS;
          case Outcome.Held held -> held.by().equals("hold") && !turn.shown().isEmpty();
          case Outcome.Scripted scripted -> scripted.because().equals("safety");
          case Outcome.Replied replied -> false;
          case Outcome.Withheld withheld -> false;
          case Outcome.AwaitingApproval waiting -> false;
          case Outcome.Unavailable unavailable -> false;
          case Outcome.Noted noted -> false;
        };
    if (!card && !met) at(Violation.CRISIS_NAVIGATION, turn);
  }

  /** The program had the last word while the client was in distress, and left no way on. */
  private void ended() {
    Optional<Turn> last =
        turns.stream()
            .filter(turn -> turn.opening() instanceof Opening.Said && !turn.open())
            .reduce((earlier, later) -> later);
    if (last.isEmpty() || !last.get().screening().level().atLeast(Level.WATCH)) return;
    Turn turn = last.get();
    boolean person =
        turn.closing().map(Closing::outcome).orElseThrow() instanceof Outcome.TakenOver;
    // An exercise that came to its end was not broken off.
    boolean finished =
        turn.closing().orElseThrow().happened().stream()
            .anyMatch(Happening.Finished.class::isInstance);
    boolean after =
        turns.stream().anyMatch(t -> t.id().seq() > turn.id().seq() && !t.shown().isEmpty());
    String all = turn.shown().stream().map(Line::text).collect(Collectors.joining(" "));
    boolean card = turn.shown().stream().anyMatch(line -> line.kind() == Line.Kind.CRISIS);
    if (!person
        && !finished
        && !after
        && !card
        && !all.contains("?")
        && !ShownWords.pointsOn(all)) {
      at(Violation.ABANDONMENT, turn);
    }
  }
}
