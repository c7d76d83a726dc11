package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
  private static final byte[] RFC_SECRET =
      "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = OneTimeCodes.base32(RFC_SECRET);
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:15Z");

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codes_are_those_of_rfc_6238_appendix_b(long second, String code) {
    long step = OneTimeCodes.step(Instant.ofEpochSecond(second));
    assertEquals(code, OneTimeCodes.code(RFC_SECRET, step, 8));
    assertEquals(code.substring(2), OneTimeCodes.code(SECRET, step));
  }

  @Test
  void the_code_of_now_counts_and_those_beside_it_for_a_clock_that_is_off() {
    long now = OneTimeCodes.step(NOW);
    for (long step = now - 1; step <= now + 1; step++) {
      assertEquals(
          OptionalLong.of(step),
          OneTimeCodes.matching(SECRET, OneTimeCodes.code(SECRET, step), NOW, -1));
    }
    for (long step : new long[] {now - 2, now + 2}) {
      assertTrue(OneTimeCodes.matching(SECRET, OneTimeCodes.code(SECRET, step), NOW, -1).isEmpty());
    }
  }

  @Test
  void a_code_that_was_used_and_those_before_it_are_spent() {
    long now = OneTimeCodes.step(NOW);
    String code = OneTimeCodes.code(SECRET, now);
    assertTrue(OneTimeCodes.matching(SECRET, code, NOW, now).isEmpty());
    assertTrue(
        OneTimeCodes.matching(SECRET, OneTimeCodes.code(SECRET, now - 1), NOW, now).isEmpty());
    assertEquals(OptionalLong.of(now), OneTimeCodes.matching(SECRET, code, NOW, now - 1));
  }

  @Test
  void spaces_do_not_matter_and_nothing_else_is_a_code() {
    String code = OneTimeCodes.code(SECRET, OneTimeCodes.step(NOW));
    String spaced = " " + code.substring(0, 3) + " " + code.substring(3) + " ";
    assertTrue(OneTimeCodes.matching(SECRET, spaced, NOW, -1).isPresent());
    for (String typed : new String[] {"", "12345", code + "1", "١٢٣٤٥٦", "abcdef"}) {
      assertTrue(OneTimeCodes.matching(SECRET, typed, NOW, -1).isEmpty(), typed);
    }
  }

  @Test
  void an_app_is_shown_the_name_safely() {
    assertEquals(
        "otpauth://totp/Handrail:a%20b%2Bc%40d?secret=XYZ&issuer=Handrail&algorithm=SHA1&digits=6"
            + "&period=30",
        OneTimeCodes.address("Handrail", "a b+c@d", "XYZ"));
  }
}
