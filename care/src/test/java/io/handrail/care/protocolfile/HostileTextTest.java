package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would keep a careless pattern busy, or exhaust its stack. */
class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word ",
        "a",
        "i i i ",
        "70 ",
        "no ",
        "just really ",
        "he he he hates ",
        "é ",
        "1. ",
        "?",
        ", and ",
        "that's all ",
        "seventy five ",
        "\n",
        "- ",
        "i always a a a a mess ",
        "‹70!› ",
        "between 60 and ",
        "{moods} ",
        "\"",
        "“",
        "\u202E",
        "stop ",
        "yes or no "
      })
  void four_thousand_characters_of_anything_are_answered_at_once(String piece) {
    String text = piece.repeat(4000 / piece.length());
    String[][] ways = {
      {},
      {"yesterday he left"},
      {"yesterday he left", "sad 70"},
      {"yesterday he left", "sad 70", "I am bad\nI lose", "no"},
      {"yesterday he left", "sad 70", "I am bad", "no", "he left", "no", "he called", "no", "none"},
      {"yesterday he left", "sad 70", "skip", "50"},
    };
    Protocol protocol = Sitting.folder().active("thought_record").orElseThrow();
    for (String[] way : ways) {
      Sitting s = Sitting.with("thought_record").says(way);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> Engine.advance(protocol, s.run(), new Answer.Words(text)));
    }
  }
}
