package io.handrail.chatbot.guard;

import io.handrail.chatbot.words.Pages;
import io.handrail.chatbot.words.Phrase;
import io.handrail.chatbot.words.Phrases;
import io.handrail.chatbot.words.Reader;
import io.handrail.chatbot.words.Slots;
import io.handrail.chatbot.words.SmallWords;
import io.handrail.chatbot.words.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything the guard knows, read from the files in {@code resources/guard}. */
final class GuardBook {
  /** A gap may not hold these: "you do .. not .. have" is another sentence. */
  private static final Set<String> STOPS = Set.of("not", "never", "no", "nunca", "ni");

  private static final List<String> FILES =
      List.of(
          "/guard/en.yaml",
          "/guard/en-voice.yaml",
          "/guard/en-claims.yaml",
          "/guard/en-wide.yaml",
          "/guard/es.yaml",
          "/guard/es-voice.yaml",
          "/guard/es-claims.yaml",
          "/guard/es-wide.yaml");

  private static final Slots NONE = new Slots(Map.of());

  /** Phrases that a reply may not hold. */
  final Phrases<GuardRule> rules = new Phrases<>();

  /** By rule: phrases that let it pass. */
  final Phrases<String> unless = new Phrases<>();

  /** What the client spoke of. */
  final Phrases<String> client = new Phrases<>();

  /** What an answer to a wish to die must hold one of. */
  final Phrases<String> safety = new Phrases<>();

  /** By rule: what an answer must hold one of, after what the client said. */
  final Phrases<String> holds = new Phrases<>();

  /** What a question asks for: a situation, a feeling, a number, a thought and so on. */
  final Phrases<String> asks = new Phrases<>();

  /** What is refused when an answer holds none of its phrases. */
  final List<GuardRule> musts = new ArrayList<>();

  final SmallWords languages = new SmallWords();

  /** The common words of each of our two languages, folded. */
  final Map<String, Set<String>> common =
      Map.of("en", Pages.words("/words/en-common.txt"), "es", Pages.words("/words/es-common.txt"));

  final Reader reader;

  GuardBook() {
    Map<String, List<String>> readings = new HashMap<>();
    for (String file : FILES) {
      Pages pages = Pages.open(file);
      readings.putAll(pages.readings());
      take(pages);
    }
    Set<String> known = new HashSet<>();
    common.values().forEach(known::addAll);
    rules.literals(known);
    unless.literals(known);
    client.literals(known);
    safety.literals(known);
    holds.literals(known);
    asks.literals(known);
    reader = new Reader(new Spelling(known, Set.of(), readings), Map.of());
  }

  private void take(Pages pages) {
    String language = pages.text("language", "en");
    boolean voice = pages.text("voice", "false").equals("true");
    Set<String> fill = pages.folded("fillers");
    Slots slots = new Slots(pages.lists("slots"));
    Slots apart = new Slots(pages.lists("slots"));
    Slots held = new Slots(pages.lists("slots"));
    for (Map<String, Object> entry : pages.entries("rules")) {
      GuardRule rule = GuardRule.of(entry, language, voice);
      for (String source : Pages.texts(entry.get("phrases"))) {
        rules.add(rule, Phrase.parse(source, slots, fill, STOPS));
      }
      for (String source : Pages.texts(entry.get("unless"))) {
        unless.add(rule.name(), Phrase.parse(source, apart, fill, STOPS));
      }
    }
    for (Map<String, Object> entry : pages.entries("musts")) {
      GuardRule rule = GuardRule.of(entry, language, voice);
      if (musts.stream().noneMatch(must -> must.name().equals(rule.name()))) musts.add(rule);
      for (String source : Pages.texts(entry.get("phrases"))) {
        holds.add(rule.name(), Phrase.parse(source, held, fill, STOPS));
      }
    }
    pages
        .lists("client")
        .forEach((name, list) ->
            list.forEach(source -> client.add(name, Phrase.parse(source, NONE, fill, STOPS))));
    pages
        .lists("asks")
        .forEach((name, list) ->
            list.forEach(source -> asks.add(name, Phrase.parse(source, NONE, fill, STOPS))));
    for (String source : pages.list("safety")) {
      safety.add("safety", Phrase.parse(source, NONE, fill, STOPS));
    }
  }
}
