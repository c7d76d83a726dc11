package io.handrail.care.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.measure.MeasurePlan.Assignment;
import io.handrail.care.measure.MeasurePlan.Often;
import io.handrail.care.measure.Sitting.Status;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ShippedProtocols;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SittingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instrument GAD7 =
      InstrumentFolder.open(ShippedProtocols.folder()).active("gad7").orElseThrow();
  private static final Instrument PHQ9 =
      InstrumentFolder.open(ShippedProtocols.folder()).active("phq9").orElseThrow();
  private static final StaffId AMARA = new StaffId(new ClinicId("riverside"), "amara");

  private static Sitting begun(Instrument of) {
    return Sitting.begin("m1", of, "es", NOON);
  }

  @Test
  void one_question_after_the_other_until_the_end() {
    Sitting sitting = begun(GAD7);
    assertEquals("es", sitting.language());
    for (int i = 1; i <= 7; i++) {
      assertEquals("q" + i, sitting.waiting(GAD7).orElseThrow().linkId());
      sitting = i == 3 ? sitting.skipped(GAD7, "q3") : sitting.answered(GAD7, "q" + i, 2);
    }
    assertTrue(sitting.over());
    assertFalse(sitting.answers().containsKey("q3"), "left blank is no 0");
    assertSame(sitting, sitting.answered(GAD7, "q7", 0));
    MeasureResult result = MeasureResult.of(sitting, GAD7, NOON, 9);
    assertEquals(Optional.of(14), result.total());
    assertEquals(1, result.missing());
  }

  @Test
  void an_answer_from_a_page_left_open_changes_nothing() {
    Sitting sitting = begun(GAD7).answered(GAD7, "q1", 1);
    assertSame(sitting, sitting.answered(GAD7, "q1", 3));
    assertSame(sitting, sitting.answered(GAD7, "q2", 4));
    assertSame(sitting, sitting.skipped(GAD7, "q5"));
  }

  @Test
  void going_back_and_answering_again_replaces_the_answer() {
    Sitting sitting = begun(GAD7).answered(GAD7, "q1", 1).answered(GAD7, "q2", 1).back().back();
    assertEquals("q1", sitting.waiting(GAD7).orElseThrow().linkId());
    assertEquals(Map.of("q1", 3, "q2", 1), sitting.answered(GAD7, "q1", 3).answers());
    assertEquals(0, begun(GAD7).back().at());
    assertFalse(sitting.skipped(GAD7, "q1").answers().containsKey("q1"));
  }

  @Test
  void a_sitting_may_be_taken_up_again_for_two_days() {
    Sitting paused = begun(PHQ9).answered(PHQ9, "q1", 1).paused();
    assertEquals(Status.PAUSED, paused.status());
    assertEquals(Status.RUNNING, paused.resumed().status());
    assertEquals(1, paused.resumed().at());
    assertTrue(paused.open(NOON.plus(Duration.ofHours(47))));
    assertFalse(paused.open(NOON.plus(Duration.ofHours(49))));
  }

  @Test
  void what_is_due_goes_by_the_last_result_and_by_the_assignment() {
    var weekly = new Assignment("phq9", Often.WEEKLY, AMARA, NOON);
    assertEquals(Optional.of(NOON), weekly.due(Optional.empty()));
    assertEquals(
        Optional.of(NOON.plus(Duration.ofDays(8))),
        weekly.due(Optional.of(NOON.plus(Duration.ofDays(1)))));
    assertEquals(
        Optional.of(NOON),
        weekly.due(Optional.of(NOON.minus(Duration.ofDays(1)))),
        "a result from before it was asked for does not count");
    var once = new Assignment("phq9", Often.ONCE, AMARA, NOON);
    assertEquals(Optional.empty(), once.due(Optional.of(NOON.plus(Duration.ofDays(1)))));
    MeasurePlan plan = MeasurePlan.EMPTY.asking(once).asking(weekly);
    assertEquals(List.of(weekly), plan.assignments(), "one assignment for each instrument");
    assertEquals(List.of(weekly), plan.due(MeasureBook.EMPTY, NOON));
    assertEquals(List.of(), plan.due(MeasureBook.EMPTY, NOON.minusSeconds(1)));
  }

  private static MeasureResult result(long turn, int total) {
    return new MeasureResult(
        "m" + turn, PHQ9.ref(), "en", NOON, turn, Map.of(), Optional.of(total), 0);
  }

  @Test
  void a_worsening_is_seen_against_the_last_and_against_the_first() {
    MeasureBook book = MeasureBook.EMPTY.with(result(10, 8)).with(result(20, 12));
    assertEquals(
        Optional.of(new MeasureSigns.Worse("phq9", 12, 18, 30)),
        MeasureSigns.worse(PHQ9, result(30, 18), book));
    assertEquals(
        Optional.of(new MeasureSigns.Worse("phq9", 8, 15, 30)),
        MeasureSigns.worse(PHQ9, result(30, 15), book),
        "slowly, from 8 over 12 to 15");
    assertEquals(Optional.empty(), MeasureSigns.worse(PHQ9, result(30, 13), book));
    assertEquals(Optional.empty(), MeasureSigns.worse(PHQ9, result(5, 20), MeasureBook.EMPTY));
  }

  @Test
  void reading_the_log_past_it_settles_a_worsening() {
    var signs = MeasureSigns.NONE.worsened(Optional.of(new MeasureSigns.Worse("phq9", 12, 18, 30)));
    assertEquals(signs, signs.readTo(29));
    assertEquals(MeasureSigns.NONE, signs.readTo(30));
  }
}
