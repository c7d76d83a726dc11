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
 */
record FidelityPage(
    Frame frame,
    ChartHead head,
    List<Talk> talks,
    Optional<Closer> talk,
    List<String> agreement,
    Notice notice)
    implements PortalPage {

  /** One conversation in a line. */
  record Talk(String id, String at, String what, int messages, boolean rated, boolean chosen) {}

  /**
   * One conversation.
   *
   * @param signs of drift or reassurance
   * @param refused drafts the guard refused, by the fifteen names
   * @param others by names of our own
   */
  record Closer(
      String id,
      String at,
      String what,
      long first,
      List<Item> items,
      List<Sign> signs,
      int refusedInAll,
      int shownInAll,
      List<Refused> refused,
      List<Refused> others,
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
      Optional<Integer> rated) {}

  /** A sign and what it rests on. */
  record Sign(String name, String basis, List<Long> turns) {}

  /** One name of a violation, the drafts, and what was shown. */
  record Refused(String group, String name, List<Long> turns, List<Long> shown) {}
}
