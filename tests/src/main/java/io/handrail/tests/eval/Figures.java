package io.handrail.tests.eval;

import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Value;
import io.handrail.care.protocol.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is counted of one session.
 *
 * @param illegal steps that the file does not allow, as {@code from to}
 * @param toldWords what clients wrote where words were asked for: a step that takes text, and no
 *     number in its question
 * @param askedWords all that the program showed in the turns that asked for it, and at the end
 * @param clientWords what the client wrote, and the words on what they chose: in a talk they would
 *     have said them. What only moves the program on ("start", "skip", "back") is left out
 * @param chosenWords the part of these that was tapped
 * @param programWords all that the program showed, quotes of the client included
 * @param finished how many of the sittings came to the end of the exercise
 * @param manyQuestions turns with more than one question
 * @param longTurns turns over 60 words, or 90 where something is explained
 * @param repeated wordings that were heard twice in one conversation, the client's own words left
 *     out
 * @param reframes balanced thoughts on the sheet
 * @param ownWords of these, in words that the client wrote and no others
 * @param alarms messages for which the exercise was left for a question about safety. None of the
 *     people is at risk, so each is one too many
 * @param safetyTurns these, and the turns that lead back from them; their words, lengths and
 *     repeated wordings are the safety conversation's, which has evaluations of its own, and are
 *     left out of all the other counts
 */
record Figures(
    int turns,
    int steps,
    List<String> illegal,
    int sittings,
    int finished,
    int toldWords,
    int askedWords,
    int clientWords,
    int chosenWords,
    int answers,
    int programWords,
    int mostWords,
    int manyQuestions,
    int longTurns,
    List<String> repeated,
    int reframes,
    int ownWords,
    int flags,
    int byModel,
    int withheld,
    int alarms,
    int safetyTurns) {
  private static final int WORDS = 60;
  private static final int WORDS_EXPLAINING = 90;
  private static final Pattern RATING =
      Pattern.compile("\\b0\\b[^.]*\\b10{1,2}\\b|(?i)\\b(?:number|número)\\b");
  private static final String CHOSEN = "(?:pick|option):(?!(?:enough|keep|stop|go_on)$).*";
  private static final Pattern QUOTED = Pattern.compile("[“\"«][^”\"»]*[”\"»]");

  static Figures of(Session.Heard heard, Protocols protocols) {
    var count = new Count(protocols);
    heard.turns().forEach(count::turn);
    return count.figures(heard.session().sittings());
  }

  double share() {
    int all = toldWords + askedWords;
    return all == 0 ? 0 : (double) toldWords / all;
  }

  int writtenWords() {
    return clientWords - chosenWords;
  }

  private static final class Count {
    private final Protocols protocols;
    private final List<String> illegal = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final Set<String> heard = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private final Set<String> finished = new HashSet<>();
    private Optional<Run> before = Optional.empty();
    private Optional<Run> last = Optional.empty();
    private ConversationId sitting = ConversationId.startingAt(1);
    private int turns;
    private int steps;
    private List<Line> shownBefore = List.of();
    private int toldWords;
    private int askedWords;
    private int clientWords;
    private int chosenWords;
    private int answers;
    private int programWords;
    private int mostWords;
    private int manyQuestions;
    private int longTurns;
    private int reframes;
    private int ownWords;
    private int flags;
    private int byModel;
    private int withheld;
    private int alarms;
    private int safetyTurns;
    private boolean aside;

    Count(Protocols protocols) {
      this.protocols = protocols;
    }

    void turn(Turn turn) {
      turns++;
      flags += turn.flags().size();
      boolean now = turn.closing().filter(c -> stops(c.outcome())).isPresent();
      if (now) alarms++;
      if (now || aside) safetyTurns++;
      boolean safety = now || aside;
      aside = now;
      Optional<Run> run = turn.state().run();
      if (run.isPresent() && !run.map(Run::id).equals(before.map(Run::id))) {
        closeRun();
        if (!turn.conversation().equals(sitting)) {
          heard.clear();
          own.clear();
        }
        sitting = turn.conversation();
      }
      if (turn.opening() instanceof Opening.Said said && !safety) {
        clientWords += words(said.text());
        if (askedForWords()) {
          answers++;
          toldWords += words(said.text());
          askedWords += words(shownBefore);
        }
      }
      if (turn.opening() instanceof Opening.Said said) own.addAll(tokens(said.text()));
      if (turn.opening() instanceof Opening.Tapped tapped && tapped.move().matches(CHOSEN)) {
        clientWords += words(tapped.label());
        chosenWords += words(tapped.label());
      }
      if (!safety) lines(turn.shown());
      run.ifPresent(this::step);
      boolean ended = run.filter(r -> r.status() == Run.Status.FINISHED).isPresent();
      if (ended) askedWords += words(turn.shown());
      shownBefore = safety ? List.of() : turn.shown();
      turn.closing().map(c -> c.outcome()).ifPresent(this::outcome);
      last = run;
      before = run;
    }

    /** A text or a list of them was asked for, and no rating. */
    private boolean askedForWords() {
      if (before.isEmpty() || !before.get().running() || shownBefore.isEmpty()) return false;
      Run run = before.get();
      boolean wordy =
          protocols
              .at(run.protocol())
              .flatMap(p ->
                  p.step(run.step())
                      .map(s -> s instanceof Step.Question q && free(p.fields().get(q.collect()))))
              .orElse(false);
      return wordy && !RATING.matcher(shownBefore.getLast().text()).find();
    }

    private static boolean free(Field field) {
      return field instanceof Field.OfText text && text.from().isEmpty()
          || field instanceof Field.OfList list && list.copies().isEmpty();
    }

    /** The exercise is left for a direct question about safety, or held. */
    private static boolean stops(Outcome outcome) {
      return outcome instanceof Outcome.Escalated || outcome instanceof Outcome.Held;
    }

    private void outcome(Outcome outcome) {
      if (outcome instanceof Outcome.Replied) byModel++;
      if (outcome instanceof Outcome.Withheld) withheld++;
    }

    private void step(Run run) {
      if (before.isPresent() && before.get().id().equals(run.id())) {
        steps++;
        Optional<Protocol> protocol = protocols.at(run.protocol());
        protocol.flatMap(p -> Way.wrong(p, before.get(), run)).ifPresent(illegal::add);
      }
      if (run.status() == Run.Status.FINISHED) finished.add(run.id().value());
    }

    private void lines(List<Line> shown) {
      int words = shown.stream().mapToInt(l -> words(l.text())).sum();
      boolean explains = shown.stream().anyMatch(l -> l.kind() == Line.Kind.TEACH);
      programWords += words;
      mostWords = Math.max(mostWords, words);
      if (words > (explains ? WORDS_EXPLAINING : WORDS)) longTurns++;
      long questions =
          shown.stream()
              .map(l -> QUOTED.matcher(l.text()).replaceAll(""))
              .flatMapToInt(String::chars)
              .filter(c -> c == '?')
              .count();
      if (questions > 1) manyQuestions++;
      for (Line line : shown) {
        String wording =
            QUOTED
                .matcher(line.text())
                .replaceAll(m ->
                    own.containsAll(tokens(m.group()))
                        ? "“”"
                        : Matcher.quoteReplacement(m.group()));
        if (words(wording) >= 3 && !heard.add(wording)) repeated.add(wording);
      }
    }

    private void closeRun() {
      if (last.isEmpty()
          || !(last.get().fields().get("balanced") instanceof Value.Rows(var rows))) {
        return;
      }
      for (Map<String, Value> row : rows) {
        if (!(row.get("text") instanceof Value.Text(String text))) continue;
        reframes++;
        if (own.containsAll(tokens(text))) ownWords++;
      }
    }

    Figures figures(int sittings) {
      closeRun();
      return new Figures(
          turns,
          steps,
          List.copyOf(illegal),
          sittings,
          finished.size(),
          toldWords,
          askedWords,
          clientWords,
          chosenWords,
          answers,
          programWords,
          mostWords,
          manyQuestions,
          longTurns,
          List.copyOf(repeated),
          reframes,
          ownWords,
          flags,
          byModel,
          withheld,
          alarms,
          safetyTurns);
    }
  }

  static int words(List<Line> lines) {
    return lines.stream().mapToInt(l -> words(l.text())).sum();
  }

  static int words(String text) {
    String plain = text.strip();
    return plain.isEmpty() ? 0 : plain.split("\\s+").length;
  }

  private static Set<String> tokens(String text) {
    var all = new HashSet<String>();
    for (String token : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’]+")) {
      if (!token.isEmpty()) all.add(token);
    }
    return all;
  }
}
