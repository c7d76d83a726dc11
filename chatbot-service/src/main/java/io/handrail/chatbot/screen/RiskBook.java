package io.handrail.chatbot.screen;

import io.handrail.chatbot.words.Pages;
import io.handrail.chatbot.words.Phrase;
import io.handrail.chatbot.words.Phrases;
import io.handrail.chatbot.words.Reader;
import io.handrail.chatbot.words.Slots;
import io.handrail.chatbot.words.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the screen knows, read from the files in {@code resources/screen}: which phrases are
 * which signals, idioms, structure words, combinations, questions and answers. A file that does not
 * parse stops the program from starting.
 */
final class RiskBook {
  private static final List<String> FILES =
      List.of(
          "/screen/en-suicide.yaml",
          "/screen/en-wide.yaml",
          "/screen/en-end.yaml",
          "/screen/en-harm.yaml",
          "/screen/en-wide-harm.yaml",
          "/screen/en-harm-wide.yaml",
          "/screen/en-mind.yaml",
          "/screen/es.yaml",
          "/screen/es-wide.yaml",
          "/screen/es-more.yaml",
          "/screen/es-more-plan.yaml",
          "/screen/es-more-harm.yaml",
          "/screen/es-more-mind.yaml",
          "/screen/other-languages.yaml",
          "/screen/de-more.yaml",
          "/screen/fr-more.yaml",
          "/screen/zh-more.yaml");

  private static final Slots NO_SLOTS = new Slots(Map.of());

  final Phrases<RiskRule> risks = new Phrases<>();
  final Phrases<String> idioms = new Phrases<>();
  final Phrases<String> turns = new Phrases<>();
  final Phrases<String> questions = new Phrases<>();
  final Phrases<String> answers = new Phrases<>();
  final List<Together> together = new ArrayList<>();
  final Set<String> self;
  final Set<String> other;
  final Set<String> you;
  final Set<String> prepositions;
  final Set<String> negators;
  final Set<String> bridges;
  final Set<String> english;
  final Set<String> spanish;
  final Reader reader;

  private final Map<String, Set<String>> fillers = new HashMap<>();
  private final Set<String> stops;
  private final Set<String> known = new HashSet<>();
  private final Set<String> vital = new HashSet<>();
  private final Map<String, List<String>> readings = new HashMap<>();

  RiskBook() {
    english = Pages.words("/words/en-common.txt");
    spanish = Pages.words("/words/es-common.txt");
    Pages structure = Pages.open("/screen/structure.yaml");
    stops = structure.folded("gap_stops");
    takeWords(Pages.open("/screen/readings-en.yaml"));
    for (String file : FILES) takeRisks(Pages.open(file));
    self = structure.folded("self");
    other = structure.folded("other");
    you = structure.folded("you");
    prepositions = structure.folded("prepositions");
    negators = structure.folded("negators");
    bridges = structure.folded("bridges");
    for (String turn : List.of("past", "returning", "taken_back")) {
      add(turns, turn, structure.list(turn), NO_SLOTS, all());
    }
    Pages asked = Pages.open("/screen/answers.yaml");
    asked.lists("questions").forEach((name, list) -> add(questions, name, list, NO_SLOTS, all()));
    asked.lists("answers").forEach((name, list) -> add(answers, name, list, NO_SLOTS, all()));
    reader = new Reader(spelling(), Emoji.words());
  }

  private Set<String> all() {
    Set<String> all = new HashSet<>();
    fillers.values().forEach(all::addAll);
    return all;
  }

  private void takeWords(Pages pages) {
    String language = pages.text("language", "");
    if (!pages.folded("fillers").isEmpty()) fillers.put(language, pages.folded("fillers"));
    readings.putAll(pages.readings());
    vital.addAll(pages.folded("vital"));
  }

  private void takeRisks(Pages pages) {
    takeWords(pages);
    String language = pages.text("language", "");
    Set<String> fill = fillers.get(language);
    Slots slots = new Slots(pages.lists("slots"));
    for (Map<String, Object> entry : pages.entries("signals")) {
      add(risks, RiskRule.of(entry, language), Pages.texts(entry.get("phrases")), slots, fill);
    }
    for (Map<String, Object> entry : pages.entries("cues")) {
      add(risks, RiskRule.cue(entry, language), Pages.texts(entry.get("phrases")), slots, fill);
    }
    Slots apart = new Slots(pages.lists("slots"));
    add(idioms, "idiom", pages.list("idioms"), apart, fill);
    pages.lists("contexts").forEach((name, list) -> add(idioms, name, list, apart, fill));
    pages.entries("together").forEach(entry -> together.add(Together.of(entry)));
  }

  private <T> void add(
      Phrases<T> phrases, T rule, List<String> sources, Slots slots, Set<String> fillers) {
    for (String source : sources) phrases.add(rule, Phrase.parse(source, slots, fillers, stops));
  }

  private Spelling spelling() {
    known.addAll(english);
    // Real words that look or sound like one that matters: "seaside", "switched", "handed".
    known.addAll(Pages.words("/words/en-not-meant.txt"));
    known.addAll(spanish);
    known.addAll(vital);
    fillers.values().forEach(known::addAll);
    risks.literals(known);
    idioms.literals(known);
    turns.literals(known);
    questions.literals(known);
    answers.literals(known);
    known.addAll(other);
    return new Spelling(known, vital, readings);
  }

  boolean knows(String word) {
    return known.contains(word);
  }
}
