package io.handrail.chatbot.prompt;

import io.handrail.chatbot.turn.Phrasing.Request;
import io.handrail.chatbot.turn.Phrasing.StepBrief;
import io.handrail.chatbot.turn.Screen.ContextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the templates see of a request: clipped, identifiers taken out, and whatever a person wrote
 * in quotes that it cannot close.
 */
final class CaseData {
  static final int SAID_MAX = 4000;
  static final int LINE_MAX = 300;
  static final int LINES_MAX = 8;
  static final int ENTRY_MAX = 240;
  static final int NOTE_MAX = 560;
  static final int ENTRIES_MAX = 12;
  static final int NOTES_MAX = 6;
  static final int STEERING_MAX = 10;
  static final int STEPS_MAX = 6;
  static final int SCHEMA_MAX = 1500;

  private final Request request;
  private final Masks masks;

  CaseData(Request request, Masks masks) {
    this.request = request;
    this.masks = masks;
  }

  /** The client's language by its English name. */
  String language() {
    return languageName(request.language());
  }

  /**
   * @param linesMax how many of the last lines fit
   * @param entriesMax how many lines of the worksheet fit
   */
  Map<String, Object> variables(int linesMax, int entriesMax) {
    List<ContextLine> recent = request.recent();
    return Map.of(
        "language", language(),
        "background",
            request.background().stream().limit(NOTES_MAX).map(n -> quoted(n, NOTE_MAX)).toList(),
        "protocol", quoted(request.protocol(), ENTRY_MAX),
        "waiting", waiting(request.waiting()),
        "following", following(),
        "said", quoted(request.said(), SAID_MAX),
        "sheet", sheet(entriesMax),
        "recent",
            recent.subList(Math.max(0, recent.size() - linesMax), recent.size()).stream()
                .map(
                    line -> Map.of("who", who(line.role()), "words", quoted(line.text(), LINE_MAX)))
                .toList(),
        "steering",
            request.steering().stream().limit(STEERING_MAX).map(n -> quoted(n, ENTRY_MAX)).toList(),
        "remembered",
            request.remembered().stream().limit(NOTES_MAX).map(n -> quoted(n, ENTRY_MAX)).toList());
  }

  private Map<String, String> waiting(StepBrief step) {
    // A schema that was cut would be no schema; a step whose schema is too long is not read.
    String collects = step.collects().length() > SCHEMA_MAX ? "" : step.collects();
    return Map.of(
        "id",
        step.id(),
        "ask",
        quoted(step.ask(), LINE_MAX),
        "why",
        step.why().isBlank() ? "" : quoted(step.why(), LINE_MAX),
        "collects",
        collects);
  }

  /** The waiting step can always follow itself; it is named only where that is the likeliest. */
  private List<Map<String, String>> following() {
    List<StepBrief> all = request.following();
    return all.stream()
        .filter(step -> step == all.getFirst() || !step.id().equals(request.waiting().id()))
        .limit(STEPS_MAX)
        .map(this::step)
        .toList();
  }

  private Map<String, String> step(StepBrief step) {
    return Map.of("id", step.id(), "ask", quoted(step.ask(), LINE_MAX));
  }

  private List<Map<String, String>> sheet(int entriesMax) {
    var entries = new ArrayList<Map<String, String>>();
    request
        .sheet()
        .forEach((title, words) ->
            entries.add(Map.of("title", quoted(title, 60), "words", quoted(words, ENTRY_MAX))));
    return entries.subList(Math.max(0, entries.size() - entriesMax), entries.size());
  }

  private static String who(io.handrail.chatbot.turn.Screen.Role role) {
    return switch (role) {
      case CLIENT -> "client";
      case PROGRAM -> "program";
      case PERSON -> "therapist";
    };
  }

  private static String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    return name.isEmpty() ? "the client's language" : name;
  }

  /** A JSON string: one line, no way out of the quotes, no angle brackets to play a tag with. */
  private String quoted(String text, int max) {
    return quoted(text, max, masks);
  }

  /** The same for a text that is no part of a turn. */
  static String quoted(String text, int max, Masks masks) {
    String shown = clipped(masks.hide(text), max);
    var out = new StringBuilder(shown.length() + 16).append('"');
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '\u2028', '\u2029', '\t' -> out.append(' ');
        default -> {
          if (!Character.isISOControl(c)) out.append(c);
        }
      }
    }
    return out.append('"').toString();
  }

  private static String clipped(String text, int max) {
    if (text.length() <= max) return text;
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "…";
  }
}
