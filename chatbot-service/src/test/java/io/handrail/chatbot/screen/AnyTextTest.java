package io.handrail.chatbot.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Screening;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is written, the screen answers, whole and in time. */
class AnyTextTest {
  private static final String[] PIECES = {
    "i ",
    "want ",
    "to ",
    "kill ",
    "myself ",
    "not ",
    "the ",
    "never ",
    "my ",
    "pills ",
    "😀",
    "💊",
    "​",
    "é",
    "ß",
    "İ",
    "\uD800",
    "\uDC00",
    "\n",
    "\t",
    "...",
    "?!",
    "*",
    "k*ll ",
    "s u i c i d e ",
    "死",
    "想",
    "س",
    "क",
    "0",
    "1",
    "\"",
    "'",
    "’",
    "{",
    "<b>",
    "\u0000",
    "ﬀ",
    "Ⅷ",
    "𝐤𝐢𝐥𝐥 ",
    "a",
    "z",
    "aaaaaa",
    "|",
    "_"
  };

  @Test
  void no_text_makes_it_fail() {
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(60);
      for (int k = 0; k < pieces; k++) {
        text.append(
            random.nextInt(4) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : PIECES[random.nextInt(PIECES.length)]);
      }
      Screening screening = SafetyScreenTest.screen(text.toString());
      assertTrue(screening.complete(), () -> "failed on: " + text);
    }
  }

  @Test
  void its_time_grows_with_the_length_and_no_faster() {
    for (String piece :
        new String[] {
          "i want to think about my life and not ",
          "aaaaaaaa",
          "k ",
          "i i i want want to to ",
          "x*y*z ",
          "wont will not be here if when i die or ",
          "qwrtzp lkjhgf mnbvcx "
        }) {
      String small = piece.repeat(16_384 / piece.length());
      String large = piece.repeat(65_536 / piece.length());
      SafetyScreenTest.screen(small);
      long quarter = best(small);
      long whole = best(large);
      System.out.printf("64 KB of \"%s\": %.1f ms%n", piece.trim(), whole / 1e6);
      assertTrue(whole < 12 * quarter + 20_000_000, piece + " " + quarter + " " + whole);
      assertTrue(whole < 1_500_000_000L, piece + " took " + whole);
    }
  }

  /** Time of this thread on a core: a busy machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long best(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = cpuNanos();
      SafetyScreenTest.screen(text);
      best = Math.min(best, cpuNanos() - start);
    }
    return best;
  }

  @Test
  void a_message_of_three_hundred_characters_costs_little() {
    String text =
        "On Tuesday my manager asked me why the report was late and I could not say anything. I went "
            + "red, my heart was racing and I thought that everybody could see it. Later I sat in the "
            + "car for half an hour. I keep thinking that I am not good enough for this and that they "
            + "will find out soon, it never ends.";
    long[] nanos = new long[2_000];
    for (int i = 0; i < 1_000; i++) SafetyScreenTest.screen(text);
    for (int i = 0; i < nanos.length; i++) {
      long start = cpuNanos();
      SafetyScreenTest.screen(text);
      nanos[i] = cpuNanos() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "screen, %d characters: p50 %.3f ms, p99 %.3f ms%n",
        text.length(), nanos[1_000] / 1e6, nanos[1_980] / 1e6);
    assertTrue(nanos[1_000] < 5_000_000, "p50 " + nanos[1_000]);
  }
}
