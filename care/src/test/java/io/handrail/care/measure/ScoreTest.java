package io.handrail.care.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.conversation.Level;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ShippedProtocols;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The shipped instruments score as their sources say. */
class ScoreTest {
  private static final Instruments ALL = InstrumentFolder.open(ShippedProtocols.folder());
  private static final Instrument PHQ9 = ALL.active("phq9").orElseThrow();
  private static final Instrument GAD7 = ALL.active("gad7").orElseThrow();
  private static final Instrument WHO5 = ALL.active("who5").orElseThrow();
  private static final Instrument PCL5 = ALL.active("pcl5").orElseThrow();

  private static Map<String, Integer> answers(int... values) {
    var answers = new HashMap<String, Integer>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 0) answers.put("q" + (i + 1), values[i]);
    }
    return answers;
  }

  private static int total(Instrument instrument, int... values) {
    return ((Score.Total) Score.of(instrument, answers(values))).value();
  }

  @Test
  void answers_add_up() {
    assertEquals(0, total(PHQ9, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertEquals(27, total(PHQ9, 3, 3, 3, 3, 3, 3, 3, 3, 3));
    assertEquals(12, total(PHQ9, 2, 2, 1, 2, 1, 2, 1, 1, 0));
    assertEquals(21, total(GAD7, 3, 3, 3, 3, 3, 3, 3));
    assertEquals(80, total(PCL5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4));
    assertEquals(27, PHQ9.highest());
    assertEquals(21, GAD7.highest());
    assertEquals(80, PCL5.highest());
    assertEquals(100, WHO5.highest());
  }

  @Test
  void who_5_is_told_as_a_part_of_a_hundred() {
    assertEquals(100, total(WHO5, 5, 5, 5, 5, 5));
    assertEquals(52, total(WHO5, 3, 3, 2, 3, 2));
    assertTrue(WHO5.clinical(50));
    assertFalse(WHO5.clinical(52));
  }

  @Test
  void two_blanks_are_filled_by_the_mean_and_said_so() {
    // 7 answers of 2 make 14; 14 / 7 * 9 = 18.
    Score score = Score.of(PHQ9, answers(2, 2, 2, 2, 2, 2, 2, -1, -1));
    assertEquals(new Score.Total(18, 2), score);
    assertTrue(((Score.Total) score).prorated());
    // 8 answers that make 9; 9 / 8 * 9 = 10.125.
    assertEquals(new Score.Total(10, 1), Score.of(PHQ9, answers(2, 1, 1, 1, 1, 1, 1, 1, -1)));
    // 6 answers that make 5; 5 / 6 * 7 = 5.83, rounded half up at the end.
    assertEquals(new Score.Total(6, 1), Score.of(GAD7, answers(1, 1, 1, 1, 1, 0, -1)));
  }

  @Test
  void three_blanks_give_no_total() {
    assertEquals(new Score.TooFewAnswers(3), Score.of(PHQ9, answers(2, 2, 2, 2, 2, 2, -1, -1, -1)));
    assertEquals(new Score.TooFewAnswers(1), Score.of(WHO5, answers(5, 5, 5, 5, -1)));
    assertEquals(new Score.TooFewAnswers(9), Score.of(PHQ9, Map.of()));
  }

  @Test
  void what_is_no_answer_counts_as_blank() {
    Map<String, Integer> odd = answers(2, 2, 2, 2, 2, 2, 2, 2, 7);
    odd.put("q99", 3);
    assertEquals(new Score.Total(18, 1), Score.of(PHQ9, odd));
  }

  @Test
  void item_nine_routes_by_its_answer_and_is_never_a_nought_when_blank() {
    Instrument.Safety item9 = PHQ9.safety("q9").orElseThrow();
    assertEquals(Level.NONE, item9.level(0));
    assertEquals(Level.CONCERN, item9.level(1));
    assertEquals(Level.CRISIS, item9.level(2));
    assertEquals(Level.CRISIS, item9.level(3));
    Score.Total blank = (Score.Total) Score.of(PHQ9, answers(3, 3, 3, 3, 3, 3, 3, 3, -1));
    assertEquals(27, blank.value(), "a blank is filled by the mean, not by 0");
  }

  @Test
  void bands_begin_where_the_sources_say() {
    assertEquals("minimal", PHQ9.band(4).orElseThrow().name("en"));
    assertEquals("mild", PHQ9.band(5).orElseThrow().name("en"));
    assertEquals("moderate", PHQ9.band(10).orElseThrow().name("en"));
    assertEquals("moderately severe", PHQ9.band(15).orElseThrow().name("en"));
    assertEquals("severe", PHQ9.band(20).orElseThrow().name("en"));
    assertEquals("severe", GAD7.band(15).orElseThrow().name("en"));
    assertTrue(PHQ9.clinical(10) && !PHQ9.clinical(9));
    assertTrue(GAD7.clinical(8) && !GAD7.clinical(7));
  }

  @Test
  void a_change_is_reliable_from_its_threshold_on() {
    assertEquals(new Change.Improved(-6), Change.between(PHQ9, 18, 12));
    assertEquals(new Change.Small(-5), Change.between(PHQ9, 17, 12));
    assertEquals(new Change.Worsened(6), Change.between(PHQ9, 12, 18));
    assertEquals(new Change.None(), Change.between(PHQ9, 12, 12));
    assertEquals(new Change.Worsened(4), Change.between(GAD7, 8, 12));
    assertEquals(new Change.Improved(10), Change.between(WHO5, 40, 50), "higher is better here");
    assertEquals(new Change.Worsened(-12), Change.between(WHO5, 52, 40));
    assertEquals(new Change.Improved(-5), Change.between(PCL5, 40, 35));
  }

  private static Recovery recovery(int phqFirst, int phqLast, int gadFirst, int gadLast) {
    return Recovery.of(
        new Recovery.Course(PHQ9, phqFirst, phqLast), new Recovery.Course(GAD7, gadFirst, gadLast));
  }

  @Test
  void recovery_goes_by_both_measures() {
    assertTrue(recovery(16, 6, 12, 5).reliablyRecovered());
    Recovery oneStillCase = recovery(16, 6, 12, 9);
    assertFalse(oneStillCase.recovered());
    assertTrue(oneStillCase.improved());
    Recovery small = recovery(11, 8, 8, 6);
    assertTrue(small.recovered());
    assertFalse(small.reliablyRecovered(), "both moves are within ordinary ups and downs");
    Recovery never = recovery(6, 2, 4, 1);
    assertFalse(never.caseAtStart());
    assertFalse(never.recovered());
    Recovery mixed = recovery(18, 10, 6, 12);
    assertFalse(mixed.improved(), "better on one and worse on the other is no improvement");
    assertFalse(mixed.worsened());
    assertTrue(recovery(10, 16, 8, 9).worsened());
  }

  @Test
  void any_answers_give_a_total_in_range_or_none() {
    var random = new Random(7);
    for (Instrument instrument : ALL.active()) {
      for (int i = 0; i < 2_000; i++) {
        var answers = new HashMap<String, Integer>();
        for (Instrument.Item item : instrument.items()) {
          if (random.nextInt(6) > 0) answers.put(item.linkId(), random.nextInt(8) - 1);
        }
        switch (Score.of(instrument, answers)) {
          case Score.Total(int value, int missing) -> {
            assertTrue(value >= 0 && value <= instrument.highest());
            assertTrue(missing <= instrument.scoring().prorateUpTo());
          }
          case Score.TooFewAnswers(int missing) ->
              assertTrue(missing > instrument.scoring().prorateUpTo());
        }
      }
    }
  }
}
