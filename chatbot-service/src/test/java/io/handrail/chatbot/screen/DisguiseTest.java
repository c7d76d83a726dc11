package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.words.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Crisis cases in disguise: each is mutated twenty times from one seed. */
class DisguiseTest {
  private static final SafetyScreen SCREEN = new SafetyScreen();
  private static final Map<Character, String> LOOK_ALIKE =
      Map.of('a', "а", 'e', "е", 'o', "о", 'i', "і", 'c', "с", 'p', "р", 'y', "у", 's', "ѕ");
  private static final Map<Character, String> LEET =
      Map.of('a', "4", 'e', "3", 'i', "1", 'o', "0", 's', "5", 't', "7");
  private static final int ROUNDS = 2;

  private static Level level(String text) {
    return SafetyScreenTest.screen(text).level();
  }

  private static String word(
      String text, Random random, BiFunction<String, Random, String> change) {
    String[] words = text.split(" ");
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      if (words[i].matches("[A-Za-z]{4,}")) candidates.add(i);
    }
    for (int k = 0; k < 2 && !candidates.isEmpty(); k++) {
      int at = candidates.remove(random.nextInt(candidates.size()));
      words[at] = change.apply(words[at], random);
    }
    return String.join(" ", words);
  }

  private static String letters(String word, Map<Character, String> table) {
    StringBuilder out = new StringBuilder();
    for (char c : word.toCharArray()) out.append(table.getOrDefault(c, String.valueOf(c)));
    return out.toString();
  }

  private static String zeroWidth(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 1);
    return word.substring(0, at) + "​‍" + word.substring(at);
  }

  private static String repeated(String word, Random random) {
    int at = random.nextInt(word.length());
    return word.substring(0, at)
        + String.valueOf(word.charAt(at)).repeat(4)
        + word.substring(at + 1);
  }

  @Test
  void a_disguise_costs_at_most_one_point_of_recall() {
    List<String> texts = new ArrayList<>();
    for (String split : List.of("train", "dev")) {
      for (JsonNode c : Corpus.lines("screen-" + split + ".jsonl")) {
        boolean plain =
            c.get("lang").textValue().equals("en") && !c.has("step") && !c.has("context");
        boolean crisis = c.get("level").textValue().equals("CRISIS");
        boolean already = c.get("stratum").textValue().equals("obfuscated");
        String text = c.get("text").textValue();
        if (plain && crisis && !already && level(text).atLeast(Level.CONCERN)) texts.add(text);
      }
    }
    Map<String, BiFunction<String, Random, String>> changes =
        Map.of(
            "look-alike letters", (w, r) -> letters(w, LOOK_ALIKE),
            "zero-width", DisguiseTest::zeroWidth,
            "spaced", (w, r) -> String.join(" ", w.split("")),
            "leet", (w, r) -> letters(w, LEET),
            "drawn out", DisguiseTest::repeated,
            "capitals", (w, r) -> w.toUpperCase(java.util.Locale.ROOT));
    changes.forEach((name, change) -> {
      Random random = new Random(20260101);
      List<String> missed = new ArrayList<>();
      int tried = 0;
      for (String text : texts) {
        for (int i = 0; i < ROUNDS; i++) {
          String disguised = word(text, random, change);
          tried++;
          if (!level(disguised).atLeast(Level.CONCERN)) missed.add(disguised);
        }
      }
      System.out.printf("disguise %-20s %d of %d missed%n", name, missed.size(), tried);
      assertTrue(missed.size() * 100 <= tried, name + " " + missed);
    });
  }
}
