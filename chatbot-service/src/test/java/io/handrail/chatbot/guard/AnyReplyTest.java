package io.handrail.chatbot.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.Corpus;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a model writes, the guard answers: without a fault, in time, and the same each time. */
class AnyReplyTest {
  private static final RuleGuard GUARD = new RuleGuard();
  private static final String[] PIECES = {
    "I ",
    "will ",
    "always ",
    "you ",
    "should ",
    "leave ",
    "him ",
    "\"",
    "“",
    "”",
    "?",
    "? ",
    ". ",
    "!",
    ":\n",
    "\u200b",
    "\u202e",
    "é",
    "İ",
    "\uD800",
    "\uDC00",
    "{{",
    "<b>",
    "](",
    "http://",
    "死",
    "س",
    "k i l l ",
    "0 to 100 ",
    "+44 7700 900",
    "*",
    "\u0000",
    "ﬀ",
    "𝐈 ",
    "’",
    "-",
    "(",
    "…"
  };

  private static About about(String said) {
    return new About(said, Level.WATCH, "en", List.of(), 60);
  }

  @Test
  void no_text_makes_it_fail_and_it_says_the_same_twice() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      String reply = text(random);
      About about = about(text(random));
      List<Finding> whole = GUARD.whole(reply, about);
      List<Finding> sentence = GUARD.sentence(reply, List.of(text(random)), about);
      assertFalse((whole + " " + sentence).contains("guard_fault"), () -> "failed on: " + reply);
      assertTrue(whole.equals(GUARD.whole(reply, about)), reply);
      GUARD.wholeOnly(about);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int k = random.nextInt(40); k > 0; k--) {
      text.append(
          random.nextInt(5) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** What is refused sentence by sentence may not pass as a whole, and the other way round. */
  @Test
  void no_refused_sentence_is_let_through_in_a_whole_reply() {
    for (JsonNode node : Corpus.lines("guard-train.jsonl")) {
      About about = about(node.get("client").textValue());
      String reply = node.get("reply").textValue();
      boolean refused = false;
      List<String> before = new ArrayList<>();
      for (String sentence : reply.split("(?<=[.!?])\\s+")) {
        if (!GUARD.sentence(sentence, before, about).isEmpty()) refused = true;
        before.add(sentence);
      }
      if (refused) assertFalse(GUARD.whole(reply, about).isEmpty(), reply);
    }
  }

  @Test
  void its_time_grows_with_the_length_and_no_faster() {
    for (String piece :
        new String[] {
          "i know that you should and will be the ",
          "\"a ",
          "? ",
          "aaaaaaaa",
          "x*y*z ",
          "<a ",
          "[x](",
          "you tend to see and people who tend to "
        }) {
      long quarter = best(piece.repeat(4_096 / piece.length()));
      long whole = best(piece.repeat(16_384 / piece.length()));
      System.out.printf("guard, 16 KB of \"%s\": %.1f ms%n", piece.trim(), whole / 1e6);
      assertTrue(whole < 12 * quarter + 40_000_000, piece + " " + quarter + " " + whole);
    }
  }

  @Test
  void a_sentence_costs_little() {
    About about = about("My boss shouted at me in the meeting and I think I am useless at this.");
    String sentence =
        "He raised his voice in front of the others, and the thought was that you are useless.";
    long[] nanos = new long[600];
    for (int i = 0; i < 300; i++) GUARD.sentence(sentence, List.of(), about);
    for (int i = 0; i < nanos.length; i++) {
      long start = cpuNanos();
      GUARD.sentence(sentence, List.of(), about);
      nanos[i] = cpuNanos() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "guard, a sentence: p50 %.3f ms, p99 %.3f ms%n", nanos[300] / 1e6, nanos[594] / 1e6);
    assertTrue(nanos[300] < 5_000_000, "p50 " + nanos[300]);
  }

  private static long best(String text) {
    About about = about(text.substring(0, 400));
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long start = cpuNanos();
      GUARD.whole(text, about);
      best = Math.min(best, cpuNanos() - start);
    }
    return best;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
