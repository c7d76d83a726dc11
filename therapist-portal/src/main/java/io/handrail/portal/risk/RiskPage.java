package io.handrail.portal.risk;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.time.Instant;
import java.util.List;

/**
 * The risk queue of one clinician.
 *
 * @param cards clients with open flags, what asks for most first, then what waits longest
 * @param holds clients on hold whose flags are all answered
 * @param warnings what keeps alerts from reaching people, in whole sentences
 */
record RiskPage(
    Frame frame, List<Card> cards, List<HoldCard> holds, List<String> warnings, Notice notice)
    implements PortalPage {

  /**
   * One client's open flags.
   *
   * @param level the highest of them, in lower case
   * @param standsInFor whose client it is where the reader was asked in their place; else empty
   * @param typed an action note that was refused, so that it is not lost
   * @param problem what is wrong with it; empty when nothing is
   */
  record Card(
      String id,
      String name,
      String localTime,
      String level,
      String asks,
      String waited,
      boolean held,
      String standsInFor,
      List<FlagCard> flags,
      String typed,
      String problem) {}

  /**
   * One flag.
   *
   * @param seq the journal place it was raised at
   * @param said when, as it is said beside a desk
   * @param words exactly as written
   * @param asked what was asked about safety since, and the exact answers
   */
  record FlagCard(
      String flag,
      long seq,
      Instant at,
      String said,
      String reason,
      String level,
      String words,
      List<String> signals,
      List<Asked> asked,
      String left,
      Told told) {}

  /**
   * A direct safety question and its answer.
   *
   * @param read how the answer was read, in words
   */
  record Asked(String question, String words, String read) {}

  /**
   * How a flag was carried to people.
   *
   * @param reference what alerts call it outside this portal
   * @param lines whom, by what, when, and what failed
   * @param next who is told next, and when
   * @param troubles why it is not reaching people; empty when it is
   */
  record Told(String reference, List<String> lines, String next, List<String> troubles) {}

  /**
   * A hold to release.
   *
   * @param answers what was done about the flags behind it
   */
  record HoldCard(
      String id,
      String name,
      String localTime,
      String since,
      long seq,
      String words,
      List<String> answers,
      String typed,
      String problem) {}
}
