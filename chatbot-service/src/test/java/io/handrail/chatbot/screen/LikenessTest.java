package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.turn.Screen.Heard;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The likeness to labelled cases: it raises to CONCERN at most, explains itself, and lowers
 * nothing.
 */
class LikenessTest {
  private static final SafetyScreen WITH = new SafetyScreen();
  private static final SafetyScreen WITHOUT = new SafetyScreen(SafetyScreen.Recall.NONE);

  private static Heard heard(String text) {
    return new Heard(text, "en", List.of(), Optional.empty(), Level.NONE, Optional.empty());
  }

  private static boolean likened(Signal signal) {
    return signal.name().startsWith("sounds_like_");
  }

  @Test
  void it_adds_to_what_the_phrases_say_and_takes_nothing_away() {
    Random random = new Random(11);
    String[] pieces = {
      "I want ",
      "it gone ",
      "my kids ",
      "tonight ",
      "the shop ",
      "never ",
      "haha ",
      "pills ",
      "the dark. ",
      "wake up ",
      "not ",
      "lighter ",
      "without me ",
      "bridge ",
      "football ",
      "quiero ",
      "morir ",
      "no ",
      "más. "
    };
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--)
        text.append(pieces[random.nextInt(pieces.length)]);
      Screening with = WITH.screen(heard(text.toString()));
      Screening without = WITHOUT.screen(heard(text.toString()));
      assertTrue(with.level().atLeast(without.level()), text.toString());
      assertTrue(with.signals().containsAll(without.signals()), text.toString());
      with.signals().stream()
          .filter(LikenessTest::likened)
          .forEach(signal -> assertTrue(Level.CONCERN.atLeast(signal.level())));
      assertEquals(with, WITH.screen(heard(text.toString())));
    }
  }

  @Test
  void it_says_what_a_message_sounds_like_and_on_which_words() {
    String text = "No more mornings for me would suit everyone under this roof just fine.";
    Signal signal =
        WITH.screen(heard(text)).signals().stream()
            .filter(LikenessTest::likened)
            .findFirst()
            .orElseThrow();
    assertEquals("sounds_like_wish_to_die", signal.name());
    assertFalse(signal.words().isEmpty());
    for (String part : signal.words().split(" / ")) assertTrue(text.contains(part), part);
  }

  @Test
  void an_ordinary_day_sounds_like_nothing() {
    for (String text :
        List.of(
            "I slept badly and the report was late, so I snapped at Jo.",
            "My chest goes tight before I present, and then it passes.",
            "Hoy discutí con mi hermana y luego cocinamos juntas.")) {
      assertTrue(
          WITH.screen(heard(text)).signals().stream().noneMatch(LikenessTest::likened), text);
    }
  }
}
