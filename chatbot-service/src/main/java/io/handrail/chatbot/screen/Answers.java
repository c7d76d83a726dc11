package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Heard;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers that are a signal only because of what was asked: "reasons to live?" - "none". */
final class Answers {
  private static final int SHORT_WORDS = 14;
  private static final int SAFETY_TALK_LINES = 8;
  private static final Set<String> BARE = Set.of("i am", "i do", "i have", "i did");
  private final RiskBook book;

  Answers(RiskBook book) {
    this.book = book;
  }

  List<Signal> signals(Heard heard, Words said) {
    Optional<String> asked = heard.asked().or(() -> lastQuestion(heard.context()));
    if (asked.isEmpty() || said.size() == 0 || said.size() > SHORT_WORDS) return List.of();
    Set<String> questions = questions(asked.get());
    // "Would you like to plan a second thing?" asks for a plan only in a talk about safety.
    if (questions.remove("plan_talk") && safetyTalk(heard.context())) questions.add("plan");
    if (questions.contains("plan_for_a_day") && !safetyTalk(heard.context())) {
      questions.remove("plan");
    }
    questions.remove("deed");
    if (questions.isEmpty()) return List.of();
    Set<String> answers = answers(said);
    // Who asks back has not answered.
    if (heard.text().contains("?")) answers.add("denies");
    return answer(questions, answers)
        .map(found ->
            List.of(new Signal(found.name(), found.level(), said.original(0, said.size()))))
        .orElse(List.of());
  }

  /** Whether the question that waits is about doing something, and in no talk about safety. */
  boolean asksForADeed(Heard heard) {
    Set<String> questions = heard.asked().map(this::questions).orElse(Set.of());
    boolean grave =
        questions.contains("ideation")
            || questions.contains("plan")
            || questions.contains("others");
    return questions.contains("deed") && !grave && !safetyTalk(heard.context());
  }

  /** Kinds of question that the message answers. */
  Set<String> asked(Heard heard) {
    return heard
        .asked()
        .or(() -> lastQuestion(heard.context()))
        .map(this::questions)
        .map(TreeSet::new)
        .map(sorted -> (Set<String>) sorted)
        .orElse(Set.of());
  }

  private Set<String> questions(String asked) {
    return names(book.questions.find(book.reader.read(asked)));
  }

  private boolean safetyTalk(List<ContextLine> context) {
    return context.subList(Math.max(0, context.size() - SAFETY_TALK_LINES), context.size()).stream()
        .filter(line -> line.role() != Role.CLIENT && line.text().contains("?"))
        .anyMatch(line -> questions(line.text()).contains("ideation"));
  }

  /** "No, I am safe": after a "no" that leads, a bare "I am" says yes to nothing. */
  private Set<String> answers(Words said) {
    List<Hit<String>> hits = book.answers.find(said);
    boolean no = hits.stream().anyMatch(hit -> hit.rule().equals("no") && hit.start() == 0);
    return names(
        hits.stream()
            .filter(hit -> !(no && hit.rule().equals("yes") && BARE.contains(text(said, hit))))
            .toList());
  }

  private static String text(Words said, Hit<String> hit) {
    var text = new StringBuilder();
    for (int i = hit.start(); i < hit.end(); i++) text.append(said.get(i).form()).append(' ');
    return text.toString().strip();
  }

  private record Meaning(String name, Level level) {}

  private static Optional<Meaning> answer(Set<String> questions, Set<String> answers) {
    boolean yes = answers.contains("yes");
    boolean denied = answers.contains("no") && !yes;
    boolean evades = answers.contains("evade");
    boolean aboutSelf = questions.contains("ideation");
    if (answers.contains("harm_to_self") && questions.contains("relief")) {
      return meaning("relief_by_harm", Level.CONCERN);
    }
    if (answers.contains("no_more") && questions.contains("ahead")) {
      return meaning("sees_no_more_of_life", Level.CONCERN);
    }
    if (answers.contains("brought_up") && questions.contains("eaten")) {
      return meaning("food_brought_up", Level.CONCERN);
    }
    if (answers.contains("threatened") && questions.contains("safe_now")) {
      return meaning("threatened_now", Level.CRISIS);
    }
    if (questions.contains("voices") && yes) return meaning("command_voices", Level.CRISIS);
    if (questions.contains("others") && yes) return meaning("harm_others_said_yes", Level.CRISIS);
    if (questions.contains("safe_now") && !aboutSelf) {
      if (answers.contains("not_safe")) return meaning("cannot_stay_safe", Level.CRISIS);
      return Optional.empty();
    }
    if (questions.contains("plan") && yes) return meaning("plan_said_yes", Level.CRISIS);
    if (aboutSelf && yes) return meaning("ideation_said_yes", Level.CONCERN);
    if ((aboutSelf || questions.contains("plan")) && evades) {
      return meaning("safety_question_evaded", Level.CONCERN);
    }
    if (aboutSelf && denied) return meaning("ideation_denied", Level.WATCH);
    // Asked straight out, and the answer is neither a no nor a word of denial: not safe to assume.
    if (aboutSelf && !answers.contains("no") && !answers.contains("denies")) {
      return meaning("safety_question_not_denied", Level.CONCERN);
    }
    if (questions.contains("living") && answers.contains("none")) {
      return meaning("no_reasons_to_live", Level.CONCERN);
    }
    return Optional.empty();
  }

  private static Optional<Meaning> meaning(String name, Level level) {
    return Optional.of(new Meaning(name, level));
  }

  private static Optional<String> lastQuestion(List<ContextLine> context) {
    if (context.isEmpty()) return Optional.empty();
    ContextLine last = context.getLast();
    return last.role() != Role.CLIENT && last.text().contains("?")
        ? Optional.of(last.text())
        : Optional.empty();
  }

  private static Set<String> names(List<Hit<String>> hits) {
    Set<String> names = new HashSet<>();
    hits.forEach(hit -> names.add(hit.rule()));
    return names;
  }
}
