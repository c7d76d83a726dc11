package io.handrail.portal.replies;

import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;
import java.util.Optional;

/** The replies that wait for this clinician, the longest wait first. */
record RepliesPage(Frame frame, List<Card> cards, Notice notice) implements PortalPage {

  /**
   * One reply.
   *
   * @param turn the journal place of what it answers
   * @param said what the client wrote, and wrote since
   * @param text what stands in the box: the draft, or what was typed and refused
   * @param draft the draft as it is
   * @param by who wrote the draft: the model, or the script and why
   * @param refused a model's draft that the guard kept back
   * @param source versions of protocol and prompt
   */
  record Card(
      String id,
      String name,
      String localTime,
      long turn,
      String waited,
      List<String> said,
      String text,
      String draft,
      String by,
      Optional<String> refused,
      List<String> findings,
      String source,
      List<String> follows,
      String problem) {}
}
