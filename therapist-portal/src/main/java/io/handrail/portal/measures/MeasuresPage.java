package io.handrail.portal.measures;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import io.handrail.web.page.Trend;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A client's questionnaires.
 *
 * @param cards an instrument each, those with results first
 * @param course how PHQ-9 and GAD-7 moved together from first to last; empty where one is missing
 */
record MeasuresPage(
    Frame frame,
    ChartHead head,
    List<Card> cards,
    List<Offer> offers,
    Optional<String> course,
    Notice notice)
    implements PortalPage {
  /**
   * One instrument with results.
   *
   * @param now the last total in words, for example {@code 12 of 27, moderate}
   * @param cut the cut-off in words
   * @param reliable from how many points a change is more than ordinary ups and downs
   */
  record Card(
      String name,
      String title,
      String now,
      String change,
      String mark,
      String cut,
      int reliable,
      Optional<Trend> trend,
      List<Row> rows) {}

  /**
   * One result.
   *
   * @param mark {@code better}, {@code worse} or empty
   * @param asks an answer that asked for a person, in words; empty for none
   */
  record Row(
      String id,
      Instant at,
      Optional<Integer> total,
      String band,
      String change,
      String mark,
      String blanks,
      String asks,
      long turn,
      List<Answer> answers) {}

  /** A question and its answer; an empty answer was left blank. */
  record Answer(int n, String question, String answer, boolean asks) {}

  /**
   * An instrument that can be asked for.
   *
   * @param often {@code once}, {@code weekly}, {@code fortnightly}, {@code monthly}, or {@code no}
   * @param due when it is answered next, in words; empty when it is not asked for
   */
  record Offer(
      String name, String title, String about, String often, String due, String copyright) {}
}
