package io.handrail.portal.fidelity;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/**
 * Conversations of a client, and one of them looked at closely.
 *
 * @param talks the latest, newest first
 * @param talk the one that is looked at; empty where there is none
 * @param agreement how drafts and this clinician's ratings agree, in words
 * @param byHeading the same for each heading that was rated beside a draft
 */
record FidelityPage(
    Frame frame,
    ChartHead head,
    List<Talk> talks,
    Optional<Closer> talk,
    List<String> agreement,
    List<Agreed> byHeading,
    Notice notice)
    implements PortalPage {

  /**
   * One heading's agreement.
   *
   * @param difference rating less draft on average, with its sign
   */
  record Agreed(String words, int n, int near, String difference) {}

  /** One conversation in a line. */
  record Talk(String id, String at, String what, int messages, boolean rated, boolean chosen) {}

  /**
   * One conversation.
   *
   * @param signs of drift or reassurance
   * @param heldInAll refused drafts by the fifteen names
   * @param shownInAll places of what was shown, found or marked
   * @param violations all fifteen
   * @param others refused drafts by names of our own
   * @param marking the form for what only a person can tell
   */
  record Closer(
      String id,
      String at,
      String what,
      long first,
      List<Item> items,
      List<Sign> signs,
      int heldInAll,
      int shownInAll,
      List<Violated> violations,
      List<Violated> others,
      Marking marking,
      String rated) {}

  /**
   * One heading.
   *
   * @param drafted 0 to 6; empty where it cannot be counted
   * @param rated as stored; empty before
   */
  record Item(
      String id,
      String words,
      Optional<Integer> drafted,
      String basis,
      List<Long> turns,
      List<Long> against,
      Optional<Integer> rated) {}

  /** A sign and what it rests on. */
  record Sign(String name, String basis, List<Long> turns) {}

  /**
   * One name of a violation, three ways.
   *
   * @param group its group; empty where the row before has the same
   * @param counted what the program counts; empty where only a person can tell
   */
  record Violated(
      String group,
      int rows,
      String name,
      String counted,
      List<Long> held,
      List<Long> found,
      List<Long> marked) {}

  /**
   * What a clinician marks.
   *
   * @param chosen the name to begin with; empty for none
   * @param entries what the client saw, to choose from
   * @param note a name for what is sent, so that sending it twice adds one
   * @param problem what is wrong with what was sent; empty for nothing
   */
  record Marking(
      String chosen, List<String> names, List<Entry> entries, String note, String problem) {}

  /** One entry of the conversation. */
  record Entry(long seq, String words) {}
}
