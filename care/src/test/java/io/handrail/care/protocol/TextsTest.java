package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(
            "I'm useless. They will fire me.", List.of("I'm useless", "They will fire me")),
        Arguments.of("- first thing\n- second thing", List.of("first thing", "second thing")),
        Arguments.of("1. he left 2. she cried", List.of("he left", "she cried")),
        Arguments.of("1) he left\n2) she cried", List.of("he left", "she cried")),
        Arguments.of("he left; she cried", List.of("he left", "she cried")),
        Arguments.of("What if I fail? Why me?", List.of("What if I fail?", "Why me?")),
        Arguments.of("walk, call mum, cook", List.of("walk", "call mum", "cook")),
        Arguments.of(
            "he closed the door, and I stood there",
            List.of("he closed the door, and I stood there")),
        Arguments.of("Dr. Lee said it went well", List.of("Dr. Lee said it went well")),
        Arguments.of("it cost 3.50 and I paid", List.of("it cost 3.50 and I paid")),
        Arguments.of("“I can't cope”", List.of("I can't cope")),
        Arguments.of("No puedo más. Soy una carga.", List.of("No puedo más", "Soy una carga")),
        Arguments.of("...", List.of()),
        Arguments.of("• uno\n• dos tres", List.of("uno", "dos tres")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void entries_are_told_apart_as_people_write_them(String text, List<String> expected) {
    assertEquals(expected, Texts.entries(text));
  }

  @Test
  void a_quote_is_at_most_twelve_words_on_one_line() {
    String quote =
        Given.quote("one two three four five six seven\neight nine ten eleven twelve thirteen");
    assertEquals("one two three four five six seven eight nine ten eleven twelve…", quote);
  }

  @Test
  void invisible_characters_are_taken_out() {
    assertEquals("sad 70", Texts.clean("\u200Bsad\u00A0 70\u202E"));
  }

  @Test
  void spanish_and_changes_before_its_own_sound() {
    assertEquals("miedo e ira", Given.joined(List.of("miedo", "ira"), "es"));
    assertEquals("pena y miedo", Given.joined(List.of("pena", "miedo"), "es"));
    assertEquals("a, b and c", Given.joined(List.of("a", "b", "c"), "en"));
  }
}
