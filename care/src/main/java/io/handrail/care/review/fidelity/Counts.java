package io.handrail.care.review.fidelity;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Advance.Happening;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be counted in one conversation, each with the journal places it was counted at. Notices
 * and crisis replies are no part of the method and are left out.
 */
final class Counts {
  private static final Pattern OPEN =
      Pattern.compile(
          "(?iU)(^|[.!,;:\\s¿])(what|how|when|where|which|who|why|tell me (about|more)|qu[eé]|c[oó]mo|cu[aá]ndo"
              + "|d[oó]nde|cu[aá]l(es)?|qui[eé]n|por qu[eé]|cu[eé]ntame)\\b");
  private static final Pattern FEEDBACK =
      Pattern.compile(
          "(?iU)(tell me if|say so if|have (I|that) (got |understood )?(right|wrong)|did I get"
              + "|is that right|does that (fit|sound)|how was (this|it) for you|what was (useful|hard)"
              + "|dime si|¿?es as[ií]\\b|te encaja|lo he entendido|te ha servido)");
  private static final int RUN_OF_WORDS = 3;

  int clientWords;
  int programWords;
  int programTurns;
  int questions;
  final List<Long> asked = new ArrayList<>();
  final List<Long> open = new ArrayList<>();
  final List<Long> closed = new ArrayList<>();
  final List<Long> otherWords = new ArrayList<>();
  final List<Long> saidBeside = new ArrayList<>();
  final List<Long> longest = new ArrayList<>();
  final List<Long> feedback = new ArrayList<>();
  final List<Long> reflections = new ArrayList<>();
  final List<Long> ownWords = new ArrayList<>();
  final List<Long> choices = new ArrayList<>();
  final List<Long> saidInSteps = new ArrayList<>();
  final List<Long> offStep = new ArrayList<>();
  final List<Long> crowded = new ArrayList<>();
  final List<Long> homework = new ArrayList<>();
  final List<Long> finished = new ArrayList<>();
  final List<Long> stopped = new ArrayList<>();
  final List<Long> repeated = new ArrayList<>();
  final Set<String> steps = new LinkedHashSet<>();
  int said;

  Counts(List<Turn> turns) {
    Set<String> words = new LinkedHashSet<>();
    String lastStep = "";
    int onStep = 0;
    for (Turn turn : turns) {
      long seq = turn.id().seq();
      client(turn, words, seq);
      program(turn, words, seq);
      String step = turn.closing().flatMap(closing -> closing.provenance().step()).orElse("");
      if (!step.isEmpty()) steps.add(step);
      onStep = step.equals(lastStep) && !step.isEmpty() ? onStep + 1 : 1;
      if (onStep == 4) repeated.add(seq);
      lastStep = step;
      turn.closing()
          .ifPresent(closing -> {
            closing.happened().forEach(what -> happened(what, seq));
            if (closing.outcome().equals(new Outcome.Scripted("off_step"))) offStep.add(seq);
          });
    }
  }

  private void client(Turn turn, Set<String> words, long seq) {
    if (turn.opening() instanceof Opening.Said message) {
      said++;
      clientWords += count(message.text());
      words.addAll(runs(message.text()));
      boolean step = turn.closing().flatMap(c -> c.provenance().step()).isPresent();
      (step ? saidInSteps : saidBeside).add(seq);
    } else if (turn.opening() instanceof Opening.Tapped tapped && chooses(tapped.move())) {
      choices.add(seq);
    }
  }

  private static boolean chooses(String move) {
    return move.startsWith("start:")
        || move.startsWith("option:")
        || move.equals("skip")
        || move.equals("back")
        || move.equals("why")
        || move.equals("hint");
  }

  private void program(Turn turn, Set<String> words, long seq) {
    int inTurn = 0;
    int wordsInTurn = 0;
    boolean speaks = false;
    for (Line line : turn.shown()) {
      if (!methodical(line)) continue;
      speaks = true;
      wordsInTurn += count(line.text());
      int here = (int) line.text().chars().filter(c -> c == '?').count();
      inTurn += here;
      if (here > 0) {
        asked.add(seq);
        (OPEN.matcher(line.text()).find() ? open : closed).add(seq);
      }
      if (FEEDBACK.matcher(line.text()).find()) feedback.add(seq);
      if (line.kind() == Line.Kind.SAY && turn.opening() instanceof Opening.Said) {
        reflections.add(seq);
        boolean theirs = runs(line.text()).stream().anyMatch(words::contains);
        (theirs ? ownWords : otherWords).add(seq);
      }
    }
    if (!speaks) return;
    programTurns++;
    programWords += wordsInTurn;
    questions += inTurn;
    if (inTurn > 1 || wordsInTurn > 60) crowded.add(seq);
    else if (wordsInTurn > 40) longest.add(seq);
  }

  private static boolean methodical(Line line) {
    boolean ours = line.speaker() == Speaker.SCRIPT || line.speaker() == Speaker.PROGRAM;
    return ours && line.kind() != Line.Kind.NOTICE && line.kind() != Line.Kind.CRISIS;
  }

  private void happened(Happening what, long seq) {
    if (what instanceof Happening.HomeworkAgreed) homework.add(seq);
    if (what instanceof Happening.Finished) finished.add(seq);
    if (what instanceof Happening.Stopped) stopped.add(seq);
  }

  static int count(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** Every run of three words, so that words given back are told from words that happen to fall. */
  private static List<String> runs(String text) {
    String[] all =
        text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip().split(" ");
    var runs = new ArrayList<String>();
    for (int i = 0; i + RUN_OF_WORDS <= all.length; i++) {
      runs.add(String.join(" ", List.of(all).subList(i, i + RUN_OF_WORDS)));
    }
    if (all.length == 2) runs.add(all[0] + " " + all[1]);
    return runs;
  }

  double talkShare() {
    int all = clientWords + programWords;
    return all == 0 ? 0 : (double) clientWords / all;
  }
}
