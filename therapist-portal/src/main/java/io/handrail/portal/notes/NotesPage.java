package io.handrail.portal.notes;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.util.List;

/**
 * One's own notes on a client, and the context card.
 *
 * @param fresh an id for the next note, so that a form sent twice adds once
 * @param typed what was typed and not stored; empty for nothing
 */
record NotesPage(
    Frame frame,
    ChartHead head,
    List<Note> notes,
    String fresh,
    String typed,
    Card card,
    Notice notice)
    implements PortalPage {

  /** One note. */
  record Note(String id, String at, String changed, String text) {}

  /**
   * The card as stored, or as typed where it was refused.
   *
   * @param avoid a word or a turn of phrase on each line
   * @param by who wrote it last, and when; empty for nobody
   */
  record Card(int version, String culture, String values, String avoid, String by) {}
}
