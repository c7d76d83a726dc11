package io.handrail.portal.brief;

import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Notice;
import io.handrail.portal.PortalPage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A brief: the draft, or one that was signed.
 *
 * @param since the first day it covers
 * @param sinceSaid the same in words
 * @param reading how long it takes to read
 * @param digest what the clinician signs, and nothing else
 * @param signed who signed it and when; empty for the draft
 * @param earlier signed ones, newest first
 * @param remark as typed, or as it was signed
 * @param text the whole brief as plain text, to copy
 * @param wording what a model has to do with it
 */
record BriefPage(
    Frame frame,
    ChartHead head,
    LocalDate since,
    String sinceSaid,
    String written,
    String reading,
    List<Part> parts,
    String digest,
    String sinceExact,
    Optional<Signed> signed,
    List<Earlier> earlier,
    String remark,
    String text,
    Wording wording,
    Notice notice)
    implements PortalPage {

  /** A heading and what stands under it. */
  record Part(String id, String heading, List<Sentence> sentences) {}

  /**
   * One claim.
   *
   * @param quote the client's own words; empty for none
   * @param href what it rests on
   * @param source what stands there, in two or three words
   * @param place counted over all parts from 0
   * @param stays true where it cannot be left out
   * @param plain as the program wrote it, where {@code text} is a model's; else empty
   * @param kept why a model's words were not taken; empty where none were offered or they were
   */
  record Sentence(
      String text,
      String quote,
      String href,
      String source,
      int place,
      boolean stays,
      String plain,
      String kept) {}

  /**
   * What a model has to do with this brief.
   *
   * @param sentences how many stand in its words
   * @param by the model and the prompt with its version; empty where none stands in its words
   * @param barred why none may be asked; empty where one may
   * @param state {@code none}, {@code asked}, {@code answered}, or why no model answered
   */
  record Wording(int sentences, String by, String barred, String state) {
    static final Wording NONE = new Wording(0, "", "", "none");
  }

  /** Who signed. */
  record Signed(int version, String name, String at, int leftOut) {}

  /** A brief that was signed. */
  record Earlier(int version, String name, String at) {}
}
