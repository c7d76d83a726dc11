package io.handrail.care.protocolfile;

import java.util.List;

/** The keys of an instrument file; {@code instrument.schema.json} has the same, a test says so. */
final class InstrumentKeys {
  static final List<String> FILE =
      List.of(
          "resourceType",
          "name",
          "version",
          "status",
          "title",
          "description",
          "minutes",
          "languages",
          "copyright",
          "source",
          "approved_by",
          "code",
          "preamble",
          "answerOption",
          "item",
          "scoring",
          "safety",
          "bands",
          "review");
  static final List<String> ITEM = List.of("linkId", "code", "text", "answerOption");
  static final List<String> OPTION = List.of("value", "code", "display");
  static final List<String> SCORING =
      List.of(
          "code",
          "better",
          "multiply",
          "prorate_up_to",
          "reliable_change",
          "meaningful_change",
          "case_from",
          "case_at_most");
  static final List<String> SAFETY = List.of("item", "concern_from", "urgent_from");
  static final List<String> BAND = List.of("from", "name", "tell");
  static final List<String> REVIEW = List.of("confirm");

  private InstrumentKeys() {}
}
