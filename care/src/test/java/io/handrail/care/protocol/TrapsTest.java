package io.handrail.care.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a trap that a clinician might name is among the two or three that are offered. */
class TrapsTest {
  private static final double DEV_FLOOR = 0.95;
  private static final double TEST_FLOOR = 0.75;
  private static final double FRESH_FLOOR = 0.65;

  @Test
  void thoughts_the_rules_were_made_with() throws IOException {
    holds("dev", DEV_FLOOR);
  }

  @Test
  void thoughts_the_rules_never_saw() throws IOException {
    holds("test", TEST_FLOOR);
  }

  @Test
  void thoughts_of_a_writer_who_had_not_read_the_rules() throws IOException {
    holds("fresh", FRESH_FLOOR);
  }

  private static void holds(String name, double floor) throws IOException {
    var wrong = new ArrayList<String>();
    int all = 0;
    int silent = 0;
    int first = 0;
    int named = 0;
    try (var in = TrapsTest.class.getResourceAsStream("/traps/" + name + ".txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("#")) continue;
        String[] parts = line.split("\\|");
        all++;
        List<String> offered = Traps.of(parts[2]);
        assertTrue(offered.isEmpty() || (offered.size() > 1 && offered.size() < 4), line);
        if (offered.isEmpty()) silent++;
        named += offered.size();
        if (!offered.isEmpty() && List.of(parts[1].split(",")).contains(offered.getFirst()))
          first++;
        if (List.of(parts[1].split(",")).stream().noneMatch(offered::contains)) {
          wrong.add(line + " " + offered);
        }
      }
    }
    double hits = 1 - (double) wrong.size() / all;
    System.out.printf(
        Locale.ROOT,
        "traps %s: among those offered %d of %d (%.1f %%), first %d, names a thought %.1f, nothing"
            + " offered %d%n",
        name,
        all - wrong.size(),
        all,
        100 * hits,
        first,
        (double) named / all,
        silent);
    if (name.equals("dev")) wrong.forEach(System.out::println);
    assertTrue(hits >= floor, name + " " + hits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I did not sleep and the rent is due",
        "my knee hurts when I climb stairs",
        "se me acabó el contrato en junio",
        ""
      })
  void words_that_show_nothing_are_offered_nothing(String thought) {
    assertEquals(List.of(), Traps.of(thought));
  }
}
