package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.chatbot.model.AnswerParser.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerParserTest {
  private static final String GOOD =
      "{\"captures\":{\"moods\":[{\"name\":\"sad\",\"intensity\":80},{\"name\":\"ang}ry\\\"\",\"intensity\":4.5}],\"note\":null},\"next\":\"thoughts\",\"reply\":\"You"
          + " wrote “sad” and \\\"it \\u00e9\\ud83d\\ude00\\\". E.g. at 3.5 km.\\n"
          + "What went through your mind?\"}";

  private static Heard parse(String text, State expected) {
    var heard = new Heard();
    var parser = new AnswerParser(heard);
    parser.feed(text);
    assertEquals(expected, parser.finish(), text);
    return heard;
  }

  @Test
  void captures_come_first_then_each_sentence() {
    Heard heard = parse(GOOD, State.COMPLETE);
    assertEquals(
        Map.of(
            "captures",
            Map.of(
                "moods",
                List.of(
                    Map.of("name", "sad", "intensity", 80L),
                    Map.of("name", "ang}ry\"", "intensity", 4.5))),
            "next",
            "thoughts"),
        heard.events.getFirst());
    assertEquals(
        List.of(
            "You wrote “sad” and \"it é😀\".", "E.g. at 3.5 km.", "What went through your mind?"),
        heard.sentences());
  }

  @Test
  void fences_thinking_and_trailing_words_are_passed_over() {
    for (String before :
        List.of("", "  \n", "```json\n", "Here it is:\n```\n", "<think>{\"a\":{</think>\n")) {
      for (String after : List.of("", "\n```", " That is all.")) {
        assertEquals(
            parse(GOOD, State.COMPLETE).events,
            parse(before + GOOD + after, State.COMPLETE).events);
      }
    }
  }

  @Test
  void a_reply_written_first_is_kept_back_until_the_captures_came() {
    Heard heard =
        parse(
            "{\"reply\":\"Fine. What then?\",\"next\":\"b\",\"captures\":{\"a\":1}}",
            State.COMPLETE);
    assertEquals(
        List.of(Map.of("captures", Map.of("a", 1L), "next", "b"), "Fine.", "What then?"),
        heard.events);
  }

  @Test
  void missing_captures_and_next_are_empty_ones() {
    assertEquals(
        List.of(Map.of("captures", Map.of(), "next", ""), "Fine."),
        parse("{\"reply\":\"Fine.\",\"other\":[1,{\"a\":true}]}", State.COMPLETE).events);
    assertEquals(
        List.of(Map.of("captures", Map.of(), "next", ""), "Fine."),
        parse("{ \"captures\" : {} , \"next\" : null , \"reply\" : \"Fine.\" , }", State.COMPLETE)
            .events);
  }

  @Test
  void what_is_not_the_answer_is_broken_and_shows_nothing() {
    for (String bad :
        List.of(
            "",
            "no object",
            "x".repeat(500) + GOOD,
            "[1,2]",
            "{\"captures\":[],\"next\":\"a\",\"reply\":\"Hm.\"}",
            "{\"captures\":{\"a\":},\"next\":\"a\",\"reply\":\"Hm.\"}",
            "{\"captures\":{},\"next\":5,\"reply\":\"Hm.\"}",
            "{\"captures\":{},\"captures\":{},\"next\":\"a\",\"reply\":\"Hm.\"}",
            "{\"captures\":"
                + "{\"a\":".repeat(50)
                + "1"
                + "}".repeat(50)
                + ",\"next\":\"a\",\"reply\":\"Hm.\"}",
            "{\"captures\":{\"a\":\""
                + "y".repeat(20_000)
                + "\"},\"next\":\"a\",\"reply\":\"Hm.\"}")) {
      assertEquals(List.of(), parse(bad, State.BROKEN).events, bad);
    }
    for (String bad :
        List.of(
            "{\"captures\":{},\"next\":\"a\",\"reply\":\"\"}",
            "{\"captures\":{},\"next\":\"a\",\"reply\":\"You said \"no\" to it. And?\"}",
            "{\"captures\":{},\"next\":\"a\",\"reply\":\"Bad \\uZZZZ.\"}",
            "{\"captures\":{},\"next\":\"a\",\"reply\":\"cut in the mid")) {
      assertEquals(List.of(), parse(bad, State.BROKEN).sentences(), bad);
    }
  }

  @Test
  void a_sentence_that_was_cut_is_never_told() {
    for (int end = 0; end < GOOD.length(); end++) {
      var heard = new Heard();
      var parser = new AnswerParser(heard);
      parser.feed(GOOD.substring(0, end));
      assertEquals(State.BROKEN, parser.finish());
      List<String> whole = parse(GOOD, State.COMPLETE).sentences();
      assertEquals(whole.subList(0, heard.sentences().size()), heard.sentences());
    }
  }

  @Test
  void a_listener_that_wants_no_more_hears_no_more() {
    for (int most = 1; most <= 3; most++) {
      var heard = new Heard(most);
      var parser = new AnswerParser(heard);
      assertEquals(State.ABANDONED, parser.feed(GOOD));
      assertEquals(most, heard.events.size());
    }
  }

  @Test
  void however_it_is_cut_up_the_same_is_told() {
    List<Object> expected = parse(GOOD, State.COMPLETE).events;
    var random = new Random(20260301);
    for (int round = 0; round < 2000; round++) {
      var heard = new Heard();
      var parser = new AnswerParser(heard);
      String rest = "```json\n" + GOOD + "\n```";
      while (!rest.isEmpty()) {
        int length = 1 + random.nextInt(Math.min(rest.length(), 1 + random.nextInt(40)));
        parser.feed(rest.substring(0, length));
        rest = rest.substring(length);
      }
      assertEquals(State.COMPLETE, parser.finish());
      assertEquals(expected, heard.events);
    }
  }

  @Test
  void random_garbage_never_throws_and_never_tells_a_sentence_before_captures() {
    var random = new Random(7);
    String alphabet = "{}[]\",:\\u0dn8 e-.?!captures next reply true null é😀\n";
    int complete = 0;
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      if (round % 2 == 0) {
        text.append(GOOD);
        for (int edit = random.nextInt(4); edit >= 0; edit--) {
          int at = random.nextInt(text.length());
          char c = alphabet.charAt(random.nextInt(alphabet.length()));
          switch (random.nextInt(3)) {
            case 0 -> text.insert(at, c);
            case 1 -> text.deleteCharAt(at);
            default -> text.setCharAt(at, c);
          }
        }
      } else {
        for (int i = random.nextInt(120); i > 0; i--) {
          text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
      }
      var heard = new Heard();
      var parser = new AnswerParser(heard);
      parser.feed(text);
      State end = parser.finish();
      assertNotEquals(State.READING, end);
      if (end == State.COMPLETE) complete++;
      if (!heard.events.isEmpty()) {
        assertTrue(heard.events.getFirst() instanceof Map<?, ?>, "captures first");
        assertEquals(heard.events.size() - 1, heard.sentences().size());
      }
    }
    assertTrue(
        complete > 500, "the edits leave enough answers whole to mean something: " + complete);
  }

  @Test
  void numbers_are_whole_where_they_are_whole() {
    var heard =
        parse(
            "{\"captures\":{\"a\":80,\"b\":80.0,\"c\":0.5,\"d\":[1,null,true]},\"next\":\"x\",\"reply\":\"Ok.\"}",
            State.COMPLETE);
    var expected = new ArrayList<Object>(List.of(1L, true));
    assertEquals(
        Map.of("captures", Map.of("a", 80L, "b", 80L, "c", 0.5, "d", expected), "next", "x"),
        heard.events.getFirst());
  }
}
