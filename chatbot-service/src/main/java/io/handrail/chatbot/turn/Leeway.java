package io.handrail.chatbot.turn;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Template;
import io.handrail.chatbot.turn.Guard.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model may say beside what the guard lets through, by the level that the client's plan
 * gives it. Worded replies (level 1) ask the script's question and no other. Guided ones (level 2)
 * may ask one question of their own, and only while the exercise stays at its step. Neither brings
 * in evidence, another thought or the name of a trap, and the question comes last.
 */
final class Leeway {
  /** Share of the words of a scripted wording that a question with its meaning has. */
  private static final double SAME_QUESTION = 1.0 / 3;

  /** Content words that neither the client nor the file used. */
  private static final int NEW_IN_A_QUESTION = 8;

  private static final int NEW_IN_STATEMENTS = 10;

  private final boolean ownQuestion;
  private final Set<String> wordings;
  private final List<Set<String>> asks;
  private final Set<String> file;
  private final Set<String> known;
  private final String heard;
  private final Set<String> traps;

  private Leeway(
      boolean ownQuestion,
      Set<String> wordings,
      List<Set<String>> asks,
      Set<String> file,
      Set<String> known,
      String heard,
      Set<String> traps) {
    this.ownQuestion = ownQuestion;
    this.wordings = wordings;
    this.asks = asks;
    this.file = file;
    this.known = known;
    this.heard = heard;
    this.traps = traps;
  }

  /**
   * @param taken what the engine made of the answer; the reply is worded for it
   * @param request what the model was told, for the words that are already in play
   */
  static Leeway of(
      ModelUse use, Protocol protocol, Run before, Advance taken, Phrasing.Request request) {
    Run after = taken.run();
    boolean stays = after.running() && after.step().equals(before.step());
    List<String> wordings = new ArrayList<>(wordings(protocol, after));
    taken.question().ifPresent(wordings::add);
    String heard = heard(protocol, taken, request, wordings);
    return new Leeway(
        use == ModelUse.GUIDED && stays,
        wordings.stream()
            .map(Leeway::question)
            .map(Content::folded)
            .collect(Collectors.toUnmodifiableSet()),
        wordings.stream()
            .map(Leeway::question)
            .map(Content::of)
            .filter(words -> !words.isEmpty())
            .toList(),
        Content.of(String.join("\n", wordings)),
        Content.of(heard),
        Content.folded(heard),
        traps(protocol));
  }

  /** Every wording in which the file asks the step that waits. */
  private static List<String> wordings(Protocol protocol, Run run) {
    if (!(protocol.step(run.step()).orElse(null) instanceof Step.Question q)) return List.of();
    return Stream.of(
            Stream.of(q.ask()), q.more().stream(), q.fill().values().stream(), q.hints().stream())
        .flatMap(all -> all)
        .flatMap(w -> w.in(run.language()).stream())
        .map(Leeway::plain)
        .toList();
  }

  private static String plain(Template template) {
    var text = new StringBuilder();
    for (Template.Piece piece : template.pieces()) {
      if (piece instanceof Template.Piece.Plain(String words)) text.append(words);
    }
    return text.toString();
  }

  /** The sentences of a wording that ask; all of it where none does. */
  private static String question(String wording) {
    String asking =
        Arrays.stream(wording.split("(?<=[.!?])\\s+"))
            .filter(sentence -> sentence.contains("?"))
            .collect(Collectors.joining(" "));
    return asking.isEmpty() ? wording : asking;
  }

  private static String heard(
      Protocol protocol, Advance taken, Phrasing.Request request, List<String> wordings) {
    var all = new ArrayList<String>(wordings);
    all.add(protocol.title(taken.run().language()));
    all.add(request.said());
    all.addAll(request.sheet().values());
    request.recent().forEach(line -> all.add(line.text()));
    taken.say().forEach(say -> all.add(say.text()));
    return String.join("\n", all);
  }

  private static Set<String> traps(Protocol protocol) {
    var names = new HashSet<>(Supplied.TRAPS);
    for (Field field : protocol.fields().values()) {
      if (field instanceof Field.OfChoice choice && choice.many()) {
        for (Field.Choice option : choice.options()) {
          option.labels().values().stream().map(Content::folded).forEach(names::add);
        }
      }
    }
    names.removeIf(name -> !name.contains(" "));
    names.addAll(Supplied.TRAP_WORDS);
    return names;
  }

  /** Findings on one sentence, given those before it in this reply; empty lets it pass. */
  List<Finding> sentence(String sentence, List<String> before) {
    var findings = new ArrayList<Finding>();
    String folded = Content.folded(sentence);
    boolean question = sentence.contains("?");
    // The file may say after its question how it can be answered, and so may a model.
    boolean after = before.stream().anyMatch(s -> s.contains("?"));
    if (after && (question || !file.containsAll(Content.of(sentence)))) {
      findings.add(new Finding("Questions", "goes_on_after_the_question", ""));
    }
    Supplied.in(folded, heard)
        .ifPresent(words ->
            findings.add(new Finding("Lacks Guided Self-Discovery", "supplies_it", words)));
    traps.stream()
        .filter(name -> Content.names(folded, name) && !Content.names(heard, name))
        .findFirst()
        .ifPresent(
            name -> findings.add(new Finding("Lacks Guided Self-Discovery", "names_trap", name)));
    Supplied.steers(folded, heard)
        .ifPresent(words -> findings.add(new Finding("Off-step", "steers_the_exercise", words)));
    Set<String> fresh = Content.of(sentence);
    fresh.removeAll(known);
    if (question) {
      if (!ownQuestion && !scripted(sentence)) {
        findings.add(new Finding("Off-step", "another_question", ""));
      } else if (fresh.size() > NEW_IN_A_QUESTION) {
        findings.add(new Finding("Lacks Guided Self-Discovery", "leading_question", ""));
      }
    } else {
      before.stream().filter(s -> !s.contains("?")).map(Content::of).forEach(fresh::addAll);
      fresh.removeAll(known);
      if (fresh.size() > NEW_IN_STATEMENTS) {
        findings.add(new Finding("Lacks Guided Self-Discovery", "brings_in_its_own", ""));
      }
    }
    return findings;
  }

  /**
   * True when the question is one of the file's wordings, or has a fair share of the words of one.
   */
  private boolean scripted(String question) {
    // "When was that, and where were you?" has no word that would count as content.
    if (wordings.contains(Content.folded(question))) return true;
    Set<String> words = Content.of(question);
    return asks.isEmpty()
        || asks.stream()
            .anyMatch(ask ->
                (double) ask.stream().filter(words::contains).count() / ask.size()
                    >= SAME_QUESTION);
  }
}
