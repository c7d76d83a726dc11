package io.handrail.portal.risk;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.web.page.Localised;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The risk queue of one clinician.
 *
 * @param cards clients with open flags, what asks for most first, then what waits longest
 * @param holds clients on hold whose flags are all answered
 */
record RiskPage(Frame frame, List<Card> cards, List<HoldCard> holds, Notice notice)
    implements Localised {

  /**
   * One client's open flags.
   *
   * @param level the highest of them, in lower case
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
      List<FlagCard> flags,
      String typed,
      String problem) {}

  /**
   * One flag.
   *
   * @param seq the journal place it was raised at
   * @param said when, as it is said beside a desk
   * @param words exactly as written
   */
  record FlagCard(
      String flag,
      long seq,
      Instant at,
      String said,
      String reason,
      String level,
      String words,
      List<String> signals) {}

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

  @Override
  public String language() {
    return "en";
  }

  @Override
  public ZoneId zone() {
    return frame.zone();
  }
}
