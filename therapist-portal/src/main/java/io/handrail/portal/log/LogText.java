package io.handrail.portal.log;

import io.handrail.portal.log.LogPage.Entry;
import io.handrail.portal.log.LogPage.Piece;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Entries of a log as they go into the official record: who said what and when, flags and how they
 * were answered. What clinicians wrote beside entries stays in the portal.
 */
final class LogText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.UK);

  private LogText() {}

  static String of(LogPage page) {
    var text = new StringBuilder();
    text.append(page.head().name()).append(": ").append(covers(page)).append('\n');
    for (Entry entry : page.entries()) {
      text.append('\n').append(entry.seq()).append("  ").append(at(page, entry)).append('\n');
      String act = act(entry);
      if (!act.isEmpty()) text.append(act).append('\n');
      entry
          .flags()
          .forEach(flag ->
              text.append("Flag: ")
                  .append(flag.reason())
                  .append(". ")
                  .append(flag.answered().orElse("Not answered yet"))
                  .append('\n'));
      entry
          .shown()
          .forEach(line -> text.append(line.who()).append(": ").append(line.text()).append('\n'));
    }
    return text.toString();
  }

  static String covers(LogPage page) {
    if (page.entries().isEmpty()) return "nothing has been written yet";
    return "entries "
        + page.entries().getFirst().seq()
        + " to "
        + page.entries().getLast().seq()
        + " of "
        + page.total();
  }

  static String at(LogPage page, Entry entry) {
    return MOMENT.format(entry.at().atZone(page.clientZone()));
  }

  /** What began the entry, with the name of whoever did it. */
  static String act(Entry entry) {
    String said = entry.pieces().stream().map(Piece::text).collect(Collectors.joining());
    return switch (entry.begun()) {
      case SAID, WROTE -> entry.by() + ": " + said;
      case TAPPED -> entry.by() + " tapped “" + said + "”";
      case RELEASED -> entry.by() + " released the hold: " + said;
      case TOOK_OVER -> entry.by() + " took over the chat";
      case HANDED_BACK -> entry.by() + " handed the chat back: " + said;
      case WHISPERED -> entry.by() + " to the program, unseen by the client: " + said;
      case APPROVED -> entry.by() + " let the reply go out as it was";
      case REPLACED -> entry.by() + " sent words of their own in place of the draft";
      case TIME_PASSED -> "Time passed: " + said;
    };
  }
}
