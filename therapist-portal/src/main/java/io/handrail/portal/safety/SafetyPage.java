package io.handrail.portal.safety;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/**
 * A client's safety plan, as their clinician works on it.
 *
 * @param version that the page was made of; what is sent goes against it
 * @param waiting how many steps wait for a word
 * @param history every version, newest first
 */
record SafetyPage(
    Frame frame,
    ChartHead head,
    int version,
    int waiting,
    List<Step> steps,
    List<Version> history,
    Notice notice)
    implements PortalPage {

  /**
   * One step.
   *
   * @param signed whether it needs a clinician's word
   * @param waits what the client proposed and nobody has answered
   * @param answered the last answer, in words
   * @param text the agreed lines, one a line, for the form
   * @param comment as typed where it was refused
   * @param problem what is wrong with what was typed; empty when nothing is
   */
  record Step(
      int number,
      String key,
      String title,
      boolean signed,
      List<Line> lines,
      Optional<String> waits,
      Optional<String> answered,
      String text,
      String comment,
      String problem) {}

  /** A line and how it stands: {@code agreed}, {@code new}, {@code leaving} or {@code declined}. */
  record Line(String words, String phone, String state) {}

  /** A version there was: what made it, and what stood there after it. */
  record Version(int number, String what, String at, String step, List<String> lines) {}
}
