package io.handrail.chatbot.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final Set<String> STOPS = Set.of("not", "never");
  private static final Set<String> FILLERS =
      Set.of("i", "just", "really", "so", "the", "a", "to", "my", "it", "that", "am", "do", "me");
  private static final Reader READER =
      new Reader(new Spelling(Set.of(), Set.of("suicide", "kill", "pills"), Map.of()), Map.of());

  private static List<Phrase> phrasesOf(String file) {
    Pages pages = Pages.open(file);
    Slots slots = new Slots(pages.lists("slots"));
    List<Phrase> phrases = new ArrayList<>();
    for (Map<String, Object> entry : pages.entries("signals")) {
      for (String source : Pages.texts(entry.get("phrases"))) {
        phrases.add(Phrase.parse(source, slots, FILLERS, STOPS));
      }
    }
    return phrases;
  }

  /** Every phrase tried at every word, with nothing ruled out beforehand. */
  private static Set<String> tried(List<Phrase> phrases, Words words) {
    SetBook book = new SetBook();
    phrases.forEach(phrase -> phrase.settle(book));
    book.close();
    Set<String> found = new TreeSet<>();
    Heard heard = new Heard(words, book);
    do {
      for (int at = heard.base(); at < heard.startsTo(); at++) {
        for (Phrase phrase : phrases) {
          int end = phrase.walked(heard, at);
          if (end > at) found.add(at + "-" + end + " " + phrase);
        }
      }
    } while (heard.moveOn());
    return found;
  }

  private static Set<String> found(List<Phrase> phrases, Words words) {
    Phrases<String> all = new Phrases<>();
    phrases.forEach(phrase -> all.add(phrase.toString(), phrase));
    Set<String> found = new TreeSet<>();
    all.find(words).forEach(hit -> found.add(hit.start() + "-" + hit.end() + " " + hit.rule()));
    return found;
  }

  @Test
  void nothing_is_ruled_out_that_would_have_been_found() {
    List<String> texts =
        Corpus.lines("screen-dev.jsonl").stream()
            .map(line -> line.path("text").textValue())
            .toList();
    for (String file : List.of("/screen/en-suicide.yaml", "/screen/es.yaml")) {
      Words words = READER.read(String.join(" ", texts));
      Set<String> tried = tried(phrasesOf(file), words);
      assertTrue(words.size() > 2000 && tried.size() > 50, file + " " + tried.size());
      assertEquals(tried, found(phrasesOf(file), words));
    }
  }

  @Test
  void a_match_may_stand_across_every_place_at_which_the_window_moves() {
    List<Phrase> phrases =
        List.of(
            Phrase.parse("want to (die|be dead)", new Slots(Map.of()), FILLERS, STOPS),
            Phrase.parse("pills .... tonight !(at work)", new Slots(Map.of()), Set.of(), STOPS));
    for (int before = 0; before < 400; before++) {
      Words words =
          READER.read(
              "rain ".repeat(before)
                  + "i want so to be dead and pills one two three four tonight"
                  + " snow".repeat(300));
      assertEquals(
          Set.of(
              (before + 1) + "-" + (before + 6) + " want to (die|be dead)",
              (before + 7) + "-" + (before + 13) + " pills .... tonight !(at work)"),
          found(phrases, words));
    }
  }

  @Test
  void hits_come_in_the_order_of_the_text_then_the_nearest_then_as_they_were_added() {
    Phrases<String> all = new Phrases<>();
    Slots none = new Slots(Map.of());
    for (String source : List.of("cut* myself", "myself tonight", "cut myself")) {
      all.add(source, Phrase.parse(source, none, Set.of(), Set.of()));
    }
    assertEquals(
        List.of("cut myself", "cut* myself", "myself tonight"),
        all.find(READER.read("cut myself tonight")).stream().map(Phrases.Hit::rule).toList());
  }

  @Test
  void a_phrase_that_could_match_nothing_or_denies_too_deep_is_refused() {
    Slots none = new Slots(Map.of());
    for (String wrong : List.of("[maybe]", ".. die", "a !(b !(c !(d)))")) {
      assertThrows(
          IllegalArgumentException.class, () -> Phrase.parse(wrong, none, FILLERS, STOPS), wrong);
    }
  }
}
