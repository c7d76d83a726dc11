package io.handrail.portal.live;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A client's chat as it goes.
 *
 * @param after every turn up to this one is on the page, whole
 * @param sendId what the form to write with is called
 * @param typed what was typed and not stored
 */
record LivePage(
    Frame frame,
    ChartHead head,
    List<Entry> entries,
    Standing standing,
    long after,
    String sendId,
    String typed,
    Notice notice)
    implements PortalPage {

  /**
   * One turn, as the client sees it and with what only the clinician sees.
   *
   * @param kind {@code client}, {@code tapped}, {@code person}, {@code act}, {@code private} or
   *     {@code lines}, where there is nothing but lines
   * @param open true while the program is answering
   * @param asks what the level asks for; empty for nothing
   */
  record Entry(
      long seq,
      Instant at,
      String kind,
      String who,
      String text,
      String level,
      String asks,
      boolean open,
      List<Said> lines) {}

  /**
   * @param speaker {@code script}, {@code program} or {@code person}
   */
  record Said(String speaker, String who, String kind, String text) {}

  /**
   * Who speaks now.
   *
   * @param mode {@code program}, {@code mine} or {@code other}, by who has taken over
   * @param by who has taken over; empty when nobody has
   * @param since when, in words
   * @param silent true when the client was told that nobody answers
   * @param waits true when a reply waits for a yes
   * @param active when the client was last there, in words
   * @param whispers notes that the next message will use up
   */
  record Standing(
      String mode,
      String by,
      String since,
      boolean silent,
      boolean held,
      boolean paused,
      boolean waits,
      String active,
      List<String> whispers) {}

  /** A part that is drawn by itself, while the page stays. */
  record Part(Entry entry, Standing standing, String name, String id, ZoneId zone)
      implements io.handrail.web.page.Localised {
    @Override
    public String language() {
      return "en";
    }
  }
}
