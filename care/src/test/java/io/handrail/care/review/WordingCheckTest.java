package io.handrail.care.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.review.brief.Masked;
import io.handrail.care.review.brief.WordingCheck;
import io.handrail.care.review.brief.WordingCheck.Why;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingCheckTest {
  private static final String SCORE =
      "PHQ-9 on 12 Nov: 14 of 27, moderate. 5 points lower than on 29 Oct, a reliable improvement.";
  private static final String TASK =
      "“Say one thing in the meeting” (“Thursday”): to do, agreed on 3 Nov.";
  private static final String DUE = "GAD-7 is due and not answered.";
  private static final String USE =
      "40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock.";
  private static final String LEADS = "Thought record, finished on 12 Nov. Situation:";
  private static final String NONE = "No exercise was finished or stopped in this time.";

  private static void refused(Why why, String plain, String worded) {
    assertEquals(Optional.of(why), WordingCheck.of(plain, worded), worded);
  }

  private static void holds(String plain, String worded) {
    assertEquals(Optional.empty(), WordingCheck.of(plain, worded), worded);
  }

  @Test
  void the_same_facts_in_another_order_with_small_words_hold() {
    holds(SCORE, SCORE);
    holds(
        SCORE,
        "On 12 Nov the PHQ-9 was 14 of 27, moderate, which is 5 points lower than on 29 Oct: a"
            + " reliable improvement.");
    holds(LEADS, "The client completed a thought record on 12 Nov. Situation:");
    holds(
        USE,
        "The client wrote 40 messages on 9 days, and 3 of them between 23:00 and 05:00 on their clock.");
    holds(TASK, "“Say one thing in the meeting” (“Thursday”) was agreed on 3 Nov and is to do.");
    holds(DUE, "The GAD-7 is not answered and is due.");
  }

  @Test
  void a_number_or_a_date_that_is_not_stored_is_refused_and_so_are_two_that_changed_places() {
    refused(Why.NUMBER, SCORE, SCORE.replace("14 of 27", "15 of 27"));
    refused(Why.NUMBER, SCORE, SCORE.replace("14 of 27", "27 of 14"));
    refused(Why.NUMBER, SCORE, SCORE.replace("5 points", "5 per cent"));
    refused(Why.NUMBER, SCORE, SCORE.replace("5 points lower than on 29 Oct, ", ""));
    refused(Why.DATE, SCORE, SCORE.replace("29 Oct", "28 Oct"));
    refused(Why.DATE, SCORE, SCORE.replace("on 12 Nov", "until 12 Nov"));
    String swapped =
        "PHQ-9 on 29 Oct: 14 of 27, moderate. 5 points lower than on 12 Nov, a reliable"
            + " improvement.";
    assertTrue(WordingCheck.of(SCORE, swapped).isPresent(), "dates that changed places");
    refused(Why.NUMBER, USE, USE.replace("3 of them", "9 of them"));
    assertTrue(WordingCheck.of(USE, USE.replace("05:00", "06:00")).isPresent());
    refused(Why.NUMBER, DUE, "GAD-7 is due and not answered twice.");
  }

  @Test
  void a_quotation_stays_to_the_letter_and_none_is_added() {
    refused(Why.QUOTE, TASK, TASK.replace("one thing", "two things"));
    refused(Why.QUOTE, TASK, TASK.replace(" (“Thursday”)", ""));
    refused(Why.QUOTE, DUE, "GAD-7 is due and not answered: “I did not want to”.");
    refused(Why.MARKUP, DUE, "GAD-7 is due and \"not answered\".");
  }

  @Test
  void a_no_that_is_dropped_added_or_moved_is_refused() {
    refused(Why.NEGATION, DUE, "GAD-7 is due and answered.");
    refused(Why.NEGATION, DUE, "GAD-7 is not due and answered.");
    refused(Why.NEGATION, LEADS, "Thought record, not finished on 12 Nov. Situation:");
    refused(Why.NEGATION, NONE, "Exercise was finished or stopped in this time.");
    refused(Why.NEGATION, LEADS, "Thought record wasn’t finished on 12 Nov. Situation:");
  }

  @Test
  void what_was_stopped_is_not_finished_and_lower_is_not_higher() {
    refused(Why.ADDED, SCORE, SCORE.replace("lower", "higher"));
    refused(Why.ADDED, SCORE, SCORE.replace("improvement", "worsening"));
    refused(Why.ADDED, LEADS, LEADS.replace("finished", "stopped"));
    refused(Why.LOST, SCORE, SCORE.replace(", a reliable improvement", ""));
    refused(Why.LOST, SCORE, SCORE.replace("a reliable improvement", "an improvement"));
  }

  @ParameterizedTest
  @CsvSource({
    "RISK, 'The client wrote 40 messages on 9 days and was suicidal, 3 of them between 23:00 and 05:00 on their clock.'",
    "RISK, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock, with low risk.'",
    "DIAGNOSIS, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the depressed client’s clock.'",
    "MEDICINE, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock with sertraline.'",
    "NAME, '40 messages on 9 days, 3 of them to Tom between 23:00 and 05:00 on the client’s clock.'",
    "ADDED, '40 messages on 9 days, 3 of them because of work between 23:00 and 05:00 on the client’s clock.'",
    "LANGUAGE, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock con una'",
    "MARKUP, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the <b>client’s</b> clock.'",
    "MARKUP, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock www.example.org'",
    "MARKUP, '40 messages on 9 days, 3 of them between 23:00 and 05:00 on the client’s clock. [words1]'",
    "LENGTH, ' '"
  })
  void nothing_is_added(Why why, String worded) {
    refused(why, USE, worded);
  }

  @Test
  void a_wording_of_another_sentence_does_not_hold() {
    for (String plain : new String[] {SCORE, TASK, DUE, USE, LEADS, NONE}) {
      for (String other : new String[] {SCORE, TASK, DUE, USE, LEADS, NONE}) {
        assertEquals(plain.equals(other), WordingCheck.of(plain, other).isEmpty(), other);
      }
    }
    refused(Why.ENDING, LEADS, "The client finished a thought record on 12 Nov, situation.");
  }

  @Test
  void an_essay_in_the_place_of_a_sentence_is_too_long() {
    refused(Why.LENGTH, DUE, "GAD-7 is due and not answered. ".repeat(9));
  }

  @Test
  void a_model_never_sees_what_stands_in_quotation_marks_and_code_puts_it_back() {
    Masked masked = Masked.of(TASK);
    assertEquals("[words1] ([words2]): to do, agreed on 3 Nov.", masked.text());
    assertFalse(masked.text().contains("meeting"));
    String worded = masked.shown("[words1] ([Words2]) was agreed on 3 Nov and is to do.");
    holds(TASK, worded);
    assertTrue(worded.startsWith("“Say one thing in the meeting” (“Thursday”)"), worded);
    refused(Why.QUOTE, TASK, masked.shown("[words2] ([words1]) was agreed on 3 Nov and is to do."));
    refused(Why.QUOTE, TASK, masked.shown("[words1] was agreed on 3 Nov and is to do."));
    refused(
        Why.MARKUP, TASK, masked.shown("[words1] ([words2]) [words7] was agreed on 3 Nov: to do."));
  }
}
