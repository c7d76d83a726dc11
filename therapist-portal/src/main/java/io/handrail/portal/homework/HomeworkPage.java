package io.handrail.portal.homework;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/**
 * Homework: of one client, or what waits over the whole caseload.
 *
 * @param head the client; empty over the whole caseload
 * @param waiting what the clinician decides on, longest waiting first
 * @param adherence how much of what was agreed was done, in a sentence; may be empty
 * @param bulk what was picked and refused
 * @param others everything else, newest first; empty over the whole caseload
 */
record HomeworkPage(
    Frame frame,
    Optional<ChartHead> head,
    List<Item> waiting,
    List<Item> others,
    String adherence,
    Bulk bulk,
    Notice notice)
    implements PortalPage {

  /** What was picked and typed for all of them, where it was refused. */
  record Bulk(List<String> picks, String comment) {
    static final Bulk NONE = new Bulk(List.of(), "");
  }

  /**
   * One piece.
   *
   * @param client the client's id
   * @param task as stored, or as typed where it was refused
   * @param seen how many moves there were when the page was made
   * @param comment as typed where it was refused; else empty
   * @param problem what is wrong with what was typed; empty when nothing is
   * @param run the exercise it came from; empty when none
   * @param clears the exercise that may work with this only after a yes; empty for plain homework
   * @param withdrawable true where a yes can be taken back
   * @param unread true while the client has not opened the last decision
   */
  record Item(
      String client,
      String clientName,
      String id,
      String status,
      String statusWords,
      String task,
      String when,
      String run,
      int seen,
      List<Step> history,
      String clears,
      boolean withdrawable,
      boolean unread,
      String comment,
      String problem) {

    /** What the client reported, where a report waits. */
    public String report() {
      return history.isEmpty() ? "" : history.getLast().comment();
    }
  }

  /**
   * One move of its life.
   *
   * @param wording how the work was worded from then on; empty where it stayed as it was
   */
  record Step(String words, String by, String at, String comment, String wording) {}
}
