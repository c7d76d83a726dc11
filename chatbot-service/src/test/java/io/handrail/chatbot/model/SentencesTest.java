package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> cut(String text) {
    var out = new ArrayList<String>();
    var sentences = new Sentences(out::add);
    text.chars().forEach(c -> sentences.add((char) c));
    sentences.end();
    return out;
  }

  @Test
  void plain_sentences_are_cut_at_their_ends() {
    assertEquals(
        List.of("You wrote that it went quiet.", "It was loud!", "What went through your mind?"),
        cut("You wrote that it went quiet. It was loud! What went through your mind?"));
  }

  @Test
  void abbreviations_decimals_and_initials_do_not_end_a_sentence() {
    assertEquals(
        List.of("A small step, e.g. a walk with Dr. Lee at 3.5 km.", "Does that fit?"),
        cut("A small step, e.g. a walk with Dr. Lee at 3.5 km. Does that fit?"));
    assertEquals(
        List.of("Habló con la Sra. Gil, p.ej. el lunes.", "¿Qué pensó?"),
        cut("Habló con la Sra. Gil, p.ej. el lunes. ¿Qué pensó?"));
    assertEquals(List.of("J. Smith came."), cut("J. Smith came."));
  }

  @Test
  void quotes_and_ellipses_stay_with_what_goes_on() {
    assertEquals(
        List.of("You wrote “I am a failure.” and stopped.", "What then?"),
        cut("You wrote “I am a failure.” and stopped. What then?"));
    assertEquals(
        List.of("It was... quiet.", "And then…", "What?"), cut("It was... quiet. And then… What?"));
    assertEquals(List.of("\"Why me?\" she asked.", "Yes."), cut("\"Why me?\" she asked. Yes."));
  }

  @Test
  void a_number_at_the_end_ends_a_sentence_and_a_list_mark_does_not() {
    assertEquals(List.of("You gave it 80.", "What now?"), cut("You gave it 80. What now?"));
    assertEquals(List.of("1. Look at it."), cut("1. Look at it."));
  }

  @Test
  void a_line_end_ends_a_sentence() {
    assertEquals(List.of("One thing", "Another"), cut("One thing\n\nAnother\n"));
  }

  @Test
  void half_a_surrogate_pair_is_replaced() {
    assertEquals(List.of("a\uFFFDb \uD83D\uDE00"), cut("a\uD83Db \uD83D\uDE00"));
  }

  @Test
  void nothing_is_lost_but_white_space() {
    String text = "Well… e.g. this. \"That?\" No! 3.5, 4. Dr. No said so.  Sí. ¿Y tú?";
    assertEquals(text.replaceAll("\\s", ""), String.join("", cut(text)).replaceAll("\\s", ""));
  }

  @Test
  void a_sentence_is_not_handed_on_before_its_end_is_sure() {
    var out = new ArrayList<String>();
    var sentences = new Sentences(out::add);
    for (char c : "It was 3.".toCharArray()) sentences.add(c);
    assertEquals(List.of(), out);
    for (char c : "5 km. N".toCharArray()) sentences.add(c);
    assertEquals(List.of("It was 3.5 km."), out);
  }
}
