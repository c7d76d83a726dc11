package io.handrail.chatbot.turn;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a deed on a questionnaire is written: {@code measure:answer,phq9,q3,2}. */
final class MeasureMove {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([a-z]{4,6}),([a-z][a-z0-9]{1,19})(?:,([a-z][a-z0-9]{0,9}))?(?:,(\\d{1,2}))?");

  private MeasureMove() {}

  static Optional<Move> read(String text) {
    Matcher m = WRITTEN.matcher(text);
    if (!m.matches()) return Optional.empty();
    String item = m.group(3) == null ? "" : m.group(3);
    int value = m.group(4) == null ? -1 : Integer.parseInt(m.group(4));
    for (Move.Deed deed : Move.Deed.values()) {
      if (!deed.name().toLowerCase(Locale.ROOT).equals(m.group(1))) continue;
      boolean whole =
          switch (deed) {
            case ANSWER -> !item.isEmpty() && value >= 0;
            case SKIP -> !item.isEmpty() && value < 0;
            case START, BACK, STOP, RESUME -> item.isEmpty() && value < 0;
          };
      return whole
          ? Optional.of(new Move.Measure(deed, m.group(2), item, value))
          : Optional.empty();
    }
    return Optional.empty();
  }

  static String written(Move.Measure move) {
    return "measure:"
        + move.deed().name().toLowerCase(Locale.ROOT)
        + ","
        + move.instrument()
        + (move.item().isEmpty() ? "" : "," + move.item())
        + (move.value() < 0 ? "" : "," + move.value());
  }
}
