package io.handrail.care.protocolfile;

import java.util.List;

/** The keys of a protocol file; {@code protocol.schema.json} has the same, and a test says so. */
final class Keys {
  static final List<String> FILE =
      List.of(
          "protocol",
          "version",
          "status",
          "title",
          "summary",
          "minutes",
          "languages",
          "approved_by",
          "indications",
          "contraindications",
          "review",
          "parts",
          "fields",
          "opening",
          "steps",
          "stop_when",
          "complete_when",
          "homework",
          "pin",
          "max_turns",
          "kind",
          "front_page",
          "series");
  static final List<String> APPROVED_BY = List.of("role", "on", "review_by");
  static final List<String> REVIEW = List.of("clinician_within_days", "confirm");
  static final List<String> PART = List.of("id", "title");
  static final List<String> FIELD =
      List.of(
          "type",
          "required",
          "keep",
          "depends_on",
          "max_chars",
          "from",
          "only",
          "takes",
          "min",
          "max",
          "options",
          "of",
          "copies",
          "may_be_questions",
          "split",
          "near",
          "unit",
          "computed",
          "reads",
          "adds_to");
  static final List<String> OPTION = List.of("id", "label", "also", "alone", "needs");
  static final List<String> COLUMN = List.of("int", "text", "optional");
  static final List<String> QUESTION =
      List.of(
          "id",
          "part",
          "title",
          "collect",
          "show",
          "before",
          "ask",
          "why",
          "example",
          "hints",
          "box",
          "more",
          "fill",
          "reflect",
          "reject",
          "max_attempts",
          "on_fail",
          "skippable",
          "ask_if",
          "known",
          "then",
          "next",
          "model",
          "read");
  static final List<String> BRANCH = List.of("id", "branch", "say", "with");
  static final List<String> CLOSE = List.of("id", "close");
  static final List<String> TOLD = List.of("if", "say");
  static final List<String> REJECT = List.of("if", "say", "times");
  static final List<String> KNOWN = List.of("if", "take", "not_in");
  static final List<String> GO = List.of("if", "to", "most");
  static final List<String> ACT =
      List.of(
          "if", "note", "flag", "put", "set", "add", "append", "lead", "order", "drop", "request",
          "stamp", "clear");
  static final List<String> PUT = List.of("field", "text");
  static final List<String> APPEND = List.of("to", "from", "latest");
  static final List<String> LEAD = List.of("list", "with");
  static final List<String> ORDER = List.of("list", "by");
  static final List<String> SERIES = List.of("list", "by", "show");
  static final List<String> SERIES_LINE = List.of("column", "title", "unit");
  static final List<String> ENTRY = List.of("from", "entry");
  static final List<String> RULE = List.of("name", "if", "do", "say");
  static final List<String> AGREED = List.of("if", "task", "due", "each");

  private Keys() {}
}
